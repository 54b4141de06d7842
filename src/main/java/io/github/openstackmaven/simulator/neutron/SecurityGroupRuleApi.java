package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
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

/** <a href="https://docs.openstack.org/api-ref/network/v2/#security-group-rules-security-group-rules">Security group rules</a>. */
final class SecurityGroupRuleApi {
    private static final String RESOURCE = "security_group_rule";
    private static final NeutronBody.Attributes ATTRIBUTES = NeutronBody.Attributes.of(
            RESOURCE,
            "security_group_id direction ethertype protocol port_range_min port_range_max remote_ip_prefix"
                    + " remote_group_id remote_address_group_id description",
            "description",
            "normalized_cidr tags belongs_to_default_sg");
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
        JsonNode asked = NeutronBody.toCreate(call, ATTRIBUTES, List.of("direction", "security_group_id"));
        if (asked.get("security_group_id").isNull()) {
            throw NeutronBody.invalid("security_group_id", "'None' is not a valid string.");
        }
        RuleBody body = new RuleBody(asked);
        SecurityGroup.Rule rule = body.rule(cloud.release(), cloud.now());
        rule.remoteGroup().ifPresent(id -> SecurityGroupApi.find(cloud, call, id));
        body.text("remote_address_group_id").ifPresent(id -> {
            throw new Rejection(404, "AddressGroupNotFound", "Address group " + id + " could not be found.");
        });
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

    private static boolean same(SecurityGroup.Rule one, SecurityGroup.Rule other) {
        return one.direction().equals(other.direction())
                && one.ethertype().equals(other.ethertype())
                && one.protocol().map(RuleBody::number).equals(other.protocol().map(RuleBody::number))
                && one.minPort().equals(other.minPort())
                && one.maxPort().equals(other.maxPort())
                && part(one).equals(part(other))
                && one.remoteGroup().equals(other.remoteGroup());
    }

    // Everything is as good as nothing said.
    private static Optional<String> part(SecurityGroup.Rule rule) {
        return rule.remotePrefix().filter(prefix -> !prefix.endsWith("/0"));
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
                .put(
                        "normalized_cidr",
                        rule.remotePrefix().map(prefix -> Cidr.of(prefix).normalized()))
                .put("remote_group_id", rule.remoteGroup())
                .put("description", rule.description())
                .put("created_at", Times.seconds(rule.created()))
                .put("updated_at", Times.seconds(rule.created()))
                .put("revision_number", 0)
                .put("project_id", group.project())
                .object();
    }
}
