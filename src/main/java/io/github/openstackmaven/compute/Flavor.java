package io.github.openstackmaven.compute;

/**
 * A size of server: <a href="https://docs.openstack.org/api-ref/compute/#list-flavors-with-details">flavors/detail</a>.
 *
 * @param ram MiB
 * @param disk GiB
 */
public record Flavor(String id, String name, int vcpus, int ram, int disk) {

    /** As people read it: {@code 1 vCPU, 512 MiB, 1 GiB}. */
    public String size() {
        return vcpus + (vcpus == 1 ? " vCPU, " : " vCPUs, ") + ram + " MiB, " + disk + " GiB";
    }
}
