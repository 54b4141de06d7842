package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.ServerGroup;
import io.github.openstackmaven.compute.ServerGroupPolicy;

/** A server group with its name resolved. */
public sealed interface PlannedServerGroup {

    /** One that is there. */
    record Existing(ServerGroup group) implements PlannedServerGroup {}

    /** One to be made, once for all servers of the launch that name it. */
    record New(String name, ServerGroupPolicy policy) implements PlannedServerGroup {}
}
