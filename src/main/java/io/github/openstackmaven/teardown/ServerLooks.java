package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at the servers of a teardown, at several of them in one list: before their deletion in that of the project's, after
 * it in that of what has changed since, which foreign servers don't lengthen.
 *
 * @param began when the teardown did
 */
record ServerLooks(Resources resources, Instant began) {
    // Clocks of a cloud, and this machine's, may differ so much; where they differ more each is looked at by itself.
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** What shows each thing that is to be looked at now. */
    Function<Resource, Optional<Resource>> at(List<Deletion> due) {
        List<Deletion> servers = due.stream()
                .filter(one -> one.candidate().kind() == ResourceType.SERVER && one.looksFirst())
                .filter(one -> one.thing().isPresent())
                .toList();
        if (servers.size() < 2) return this::single;
        try {
            boolean going = servers.stream().allMatch(one -> one.evidence().accepted());
            Map<String, Resource> listed = going ? resources.serversChangedSince(began.minus(SKEW)) : there();
            return thing -> Optional.ofNullable(listed.get(thing.id())).or(() -> single(thing));
        } catch (RuntimeException e) { // one that can't be read spoils the list, and no look at another
            return this::single;
        }
    }

    private Map<String, Resource> there() {
        return resources.all(ResourceType.SERVER).stream()
                .collect(Collectors.toMap(Resource::id, Function.identity(), (one, same) -> one));
    }

    private Optional<Resource> single(Resource thing) {
        return resources.find(thing.kind(), thing.id());
    }
}
