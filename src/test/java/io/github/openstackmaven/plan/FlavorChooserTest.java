package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Flavor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which flavor has what is asked for, and no more than that. */
class FlavorChooserTest {
    private static final Flavor PLAIN = flavor("m1.tiny", 1, Optional.of(""), Optional.of(0));
    private static final Flavor SWAP = flavor("d1.tiny", 2, Optional.of("64"), Optional.of(1));
    private static final Flavor SILENT = flavor("x1.tiny", 3, Optional.empty(), Optional.empty());

    private static final FlavorRequirement NO_REQUIREMENT =
            new FlavorRequirement(Optional.empty(), true, LocalDisks.none());

    private final FlavorChooser chooser = new FlavorChooser(FlavorListing.of(List.of(PLAIN, SWAP, SILENT)));

    @Test
    void a_named_flavor_that_has_less_is_told_with_those_that_have_as_much() {
        assertThatThrownBy(() -> chooser.choose(named("m1.tiny"), requirement(64, 1)))
                .hasMessage("Flavor 'm1.tiny' (1 vCPU, 512 MiB, 1 GiB) has less than is asked for: swap 64 MiB,"
                        + " ephemeral 1 GiB")
                .asInstanceOf(InstanceOfAssertFactories.type(OpenStackException.class))
                .extracting(OpenStackException::advice)
                .isEqualTo("These have as much: d1.tiny (2 vCPUs, 512 MiB, 1 GiB, swap 64 MiB, ephemeral 1 GiB),"
                        + " x1.tiny (3 vCPUs, 512 MiB, 1 GiB).");
    }

    @Test
    void the_smallest_that_has_as_much_is_taken() {
        assertThat(chooser.choose(new FlavorSpec.AtLeast(1, 0, 0), requirement(64, 1)))
                .isEqualTo(SWAP);
        assertThat(chooser.choose(new FlavorSpec.AtLeast(1, 0, 0), NO_REQUIREMENT))
                .isEqualTo(PLAIN);
    }

    @Test
    void of_a_flavor_that_does_not_tell_nova_decides() {
        assertThat(chooser.choose(named("x1.tiny"), requirement(65, 2))).isEqualTo(SILENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"resources:VGPU", "resources1:CUSTOM_GOLD", "trait:HW_GPU_API_VULKAN", "pci_passthrough:alias"})
    void one_that_is_for_special_hosts_is_taken_only_where_no_other_has_as_much(String demand) {
        FlavorChooser all = new FlavorChooser(
                FlavorListing.of(List.of(asking("a1.tiny", 1, demand), PLAIN, asking("a1.huge", 8, demand))));

        assertThat(all.choose(new FlavorSpec.AtLeast(1, 0, 0), NO_REQUIREMENT).name())
                .isEqualTo("m1.tiny");
        assertThat(all.choose(new FlavorSpec.AtLeast(2, 0, 0), NO_REQUIREMENT).name())
                .isEqualTo("a1.huge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hw:cpu_policy", "hw_rng:allowed", "resources:VCPU", "aggregate_instance_extra_specs:ssd"})
    void other_demands_make_none_special(String demand) {
        FlavorChooser all = new FlavorChooser(FlavorListing.of(List.of(PLAIN, asking("a1.tiny", 1, demand))));

        assertThat(all.choose(new FlavorSpec.AtLeast(1, 0, 0), NO_REQUIREMENT).name())
                .isEqualTo("a1.tiny");
    }

    private static Flavor asking(String name, int vcpus, String demand) {
        return new Flavor(name, name, vcpus, 512, 1, Optional.empty(), Optional.empty(), Map.of(demand, "1"));
    }

    private static FlavorSpec named(String name) {
        return new FlavorSpec.Named(name);
    }

    private static FlavorRequirement requirement(int swap, int ephemeral) {
        return new FlavorRequirement(Optional.empty(), true, new LocalDisks(Optional.of(swap), Optional.of(ephemeral)));
    }

    private static Flavor flavor(String name, int vcpus, Optional<String> swap, Optional<Integer> ephemeral) {
        return new Flavor(name, name, vcpus, 512, 1, swap, ephemeral, Map.of());
    }
}
