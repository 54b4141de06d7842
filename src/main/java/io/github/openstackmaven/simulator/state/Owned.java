package io.github.openstackmaven.simulator.state;

/** Something with an id that a project has. */
public interface Owned {
    String id();

    String project();
}
