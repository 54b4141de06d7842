package io.github.openstackmaven.mojo;

import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.ledger.ResourceType;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The servers of a launch that stay although it has failed, as far as they were waited for. */
final class KeptServers {
    private final Queue<Launched> waitedFor = new ConcurrentLinkedQueue<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /** Its address is known by now, if it has one, and who logs in. */
    void waitedFor(Launched server) {
        waitedFor.add(server);
    }

    /** Listens to the launch. */
    void event(LaunchEvent event) {
        if (event instanceof LaunchEvent.Kept one && one.kind() == ResourceType.SERVER) kept.add(one.id());
    }

    List<Launched> servers() {
        return waitedFor.stream()
                .filter(one -> kept.contains(one.server().id()))
                .toList();
    }
}
