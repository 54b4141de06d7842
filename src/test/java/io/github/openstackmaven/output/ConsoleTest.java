package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.SteppedTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void what_was_seen_is_not_printed_again() {
        assertThat(new ConsoleTail("one\ntwo\n").news("one\ntwo\nthree\n")).isEqualTo("three\n");
    }

    @Test
    void a_log_whose_beginning_the_cloud_has_dropped_goes_on_where_it_was() {
        assertThat(new ConsoleTail("one\ntwo\n").news("two\nthree\n")).isEqualTo("three\n");
    }

    @Test
    void a_log_that_began_anew_is_printed_from_its_beginning() {
        assertThat(new ConsoleTail("one\n").news("booting\n")).isEqualTo("booting\n");
    }

    @Test
    void the_last_lines_are_all_where_there_are_fewer() {
        assertThat(ConsoleTail.last("one\ntwo\nthree\n", 2)).containsExactly("two", "three");
        assertThat(ConsoleTail.last("one\n", 50)).containsExactly("one");
    }

    @Test
    void a_console_is_followed_until_its_server_is_gone() {
        Iterator<Optional<String>> looks = List.of(
                        Optional.of("a\n"), Optional.of("a\nb\n"), Optional.of("a\nb\nc\n"), Optional.<String>empty())
                .iterator();
        StringBuilder printed = new StringBuilder();

        new ConsoleFollower(looks::next, "a\n", new SteppedTime(), printed::append).follow();

        assertThat(printed).hasToString("b\nc\n");
    }
}
