package io.github.openstackmaven.simulator;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with one request. */
public sealed interface Fault {

    /** Answers with this instead of doing anything, as a gateway in trouble does. */
    record Status(int code, Map<String, String> headers, String body) implements Fault {}

    /** Closes the connection without doing anything. */
    record DropBefore() implements Fault {}

    /** Does what was asked, then closes the connection without an answer. */
    record DropAfter() implements Fault {}

    /** Does what was asked and answers, but only after a while. */
    record Delay(Duration duration) implements Fault {}
}
