package io.github.openstackmaven.simulator.keystone;

/** Who owns servers, networks and quotas; of domain Default. */
record Project(String id, String name) {}
