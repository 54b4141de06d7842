package io.github.openstackmaven.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked on a terminal, and how it is answered. */
class DialogTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void one_is_chosen_by_its_number_or_its_name() {
        Question question = question(Optional.empty(), "debian-12", "ubuntu-24.04", "rocky-9");

        assertThat(typing("2").choose(question).name()).isEqualTo("ubuntu-24.04");
        assertThat(typing("rocky-9").choose(question).name()).isEqualTo("rocky-9");
        assertThat(shown()).contains("\n  2  ubuntu-24.04  of today").contains("Number, name or a part of it: ");
    }

    @Test
    void a_part_of_a_name_narrows_the_list_and_the_numbers_are_the_narrowed_lists() {
        Question question = question(Optional.empty(), "debian-12", "ubuntu-22.04", "ubuntu-24.04");

        assertThat(typing("UBUNTU", "2").choose(question).name()).isEqualTo("ubuntu-24.04");
        assertThat(typing("24").choose(question).name()).isEqualTo("ubuntu-24.04");
    }

    @Test
    void nothing_typed_is_what_is_suggested_and_else_the_whole_list_again() {
        Question question = question(Optional.empty(), "a1", "a2", "b");

        assertThat(typing("a", "", "3").choose(question).name()).isEqualTo("b");
        assertThat(typing("")
                        .choose(question(Optional.of(offered("a2")), "a1", "a2"))
                        .name())
                .isEqualTo("a2");
        assertThat(shown()).contains("[a2]: ");
    }

    @Test
    void a_name_that_is_a_number_goes_before_a_number() {
        assertThat(typing("1").choose(question(Optional.empty(), "2", "1")).name())
                .isEqualTo("1");
    }

    @Test
    void what_no_name_has_is_told_with_the_nearest_and_asked_again() {
        Question question = question(Optional.empty(), "debian-12", "rocky-9");

        assertThat(typing("debain", "7", "1").choose(question).name()).isEqualTo("debian-12");
        assertThat(shown())
                .contains("No image has 'debain' in its name. The nearest: debian-12, rocky-9")
                .contains("No image has '7' in its name");
    }

    @Test
    void a_long_list_is_cut_and_says_so() {
        Question question = question(
                Optional.empty(),
                IntStream.range(0, 60).mapToObj(n -> "bulk-" + n).toArray(String[]::new));

        assertThat(typing("21", "bulk-59").choose(question).name()).isEqualTo("bulk-20");
        assertThat(shown()).contains("and 40 more: type a part of the name").doesNotContain("bulk-21");
    }

    @Test
    void nothing_of_a_name_is_heeded_by_the_terminal() {
        typing("1").choose(question(Optional.empty(), "a\u001b]0;owned\u0007b"));

        assertThat(shown()).contains("ab").doesNotContain("\u001b").doesNotContain("owned");
    }

    @Test
    void something_is_done_when_it_is_allowed() {
        assertThat(typing("").allows("Write it?")).isTrue();
        assertThat(typing("what?", "No").allows("Write it?")).isFalse();
        assertThat(shown()).contains("Write it? (y/n) [y]: ");
    }

    @Test
    void a_text_may_be_left_as_it_is_suggested() {
        assertThat(typing("").text("Name", "a")).isEqualTo("a");
        assertThat(typing(" b ").text("Name", "a")).isEqualTo("b");
    }

    @Test
    void at_the_end_of_the_input_nothing_is_done() {
        assertThatThrownBy(() -> typing().allows("Write it?")).hasMessage("The input has ended before an answer");
        assertThatThrownBy(() -> typing("x").choose(question(Optional.empty(), "a")))
                .hasMessage("The input has ended before an answer");
    }

    @Test
    void from_nothing_nothing_is_chosen() {
        assertThatThrownBy(() -> typing("1").choose(question(Optional.empty())))
                .hasMessage("No image is named")
                .satisfies(e ->
                        assertThat(((OpenStackException) e).advice()).isEqualTo("The project sees no image at all."));
    }

    private Dialog typing(String... lines) {
        String typed = String.join("", Stream.of(lines).map(line -> line + "\n").toList());
        return new Dialog(
                new BufferedReader(new StringReader(typed)), new PrintStream(shown, true, StandardCharsets.UTF_8), 80);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static Question question(Optional<Offered> suggested, String... names) {
        return new Question(
                "image",
                "openstack.image",
                Stream.of(names).map(DialogTest::offered).toList(),
                suggested);
    }

    private static Offered offered(String name) {
        return new Offered("id-of-" + name, name, "of today", Offered.By.NAME);
    }
}
