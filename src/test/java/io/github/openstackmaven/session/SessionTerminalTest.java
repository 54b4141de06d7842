package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SessionTerminalTest {

    @Test
    void what_maven_prints_with_its_errors_to_one_file_is_no_terminal() {
        PrintStream file = stream();

        assertThat(SessionTerminal.isLogFile(file, file)).as("mvn -l FILE").isTrue();
        assertThat(SessionTerminal.isLogFile(stream(), stream())).isFalse();
    }

    private static PrintStream stream() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }
}
