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

/** <a href="https://docs.openstack.org/api-ref/network/v2/#security-groups-security-groups">Security groups</a>. */
final class SecurityGroupApi {
    private static final NeutronBody.Attributes ATTRIBUTES = NeutronBody.Attributes.of(
            "security_group",
            "name description stateful",
            "name description stateful",
            "security_group_rules tags shared");
    private final CloudState cloud;
    private final Listing listing;

    SecurityGroupApi(CloudState cloud, String base) {
        this.cloud = cloud;
        this.listing = new Listing(base, Listing.Kind.SECURITY_GROUP, this::documents);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/security-groups", listing::list),
                Route.post("/security-groups", this::create),
                Route.get("/security-groups/{id}", listing::show),
                Route.put("/security-groups/{id}", this::update),
                Route.delete("/security-groups/{id}", this::delete));
    }

    private List<ObjectNode> documents(Call call) {
        return cloud.securityGroups().of(call.project()).stream()
                .map(group -> document(group, !call.parts().isEmpty()))
                .toList();
    }

    private Answer create(Call call) {
        JsonNode asked = NeutronBody.toCreate(call, ATTRIBUTES, List.of());
        String name = asked.path("name").asText("");
        if (name.equals("default")) throw defaultThere();
        NetworkQuotas.check(cloud, call.project(), NetworkQuotas.Resource.SECURITY_GROUP);
        SecurityGroup group = SecurityGroup.create(
                        Ids.random(), name, asked.path("description").asText(""), call.project(), cloud.now())
                .remembering(NeutronBody.yes(asked, "stateful", true));
        cloud.securityGroups().put(group);
        return Answer.json(201, JsonTree.object("security_group", document(group, true)));
    }

    private Answer update(Call call) {
        JsonNode asked = NeutronBody.toChange(call, ATTRIBUTES);
        SecurityGroup group = find(cloud, call, call.part("id"));
        String name = asked.path("name").asText(group.name());
        if (name.equals("default") && !group.name().equals("default")) throw defaultThere();
        SecurityGroup changed = group.changed(
                name,
                asked.path("description").asText(group.description()),
                NeutronBody.yes(asked, "stateful", group.stateful()),
                cloud.now());
        cloud.securityGroups().put(changed);
        return Answer.json(200, JsonTree.object("security_group", document(changed, true)));
    }

    private static Rejection defaultThere() {
        return new Rejection(409, "SecurityGroupDefaultAlreadyExists", "Default security group already exists.");
    }

    private Answer delete(Call call) {
        SecurityGroup group = find(cloud, call, call.part("id"));
        if (group.name().equals("default")) {
            throw new Rejection(
                    409,
                    "SecurityGroupCannotRemoveDefault",
                    "Insufficient rights for removing default security group.");
        }
        boolean used =
                cloud.ports().stream().anyMatch(port -> port.securityGroups().contains(group.id()));
        if (used) throw new Rejection(409, "SecurityGroupInUse", "Security Group " + group.id() + " in use.");
        cloud.securityGroups().remove(group.id());
        return Answer.empty(204);
    }

    static SecurityGroup find(CloudState cloud, Call call, String id) {
        return cloud.securityGroups()
                .find(call.project(), id)
                .orElseThrow(() -> Listing.Kind.SECURITY_GROUP.notFound(id));
    }

    private ObjectNode document(SecurityGroup group, boolean known) {
        ObjectNode view = inFull(group, known);
        if (!cloud.release().since(Release.ZED)) {
            view.remove("shared");
            view.path("security_group_rules").forEach(rule -> ((ObjectNode) rule).remove("standard_attr_id"));
        }
        return view;
    }

    private ObjectNode inFull(SecurityGroup group, boolean known) {
        return new Fields()
                .put("id", group.id())
                .put("name", group.name())
                .put("stateful", group.stateful())
                .put("tenant_id", group.project())
                .put("description", group.description())
                .put("shared", false)
                .put(
                        "security_group_rules",
                        group.rules().stream()
                                .map(rule -> SecurityGroupRuleApi.document(group, rule, cloud.release(), known)
                                        .put("standard_attr_id", 1)
                                        .set("tags", JsonTree.array(List.of())))
                                .toList())
                .put("tags", List.of())
                .put("created_at", Times.seconds(group.created()))
                .put("updated_at", Times.seconds(group.updated()))
                .put("revision_number", group.revision())
                .put("project_id", group.project())
                .object();
    }
}
