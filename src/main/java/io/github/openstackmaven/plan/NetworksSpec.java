package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Optional;

/** Which networks the user wants the server on. */
public sealed interface NetworksSpec {

    /** Nothing said: the project's only network, or the one the cloud's settings hint at. */
    record Unspecified() implements NetworksSpec {}

    /** Nova makes a network where the project has none. */
    record Auto() implements NetworksSpec {}

    /** No network at all. */
    record None() implements NetworksSpec {}

    /** These, in this order. */
    record Listed(List<Nic> nics) implements NetworksSpec {
        public Listed {
            nics = List.copyOf(nics);
        }
    }

    /** The networks of these, for a server beside the one that has their ports and addresses. */
    record Beside(List<Nic> nics) implements NetworksSpec {
        public Beside {
            nics = List.copyOf(nics);
        }
    }

    /**
     * One interface of the server.
     *
     * @param network name or id
     * @param port name or id of one that is there already
     * @param fixedIp the address it gets
     * @param tag by which the guest knows it
     */
    record Nic(Optional<String> network, Optional<String> port, Optional<String> fixedIp, Optional<String> tag) {

        /**
         * Checks that it is either a network or a port.
         *
         * @throws OpenStackException when it is neither, both, or an address of a port that has its own
         */
        public Nic {
            if (network.isPresent() && port.isPresent()) {
                throw new OpenStackException(
                        "Both <name> and <port> in a <network>", "A port is on its network already: leave one out.");
            }
            if (network.isEmpty() && port.isEmpty()) {
                throw new OpenStackException(
                        "A <network> with neither <name> nor <port>",
                        "Set <name> to a network's name or id, or <port> to that of a port that is there already.");
            }
            if (port.isPresent() && fixedIp.isPresent()) {
                throw new OpenStackException(
                        "Both <port> and <fixedIp> in a <network>", "A port has its address already: leave one out.");
            }
        }

        /** A network by name or id. */
        public static Nic on(String network) {
            return new Nic(Optional.of(network), Optional.empty(), Optional.empty(), Optional.empty());
        }

        private boolean isOnesOwn() {
            return port.isPresent() || fixedIp.isPresent();
        }

        private boolean isWord(String word) {
            return network.filter(word::equals).isPresent() && fixedIp.isEmpty() && tag.isEmpty();
        }
    }

    /** The same for a server beside the one that is on them. */
    default NetworksSpec beside() {
        return this instanceof Listed listed && listed.nics().stream().anyMatch(Nic::isOnesOwn)
                ? new Beside(listed.nics())
                : this;
    }

    /**
     * What a list of names means.
     *
     * @throws OpenStackException when {@code auto} or {@code none} is one of several
     */
    public static NetworksSpec of(List<Nic> nics) {
        boolean auto = nics.stream().anyMatch(nic -> nic.isWord("auto"));
        boolean none = nics.stream().anyMatch(nic -> nic.isWord("none"));
        if ((auto || none) && nics.size() > 1) {
            throw new OpenStackException(
                    "'" + (auto ? "auto" : "none") + "' beside other <networks>",
                    "It stands alone: leave it out, or the others.");
        }
        if (auto) return new Auto();
        if (none) return new None();
        return nics.isEmpty() ? new Unspecified() : new Listed(nics);
    }
}
