package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.InstanceAction;
import java.util.List;

/** What the cloud says it did to a server, for reports: a cloud that does not tell it has told nothing. */
public record CloudActions(ComputeClient compute) {

    /** The actions with their steps, the latest first. */
    public List<InstanceAction> of(String serverId) {
        try {
            return compute.actions(serverId).stream()
                    .map(action -> detailed(serverId, action))
                    .toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    // The steps are shown to everybody since 2.51 alone.
    private InstanceAction detailed(String serverId, InstanceAction action) {
        try {
            return compute.action(serverId, action.requestId());
        } catch (RuntimeException e) {
            return action;
        }
    }
}
