package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A size of server: <a href="https://docs.openstack.org/api-ref/compute/#list-flavors-with-details">flavors/detail</a>.
 *
 * @param ram MiB
 * @param disk GiB
 * @param swap how much swap space a server may have, MiB; before 2.75 an empty text for none
 * @param ephemeral how much of further disks it may have, GiB
 */
public record Flavor(
        String id,
        String name,
        int vcpus,
        int ram,
        int disk,
        Optional<Integer> swap,
        @JsonProperty("OS-FLV-EXT-DATA:ephemeral") Optional<Integer> ephemeral) {

    /** As people read it: {@code 1 vCPU, 512 MiB, 1 GiB}. */
    public String size() {
        return vcpus + (vcpus == 1 ? " vCPU, " : " vCPUs, ") + ram + " MiB, " + disk + " GiB"
                + swap.filter(size -> size > 0)
                        .map(size -> ", swap " + size + " MiB")
                        .orElse("")
                + ephemeral
                        .filter(size -> size > 0)
                        .map(size -> ", ephemeral " + size + " GiB")
                        .orElse("");
    }
}
