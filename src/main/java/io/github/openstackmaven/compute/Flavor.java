package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A size of server: <a href="https://docs.openstack.org/api-ref/compute/#list-flavors-with-details">flavors/detail</a>.
 *
 * @param ram MiB
 * @param disk GiB
 * @param swap as Nova tells it: a number, and before 2.75 an empty text for none
 * @param ephemeral how much of further disks it may have, GiB
 */
public record Flavor(
        String id,
        String name,
        int vcpus,
        int ram,
        int disk,
        Optional<String> swap,
        @JsonProperty("OS-FLV-EXT-DATA:ephemeral") Optional<Integer> ephemeral) {

    /** How much swap space a server may have, MiB; empty where Nova does not tell. */
    public Optional<Integer> swapSpace() {
        return swap.map(text -> text.isEmpty() ? 0 : Integer.parseInt(text));
    }

    /** As people read it: {@code 1 vCPU, 512 MiB, 1 GiB}. */
    public String size() {
        return vcpus + (vcpus == 1 ? " vCPU, " : " vCPUs, ") + ram + " MiB, " + disk + " GiB"
                + swapSpace()
                        .filter(size -> size > 0)
                        .map(size -> ", swap " + size + " MiB")
                        .orElse("")
                + ephemeral
                        .filter(size -> size > 0)
                        .map(size -> ", ephemeral " + size + " GiB")
                        .orElse("");
    }
}
