package io.github.openstackmaven.plan;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.network.SecurityGroup;
import io.github.openstackmaven.network.SecurityGroupClient;
import java.util.List;

/** Finds the security groups a user wants. */
record SecurityGroupChooser(Cloud cloud) {
    static final String DEFAULT = "default";

    /**
     * The id of the group of that name or id.
     *
     * @throws io.github.openstackmaven.OpenStackException when there is none, or several
     */
    String choose(String wanted) {
        return new NamedResource("security group", wanted)
                .find(
                        id -> groups().byId(id).stream().toList(),
                        this::named,
                        () -> groups().all().stream().map(SecurityGroup::name).toList(),
                        one -> one.id() + "  " + one.description())
                .id();
    }

    // Every project has one called default, and an administrator sees them all.
    private List<SecurityGroup> named(String name) {
        return name.equals(DEFAULT) && cloud.projectId().isPresent()
                ? groups().byName(name, cloud.projectId().get())
                : groups().byName(name);
    }

    private SecurityGroupClient groups() {
        return cloud.securityGroups();
    }
}
