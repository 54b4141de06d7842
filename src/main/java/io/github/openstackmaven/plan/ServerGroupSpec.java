package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.ServerGroupPolicy;

/**
 * The server group a server is put in.
 *
 * @param name name or id; where there is none of it, one is made for this launch
 * @param policy of the one that is made
 */
public record ServerGroupSpec(String name, ServerGroupPolicy policy) {}
