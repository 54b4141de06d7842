package io.github.openstackmaven.plan;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.network.SecurityGroup;
import java.util.List;

/** Finds the security groups a user wants. */
record SecurityGroupChooser(Cloud cloud) {

    /**
     * The id of the group of that name or id.
     *
     * @throws io.github.openstackmaven.OpenStackException when there is none, or several
     */
    String choose(String wanted) {
        Choice choice = new Choice("security group", wanted);
        List<SecurityGroup> byId = Choice.isId(wanted)
                ? cloud.securityGroups().byId(wanted).stream().toList()
                : List.of();
        List<SecurityGroup> found = byId.isEmpty() ? cloud.securityGroups().byName(wanted) : byId;
        if (found.isEmpty()) {
            throw choice.unknown(cloud.securityGroups().all().stream()
                    .map(SecurityGroup::name)
                    .toList());
        }
        return choice.only(found, one -> one.id() + "  " + one.description()).id();
    }
}
