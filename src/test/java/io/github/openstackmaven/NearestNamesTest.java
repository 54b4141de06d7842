package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    @Test
    void what_takes_the_fewest_changes_is_the_nearest() {
        assertThat(new NearestNames(List.of("ubuntu-24.04", "debian-11", "debian-12", "cirros")).to("debain-12"))
                .startsWith("debian-12", "debian-11")
                .hasSize(4);
        assertThat(new NearestNames(List.of("sitting", "mitten", "kitten")).to("kitchen"))
                .containsExactly("kitten", "mitten", "sitting");
    }

    @Test
    void case_does_not_matter_names_count_once_and_ties_are_in_their_order() {
        assertThat(new NearestNames(List.of("b", "a", "b", "M1.Tiny")).to("m1.tiny"))
                .containsExactly("M1.Tiny", "a", "b");
    }

    @Test
    void what_a_name_is_a_part_of_is_nearer_than_what_it_only_looks_like() {
        assertThat(new NearestNames(List.of("bulk-0", "cirros-0.3.4-x86_64-uec", "circle")).to("cirros"))
                .containsExactly("cirros-0.3.4-x86_64-uec", "circle", "bulk-0");
    }

    @Test
    void there_may_be_none() {
        assertThat(new NearestNames(List.of()).to("x")).isEmpty();
        assertThat(new NearestNames(List.of("x")).to("")).containsExactly("x");
    }
}
