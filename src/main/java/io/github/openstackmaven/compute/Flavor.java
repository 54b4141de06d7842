package io.github.openstackmaven.compute;

/**
 * A size of server: <a href="https://docs.openstack.org/api-ref/compute/#list-flavors-with-details">flavors/detail</a>.
 *
 * @param ram MiB
 * @param disk GiB
 */
public record Flavor(String id, String name, int vcpus, int ram, int disk) {}
