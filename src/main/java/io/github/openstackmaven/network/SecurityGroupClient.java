package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Link;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Query;
import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project's <a href="https://docs.openstack.org/api-ref/network/v2/#security-groups-security-groups">security groups</a>. */
public final class SecurityGroupClient implements DescribedClient<SecurityGroup> {
    private final ServiceClient neutron;

    public SecurityGroupClient(ServiceClient neutron) {
        this.neutron = neutron;
    }

    /** Makes a group. */
    public SecurityGroup create(SecurityGroupCreate group) {
        return neutron.post(group.post(), GroupBody.class).group();
    }

    /** Adds a rule to its group. */
    public SecurityGroup.Rule add(SecurityGroupRuleCreate rule) {
        return neutron.post(rule.post(), RuleBody.class).rule();
    }

    @Override
    public Optional<SecurityGroup> byId(String id) {
        return neutron.find("/security-groups/" + PathSegment.of(id), GroupBody.class)
                .map(GroupBody::group);
    }

    /** The groups of exactly that name. */
    public List<SecurityGroup> byName(String name) {
        return named(name, Map.of("name", name));
    }

    /** The groups of exactly that name that are a project's own. */
    public List<SecurityGroup> byName(String name, String projectId) {
        return named(name, Map.of("name", name, "project_id", projectId));
    }

    @Override
    public List<SecurityGroup> ofProject(String projectId) {
        return list(Map.of("project_id", projectId));
    }

    /** All the project's groups. */
    public List<SecurityGroup> all() {
        return list(Map.of());
    }

    @Override
    public void describe(String id, String description) {
        neutron.put("/security-groups/" + PathSegment.of(id), new DescribeBody(new Describe(description)));
    }

    /** Deletes a group with its rules, once no port uses it; false when Neutron says that there is none. */
    @Override
    public boolean delete(String id) {
        return neutron.delete("/security-groups/" + PathSegment.of(id));
    }

    // databases may compare without regard to case
    private List<SecurityGroup> named(String name, Map<String, String> filters) {
        return list(filters).stream().filter(one -> one.name().equals(name)).toList();
    }

    private List<SecurityGroup> list(Map<String, String> filters) {
        return neutron.all("/security-groups", Query.of(filters), GroupPage.class);
    }

    private record Describe(@JsonInclude String description) {}

    private record DescribeBody(
            @JsonProperty("security_group") Describe group) {}

    private record GroupBody(@JsonProperty("security_group") SecurityGroup group) {}

    private record RuleBody(
            @JsonProperty("security_group_rule") SecurityGroup.Rule rule) {}

    private record GroupPage(
            @JsonProperty("security_groups") List<SecurityGroup> items,
            @JsonProperty("security_groups_links") Optional<List<Link>> links)
            implements Page<SecurityGroup> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }
}
