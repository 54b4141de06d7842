package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.SecurityGroup;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Times;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** <a href="https://docs.openstack.org/api-ref/network/v2/#security-group-rules-security-group-rules">Security group rules</a>. */
final class SecurityGroupRuleApi {
    private static final String RESOURCE = "security_group_rule";
    private static final Set<String> KNOWN =
            Set.of(("security_group_id direction ethertype protocol port_range_min port_range_max "
                            + "remote_ip_prefix remote_group_id remote_address_group_id description tenant_id project_id")
                    .split(" ", -1));
    private static final List<String> PROTOCOLS =
            List.of(("ah dccp egp esp gre hopopt icmp igmp ip ipip ipv6-encap ipv6-frag ipv6-icmp icmpv6 "
                            + "ipv6-nonxt ipv6-opts ipv6-route ospf pgm rsvp sctp tcp udp udplite vrrp")
                    .split(" ", -1));
    private final CloudState cloud;
    private final Listing listing;

    SecurityGroupRuleApi(CloudState cloud, String base) {
        this.cloud = cloud;
        this.listing = new Listing(base, Listing.Kind.SECURITY_GROUP_RULE, this::documents);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/security-group-rules", listing::list),
                Route.post("/security-group-rules", this::create),
                Route.get("/security-group-rules/{id}", listing::show),
                Route.delete("/security-group-rules/{id}", this::delete));
    }

    private List<ObjectNode> documents(Call call) {
        return cloud.securityGroups().of(call.project()).stream()
                .flatMap(group -> group.rules().stream().map(rule -> shown(group, rule)))
                .toList();
    }

    private Answer create(Call call) {
        JsonNode asked = NeutronBody.toCreate(call, RESOURCE, KNOWN, List.of("direction", "security_group_id"));
        SecurityGroup.Rule rule = rule(asked);
        SecurityGroup group = SecurityGroupApi.find(
                cloud, call, asked.get("security_group_id").asText());
        group.rules().stream().filter(other -> same(other, rule)).findFirst().ifPresent(other -> {
            throw new Rejection(
                    409,
                    "SecurityGroupRuleExists",
                    "Security group rule already exists. Rule id is " + other.id() + ".");
        });
        NetworkQuotas.check(cloud, call.project(), NetworkQuotas.Resource.SECURITY_GROUP_RULE);
        cloud.securityGroups().put(group.with(rule, cloud.now()));
        return Answer.json(201, JsonTree.object(RESOURCE, shown(group, rule)));
    }

    private SecurityGroup.Rule rule(JsonNode asked) {
        String direction = asked.get("direction").asText();
        if (!Set.of("ingress", "egress").contains(direction)) {
            throw NeutronBody.bad("Invalid input for direction. Reason: " + direction + " is not in valid_values.");
        }
        Optional<String> protocol = text(asked, "protocol");
        Optional<Integer> min = number(asked, "port_range_min");
        Optional<Integer> max = number(asked, "port_range_max");
        Optional<String> prefix = text(asked, "remote_ip_prefix");
        checkProtocol(protocol);
        checkPorts(protocol, min, max);
        prefix.filter(text -> !text.matches("[0-9a-fA-F.:]+(/\\d{1,3})?") || text.matches("[a-fA-F]+"))
                .ifPresent(text -> {
                    throw new Rejection(400, "InvalidCIDR", "Invalid CIDR " + text + " given as IP prefix.");
                });
        String ethertype = asked.path("ethertype").asText("IPv4");
        return SecurityGroup.Rule.of(Ids.random(), direction, ethertype, cloud.now())
                .withPorts(protocol, min, max)
                .withRemote(prefix, NeutronBody.uuid(asked, "remote_group_id"))
                .withDescription(asked.path("description").asText(""));
    }

    private void checkProtocol(Optional<String> protocol) {
        boolean any = cloud.release().since(Release.EPOXY);
        protocol.filter(name -> !PROTOCOLS.contains(name) && !(any && name.equals("any")) && !name.matches("\\d{1,3}"))
                .ifPresent(name -> {
                    throw new Rejection(
                            400,
                            "SecurityGroupRuleInvalidProtocol",
                            "Security group rule protocol " + name + " not supported. Only protocol values "
                                    + (any ? "(None, 'any', '" : "[None, '") + String.join("', '", PROTOCOLS)
                                    + (any ? "')" : "']") + " and integer representations [0 to 255] are supported.");
                });
    }

    private static void checkPorts(Optional<String> protocol, Optional<Integer> min, Optional<Integer> max) {
        if (min.isEmpty() && max.isEmpty()) return;
        if (protocol.isEmpty()) {
            throw new Rejection(
                    400,
                    "SecurityGroupProtocolRequiredWithPorts",
                    "Must also specify protocol if port range is given.");
        }
        boolean hasPorts = Set.of("tcp", "udp").contains(protocol.get());
        if (hasPorts && (min.isEmpty() || max.isEmpty() || min.get() > max.get())) {
            throw new Rejection(
                    400,
                    "SecurityGroupInvalidPortRange",
                    "For TCP/UDP protocols, port_range_min must be <= port_range_max");
        }
    }

    private static boolean same(SecurityGroup.Rule one, SecurityGroup.Rule other) {
        return one.direction().equals(other.direction())
                && one.ethertype().equals(other.ethertype())
                && one.protocol().equals(other.protocol())
                && one.minPort().equals(other.minPort())
                && one.maxPort().equals(other.maxPort())
                && one.remotePrefix().equals(other.remotePrefix())
                && one.remoteGroup().equals(other.remoteGroup());
    }

    private Answer delete(Call call) {
        String id = call.part("id");
        SecurityGroup group = cloud.securityGroups().of(call.project()).stream()
                .filter(candidate ->
                        candidate.rules().stream().anyMatch(rule -> rule.id().equals(id)))
                .findFirst()
                .orElseThrow(() -> Listing.Kind.SECURITY_GROUP_RULE.notFound(id));
        cloud.securityGroups().put(group.without(id, cloud.now()));
        return Answer.empty(204);
    }

    private ObjectNode shown(SecurityGroup group, SecurityGroup.Rule rule) {
        return document(group, rule, cloud.release(), true);
    }

    /**
     * A rule of that group.
     *
     * @param known whether Neutron, since Caracal, tells of whose group it is: it does not in a list of groups
     */
    static ObjectNode document(SecurityGroup group, SecurityGroup.Rule rule, Release release, boolean known) {
        ObjectNode view = document(group, rule);
        if (!release.since(Release.ZED)) view.remove(List.of("normalized_cidr", "remote_address_group_id"));
        if (release.since(Release.EPOXY)) {
            view.set(
                    "belongs_to_default_sg",
                    JsonTree.node(known ? Optional.of(group.name().equals("default")) : Optional.empty()));
        }
        return view;
    }

    private static ObjectNode document(SecurityGroup group, SecurityGroup.Rule rule) {
        return new Fields()
                .put("id", rule.id())
                .put("tenant_id", group.project())
                .put("security_group_id", group.id())
                .put("ethertype", rule.ethertype())
                .put("direction", rule.direction())
                .put("protocol", rule.protocol())
                .put("port_range_min", rule.minPort())
                .put("port_range_max", rule.maxPort())
                .put("remote_ip_prefix", rule.remotePrefix())
                .put("remote_address_group_id", Optional.empty())
                .put("normalized_cidr", rule.remotePrefix())
                .put("remote_group_id", rule.remoteGroup())
                .put("description", rule.description())
                .put("created_at", Times.seconds(rule.created()))
                .put("updated_at", Times.seconds(rule.created()))
                .put("revision_number", 0)
                .put("project_id", group.project())
                .object();
    }

    private static Optional<String> text(JsonNode asked, String name) {
        return Optional.of(asked.path(name))
                .filter(value -> !value.isNull() && !value.isMissingNode())
                .map(JsonNode::asText);
    }

    private static Optional<Integer> number(JsonNode asked, String name) {
        return text(asked, name).map(SecurityGroupRuleApi::port);
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,9}")) throw Rejection.badRequest("Invalid value for port " + text);
        return Integer.parseInt(text);
    }
}
