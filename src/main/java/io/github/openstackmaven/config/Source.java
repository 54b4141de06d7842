package io.github.openstackmaven.config;

/** Where a setting was written, whose text says it in the user's terms. */
public sealed interface Source {

    /** A file, when no single cloud in it is meant: {@code clouds.yaml in /etc/openstack}. */
    record File(String label) implements Source {
        @Override
        public String toString() {
            return label;
        }
    }

    /** An entry of a file: {@code clouds.yaml of the user, cloud demo}. */
    record Entry(String file, String cloud) implements Source {
        @Override
        public String toString() {
            return file + ", cloud " + cloud;
        }
    }

    /** The values of one region: {@code region RegionOne of clouds.yaml of the user, cloud demo}. */
    record Region(String name, Source of) implements Source {
        @Override
        public String toString() {
            return "region " + name + " of " + of;
        }
    }

    /** What a public cloud publishes about itself: {@code profile ovh}. */
    record Profile(String name) implements Source {
        @Override
        public String toString() {
            return "profile " + name;
        }
    }

    /** An environment variable: {@code OS_USERNAME}. */
    record Variable(String name) implements Source {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Nobody wrote it. */
    record Default() implements Source {
        @Override
        public String toString() {
            return "default";
        }
    }

    /** Given for this run: {@code -Dopenstack.auth.username}, or {@code <auth><username> of the POM}. */
    record Explicit(String where) implements Source {
        @Override
        public String toString() {
            return where;
        }
    }
}
