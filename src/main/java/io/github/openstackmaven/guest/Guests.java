package io.github.openstackmaven.guest;

import io.github.openstackmaven.Reach;
import io.github.openstackmaven.simulator.Doors;
import io.github.openstackmaven.simulator.Machine;
import io.github.openstackmaven.simulator.Resident;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The machines of a simulated cloud, brought to life one by one as somebody connects to them. Where an address is the
 * cloud's, what else listens there on this machine is never reached.
 */
public final class Guests implements Reach, Doors {
    private final Function<String, Resident> cloud;
    private final InstantSource clock;
    private final Map<String, Guest> guests = new HashMap<>();
    private final GuestThreads threads = GuestThreads.make();
    private Optional<GuestFolders> folders = Optional.empty();

    /** @param cloud who has an address now */
    public Guests(Function<String, Resident> cloud) {
        this(cloud, InstantSource.system());
    }

    /** @param clock by which a guest shuts out who was refused too often */
    public Guests(Function<String, Resident> cloud, InstantSource clock) {
        this.cloud = cloud;
        this.clock = clock;
    }

    @Override
    public Optional<InetSocketAddress> instead(String host, int port) throws IOException {
        Resident resident = cloud.apply(host);
        return switch (resident.state()) {
            case ELSEWHERE -> Optional.empty();
            case BEHIND_ROUTER -> throw new NoRouteToHostException("it is behind the simulated router");
            case NOBODY, OFF -> throw new NoRouteToHostException("No route to host");
            case DOWN -> throw new ConnectException("Connection refused");
            case UP -> Optional.of(at(host, resident.machine().orElseThrow()).door(port));
        };
    }

    private synchronized Guest at(String host, Machine machine) throws IOException {
        guests.values().removeIf(guest -> guest.hasGone(cloud));
        Guest known = guests.get(machine.id());
        if (known != null) return known;
        if (folders.isEmpty()) folders = Optional.of(GuestFolders.make());
        Guest guest = new Guest(machine, host, folders.get().folder(machine.id()), threads, clock);
        guests.put(machine.id(), guest);
        return guest;
    }

    /** Where their files are, once there was one. */
    synchronized Optional<Path> folder() {
        return folders.map(GuestFolders::root);
    }

    /** Ends them all; their files go. */
    @Override
    public synchronized void close() {
        guests.values().forEach(Guest::close);
        guests.clear();
        folders.ifPresent(GuestFolders::delete);
        folders = Optional.empty();
        threads.close();
    }
}
