package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes wrong with one request. */
public sealed interface Fault {

    /** Answers the request so, or doesn't. */
    void strike(Conversation request) throws IOException;

    /** Whether it goes wrong before the cloud has done what it was asked, so that it never does, or after. */
    enum Heeded {
        BEFORE,
        AFTER;

        void by(Conversation request) {
            if (this == AFTER) request.heed();
        }
    }

    /** The port is closed for so long, and this connection with it. */
    record Refuse(Duration duration) implements Fault {
        @Override
        public void strike(Conversation request) {
            request.refuse(duration);
        }
    }

    /** Breaks the connection instead of an answer. */
    record Reset(Heeded heeded) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            heeded.by(request);
            request.reset();
        }
    }

    /** Closes the connection instead of an answer. */
    record Close(Heeded heeded) implements Fault {
        @Override
        public void strike(Conversation request) {
            heeded.by(request);
            request.close();
        }
    }

    /** Says nothing, until the client goes or so much time has passed. */
    record Hang(Heeded heeded, Duration longest) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            heeded.by(request);
            request.hang(longest);
        }
    }

    /** Does what was asked and answers, but only after a while; {@code heeded} says on which side of it. */
    record Delay(Heeded heeded, Duration duration) implements Fault {
        /** Waits first, then does it. */
        public Delay(Duration duration) {
            this(Heeded.BEFORE, duration);
        }

        @Override
        public void strike(Conversation request) throws IOException {
            Optional<Answer> early = heeded == Heeded.AFTER ? Optional.of(request.heed()) : Optional.empty();
            request.pause(duration);
            request.send(early.orElseGet(request::heed));
        }
    }

    /** Answers, with a body that takes so long. */
    record Trickle(Duration duration) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            request.trickle(request.heed(), duration);
        }
    }

    /** Does nothing and sends an answer without end, a byte a second: in its body, or in its head. */
    record Endless(boolean inHead, Duration longest) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            String head = "HTTP/1.1 200 OK\r\n";
            if (inHead) request.drip(head, "X-More: y\r\n", longest);
            else {
                request.drip(head + "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{", " ", longest);
            }
        }
    }

    /** Answers with half the body; {@code told} when the length says so, which makes it good HTTP with broken JSON. */
    record Truncate(boolean told) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            Answer answer = request.heed();
            int half = answer.body().length() / 2;
            if (told) request.send(answer.withBody(answer.body().substring(0, half)));
            else request.send(answer, half);
        }
    }

    /** Answers with this. */
    record Status(int code, Map<String, String> headers, String body, Heeded heeded) implements Fault {
        public Status {
            headers = Map.copyOf(headers);
        }

        /** Instead of doing anything, as a gateway in trouble does. */
        public Status(int code, Map<String, String> headers, String body) {
            this(code, headers, body, Heeded.BEFORE);
        }

        @Override
        public void strike(Conversation request) throws IOException {
            heeded.by(request);
            request.send(new Answer(code, List.of(), body).withAll(headers));
        }
    }

    /** Answers that it is not the time; {@code dated} when Retry-After is a date. */
    record Busy(int code, Duration retryAfter, boolean dated) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            String when = dated
                    ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            request.now().plus(retryAfter).atZone(ZoneOffset.UTC))
                    : String.valueOf(retryAfter.toSeconds());
            JsonNode body = JsonTree.object(
                    "overLimit", JsonTree.object("message", "This request was rate-limited.", "code", code));
            request.send(Answer.json(code, body).with("Retry-After", when));
        }
    }

    /** A gateway gives up at once, and the request goes on behind it, for so long. */
    record Late(Duration duration) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            request.heedAfter(duration);
            request.send(Answer.html(
                    504,
                    "<html><body><h1>504 Gateway Time-out</h1>\nThe server didn't respond in time.\n</body></html>"));
        }
    }

    /**
     * Leads elsewhere; by default to the same path under another name of this host.
     *
     * @param location in which {@code {target}} stands for the request's path and query
     */
    record Redirect(int code, Optional<String> location) implements Fault {
        private static final String TARGET = "{target}";

        @Override
        public void strike(Conversation request) throws IOException {
            String elsewhere = location.orElse("http://localhost:" + request.port() + TARGET)
                    .replace(TARGET, request.target());
            request.send(Answer.empty(code).with("Location", elsewhere));
        }
    }

    /** Answers in another shape. */
    record Reshape(Shape shape) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            Answer answer = request.heed();
            request.send(answer.withBody(shape.of(answer.body())));
        }
    }

    /** Answers with these regular expressions replaced in the body, and with these headers instead of its own. */
    record Edit(Map<String, String> replacements, Map<String, String> headers) implements Fault {
        public Edit {
            replacements = Map.copyOf(replacements);
            headers = Map.copyOf(headers);
        }

        @Override
        public void strike(Conversation request) throws IOException {
            Answer answer = request.heed();
            String body = answer.body();
            for (Map.Entry<String, String> one : replacements.entrySet()) {
                body = body.replaceAll(one.getKey(), one.getValue());
            }
            request.send(answer.withBody(body).withAll(headers));
        }
    }

    /** Answers a look at a list with an empty one, and at anything else with 404, as a database does that lags behind. */
    record Stale() implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            Answer answer = request.heed();
            request.send(request.isLook() ? stale(answer) : answer);
        }

        private static Answer stale(Answer answer) {
            return Shape.emptied(answer.body())
                    .map(answer::withBody)
                    .orElseGet(() -> Answer.json(
                            404,
                            JsonTree.object(
                                    "itemNotFound",
                                    JsonTree.object("message", "Instance could not be found.", "code", 404))));
        }
    }

    /** Answers with a list of that many megabytes; the list's name in the answer is {@code key}. */
    record Huge(int megabytes, String key) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            String item = "{\"id\": \"00000000-0000-0000-0000-000000000000\", \"name\": \"" + "x".repeat(1000) + "\"},";
            int times = megabytes * 1_000_000 / item.length();
            request.stream("{\"" + key + "\": [", item, times, "{\"id\": \"1\", \"name\": \"z\"}]}");
        }
    }

    /** Makes the server that was asked for, which goes to ERROR when it should be ready. */
    record Fail(String reason) implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            Answer answer = request.heed();
            Shape.id(answer.body(), "server").ifPresent(id -> request.cloud().fail(id, reason));
            request.send(answer);
        }
    }

    /** Makes the server that was asked for, which stays in BUILD. */
    record Stick() implements Fault {
        @Override
        public void strike(Conversation request) throws IOException {
            Answer answer = request.heed();
            Shape.id(answer.body(), "server").ifPresent(request.cloud()::stick);
            request.send(answer);
        }
    }
}
