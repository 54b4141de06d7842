package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.function.Function;

/** Which flavor the user wants. */
public sealed interface FlavorSpec {

    /** What comes of it, by which of the two it is. */
    <T> T match(Function<Named, T> named, Function<AtLeast, T> atLeast);

    /** The flavor of that name or id. */
    record Named(String nameOrId) implements FlavorSpec {
        @Override
        public <T> T match(Function<Named, T> named, Function<AtLeast, T> atLeast) {
            return named.apply(this);
        }
    }

    /**
     * The smallest that has at least this much.
     *
     * @param ram MiB
     * @param disk GiB
     */
    record AtLeast(int vcpus, int ram, int disk) implements FlavorSpec {

        /**
         * Checks that something is asked for.
         *
         * @throws OpenStackException when nothing is, or a number is negative
         */
        public AtLeast {
            if (vcpus < 0 || ram < 0 || disk < 0) {
                throw new OpenStackException(
                        "A negative number in <flavor>",
                        "<minVcpus>, <minRam> (MiB) and <minDisk> (GiB) are 0 or more.");
            }
            if (vcpus + ram + disk == 0) {
                throw new OpenStackException(
                        "A <flavor> that asks for nothing", "Set <minVcpus>, <minRam> (MiB) or <minDisk> (GiB) in it.");
            }
        }

        @Override
        public String toString() {
            return "at least " + vcpus + " vCPUs, " + ram + " MiB, " + disk + " GiB";
        }

        @Override
        public <T> T match(Function<Named, T> named, Function<AtLeast, T> atLeast) {
            return atLeast.apply(this);
        }
    }
}
