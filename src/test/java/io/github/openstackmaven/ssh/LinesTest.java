package io.github.openstackmaven.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    private static final int LONGEST = 64 * 1024;

    private final List<String> printed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"é", "€", "𝄞"})
    void a_line_that_is_too_long_is_cut_between_two_characters(String character) throws IOException {
        String line = "x" + character.repeat(LONGEST);

        print(line.getBytes(StandardCharsets.UTF_8));

        assertThat(printed).hasSizeGreaterThan(1);
        assertThat(String.join("", printed)).isEqualTo(line);
    }

    @Test
    void one_that_is_just_as_long_as_it_may_be_is_one() throws IOException {
        print(("x".repeat(LONGEST) + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(printed).containsExactly("x".repeat(LONGEST));
    }

    @Test
    void what_is_no_text_at_all_is_cut_all_the_same() throws IOException {
        byte[] bytes = new byte[2 * LONGEST];
        Arrays.fill(bytes, (byte) 0x80);

        print(bytes);

        assertThat(printed).hasSize(2);
    }

    private void print(byte[] bytes) throws IOException {
        try (Lines.Stream stream = new Lines(printed::add).stream()) {
            stream.write(bytes);
        }
    }
}
