package io.github.openstackmaven.guest;

import io.github.openstackmaven.Reach;
import io.github.openstackmaven.simulator.Machine;
import io.github.openstackmaven.simulator.Resident;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A machine with the doors that somebody has come to so far. */
final class Guest implements AutoCloseable {
    private static final int SSH = 22;
    private static final int HTTP = 80;

    private final Machine machine;
    private final String address;
    private final GuestFolder folder;
    private final GuestThreads threads;
    private final InstantSource clock;
    private final Map<Integer, Door> doors = new HashMap<>();

    Guest(Machine machine, String address, GuestFolder folder, GuestThreads threads, InstantSource clock) {
        this.machine = machine;
        this.address = address;
        this.folder = folder;
        this.threads = threads;
        this.clock = clock;
    }

    /** What listens for a port of the machine, on a port of its own. */
    interface Door extends Closeable {
        int port();
    }

    /**
     * Where that is.
     *
     * @throws ConnectException when nothing listens
     */
    synchronized InetSocketAddress door(int port) throws IOException {
        if (!doors.containsKey(port)) doors.put(port, open(port));
        return Reach.here(doors.get(port).port());
    }

    private Door open(int port) throws IOException {
        return switch (port) {
            case SSH -> SshDoor.open(machine, folder, threads, clock);
            case HTTP -> PageDoor.open(machine, threads);
            default -> throw new ConnectException("Connection refused");
        };
    }

    /** Whether by now its address is nobody's, or another's. */
    boolean hasGone(Function<String, Resident> cloud) {
        boolean gone = cloud.apply(address)
                .machine()
                .filter(now -> now.id().equals(machine.id()))
                .isEmpty();
        if (gone) close();
        return gone;
    }

    @Override
    public synchronized void close() {
        try {
            for (Door door : doors.values()) door.close();
            folder.delete();
        } catch (IOException e) {
            // What is left of its files goes at the end.
        }
    }
}
