package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.config.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What Maven prints with -e. */
class RedactedExceptionTest {
    private final Redaction redaction = new Redaction();

    @Test
    void an_exception_with_nothing_to_hide_is_itself() {
        Exception plain = new OpenStackException("it failed", "", new IOException("reset"));
        assertThat(RedactedException.of(plain, redaction)).isSameAs(plain);
    }

    @Test
    void no_message_in_it_has_a_secret_and_all_else_is_told() {
        redaction.add(Secret.of("hunter2"));
        IOException cause = new IOException("hunter2 \u001b[2J");
        OpenStackException failure = new OpenStackException("it failed", "", cause);
        cause.addSuppressed(new IllegalStateException("and hunter2"));
        cause.addSuppressed(failure); // in a circle

        StringWriter trace = new StringWriter();
        RedactedException.of(failure, redaction).printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString())
                .startsWith(OpenStackException.class.getName() + ": it failed")
                .contains("Caused by: java.io.IOException: *** ")
                .contains("Suppressed: java.lang.IllegalStateException: and ***")
                .contains("RedactedExceptionTest.no_message_in_it")
                .doesNotContain("hunter2", "\u001b");
    }
}
