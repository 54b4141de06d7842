package io.github.openstackmaven.simulator;

import java.util.List;

/** The names that faults have in files. */
public final class FaultNames {
    private FaultNames() {}

    public static List<String> all() {
        return NamedFaults.names();
    }
}
