package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NamedResourceTest {
    private final NamedResource choice = new NamedResource("image", "debain-12");

    @Test
    void an_unknown_name_comes_with_the_nearest_there_are() {
        OpenStackException e = choice.unknown(List.of("bulk-000", "ubuntu-22.04", "Debian-12", "debian-11"));

        assertThat(e).hasMessage("Unknown image 'debain-12'");
        assertThat(e.advice()).startsWith("The nearest of the project's images: Debian-12, debian-11, ");
    }

    @Test
    void where_there_is_nothing_it_says_so() {
        assertThat(choice.unknown(List.of()).advice()).isEqualTo("The project sees no image at all.");
    }

    @Test
    void an_ambiguous_name_lists_the_candidates() {
        assertThatThrownBy(() -> choice.only(List.of("a", "b"), Function.identity()))
                .hasMessage("Ambiguous image 'debain-12': 2 have that name")
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).endsWith("  a\n  b"));
    }
}
