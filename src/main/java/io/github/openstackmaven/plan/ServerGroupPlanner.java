package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.ServerGroup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Resolves which group servers are put in. */
final class ServerGroupPlanner {
    private final LookUp<List<ServerGroup>> all;

    ServerGroupPlanner(Cloud cloud, Executor executor) {
        this.all = new LookUp<>(executor, () -> cloud.serverGroups().all());
    }

    void ask(ServerSpec spec) {
        if (spec.serverGroup().isPresent()) all.ask();
    }

    /**
     * The group of a server that was asked for: one that is there, else one to be made.
     *
     * @throws OpenStackException when several have that name, there is none of that id, or a hint names one too
     */
    Optional<PlannedServerGroup> planned(ServerSpec spec) {
        if (spec.serverGroup().isPresent() && spec.options().schedulerHints().containsKey("group")) {
            throw new OpenStackException(
                    "Server '" + spec.name() + "' has both <serverGroup> and the scheduler hint 'group'",
                    "Leave one out: they exclude each other.");
        }
        return spec.serverGroup().map(this::planned);
    }

    private PlannedServerGroup planned(ServerGroupSpec wanted) {
        List<ServerGroup> there = all.answer().orElseThrow();
        NamedResource choice = new NamedResource("server group", wanted.name());
        List<ServerGroup> found = there.stream()
                .filter(group ->
                        group.id().equals(wanted.name()) || group.name().equals(wanted.name()))
                .toList();
        if (found.isEmpty() && NamedResource.isId(wanted.name())) {
            throw choice.unknown(there.stream().map(ServerGroup::name).toList());
        }
        if (found.isEmpty()) return new PlannedServerGroup.New(wanted.name(), wanted.policy());
        return new PlannedServerGroup.Existing(
                choice.only(found, one -> one.id() + "  " + String.join(", ", one.policies())));
    }
}
