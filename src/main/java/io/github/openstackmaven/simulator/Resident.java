package io.github.openstackmaven.simulator;

import java.util.Optional;

/**
 * Who answers at an address.
 *
 * @param machine whose address it is, be it off; there is always one that is {@link State#UP}
 */
public record Resident(State state, Optional<Machine> machine) {

    /** What there is to find. */
    public enum State {
        /** The address is none of this cloud's. */
        ELSEWHERE,
        /** It is in a network that nobody outside reaches. */
        BEHIND_ROUTER,
        /** No machine has it. */
        NOBODY,
        /** A machine that is switched off: nobody answers, and its files wait for it. */
        OFF,
        /** A machine that listens nowhere: it boots, or always will. */
        DOWN,
        /** A machine that is up. */
        UP
    }

    static Resident none(State state) {
        return new Resident(state, Optional.empty());
    }
}
