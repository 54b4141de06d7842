package io.github.openstackmaven.simulator.state;

/**
 * A size of server.
 *
 * @param ram MiB
 * @param disk GiB
 * @param swap MiB
 * @param ephemeral GiB
 */
public record Flavor(String id, String name, int ram, int disk, int vcpus, int swap, int ephemeral) {
    // The largest disk of the simulated hosts.
    private static final int ROOM = 2000;

    /** Whether some host has room for it. */
    public boolean fits() {
        return disk <= ROOM;
    }
}
