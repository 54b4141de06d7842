package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.OrEmpty;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A size of server: <a href="https://docs.openstack.org/api-ref/compute/#list-flavors-with-details">flavors/detail</a>.
 *
 * @param ram MiB
 * @param disk GiB
 * @param swap as Nova tells it: a number, and before 2.75 an empty text for none
 * @param ephemeral how much of further disks it may have, GiB
 * @param extraSpecs what it asks of a host beside its size; empty where that was not asked for, or is not shown
 */
public record Flavor(
        String id,
        String name,
        int vcpus,
        int ram,
        int disk,
        Optional<String> swap,
        @JsonProperty("OS-FLV-EXT-DATA:ephemeral") Optional<Integer> ephemeral,
        @JsonProperty("extra_specs") @OrEmpty Map<String, String> extraSpecs) {
    // Of these each host has some, and a flavor may count them otherwise than by its size.
    private static final String OF_EVERY_HOST = "VCPU|PCPU|MEMORY_MB|DISK_GB";
    private static final Pattern DEVICES = Pattern.compile("resources\\w*:(?!(" + OF_EVERY_HOST + ")$).*"
            + "|trait\\w*:.*|pci_passthrough:alias|accel:device_profile");

    /** How much swap space a server may have, MiB; empty where Nova does not tell. */
    public Optional<Integer> swapSpace() {
        return swap.map(text -> text.isEmpty() ? 0 : Integer.parseInt(text));
    }

    /** Whether it is for hosts that have something of their own: a GPU, another device, the whole of a machine. */
    public boolean isSpecial() {
        return extraSpecs.keySet().stream().anyMatch(key -> DEVICES.matcher(key).matches());
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
