package io.github.openstackmaven.simulator;

/** Something with an id that a project has. */
public interface Owned {
    String id();

    String project();
}
