package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Incoming;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Web;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A request on its connection, and the ways to answer it, right and wrong. It is for faults, and so has nothing public. */
public final class Conversation {
    private static final int STEPS = 40;

    private final Socket socket;
    private final Incoming request;
    private final Supplier<Answer> cloud;
    private final Backstage backstage;
    private final IntConsumer record;

    /**
     * A conversation that has not been answered.
     *
     * @param cloud does what is asked
     * @param record is told the status just before it is sent, or 0 when none will be
     */
    Conversation(Socket socket, Incoming request, Supplier<Answer> cloud, Backstage backstage, IntConsumer record) {
        this.socket = socket;
        this.request = request;
        this.cloud = cloud;
        this.backstage = backstage;
        this.record = record;
    }

    /** What else a fault may get at. */
    record Backstage(Options options, Web web, Due due, CloudState cloud) {

        /** Lets happen what was put off until now. */
        void settle() {
            due.settle(options.clock().instant());
        }
    }

    /** The path as it was sent, with its query. */
    String target() {
        return request.target();
    }

    /** Whether it changes nothing. */
    boolean isLook() {
        return request.method().equals("GET");
    }

    Instant now() {
        return backstage.options().clock().instant();
    }

    /** The simulator's port. */
    int port() {
        return backstage.web().port();
    }

    /** The cloud does what it was asked. */
    Answer heed() {
        return cloud.get();
    }

    /** The cloud does it later, whoever still listens then. */
    void heedAfter(Duration duration) {
        backstage.due().add(now().plus(duration), this::heed);
    }

    CloudState cloud() {
        return backstage.cloud();
    }

    void pause(Duration duration) {
        backstage.options().pause().accept(duration);
    }

    void send(Answer answer) throws IOException {
        send(answer, bytes(answer).length);
    }

    /** Sends so much of the body, with the length of all of it. */
    void send(Answer answer, int length) throws IOException {
        record.accept(answer.status());
        byte[] head = head(answer, bytes(answer).length);
        byte[] body = isBodiless(answer) ? new byte[0] : bytes(answer);
        byte[] all = Arrays.copyOf(head, head.length + Math.min(length, body.length));
        System.arraycopy(body, 0, all, head.length, all.length - head.length);
        socket.getOutputStream().write(all);
    }

    /** Sends the head at once, the body little by little. */
    void trickle(Answer answer, Duration duration) throws IOException {
        send(answer, 0);
        byte[] body = isBodiless(answer) ? new byte[0] : bytes(answer);
        int size = Math.max(1, (body.length + STEPS - 1) / STEPS);
        for (int from = 0; from < body.length; from += size) {
            pause(duration.dividedBy(Math.max(1, body.length / size)));
            socket.getOutputStream().write(body, from, Math.min(size, body.length - from));
        }
    }

    /** Sends a body of so many parts, each of which is that long. */
    void stream(String start, String part, int times, String end) throws IOException {
        record.accept(200);
        OutputStream out = socket.getOutputStream();
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        int length = Math.multiplyExact(bytes.length, times) + start.length() + end.length();
        out.write(head(Answer.json(200, JsonTree.object()), length));
        out.write(start.getBytes(StandardCharsets.UTF_8));
        for (int time = 0; time < times; time++) out.write(bytes);
        out.write(end.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends this once a second until the client has enough of it, or the time is over. */
    void drip(String start, String drop, Duration longest) throws IOException {
        record.accept(200);
        OutputStream out = socket.getOutputStream();
        out.write(start.getBytes(StandardCharsets.ISO_8859_1));
        for (long second = 0; second < longest.toSeconds() && !isLeft(Duration.ofSeconds(1)); second++) {
            out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Says nothing until the client has enough of it, or the time is over. */
    void hang(Duration longest) throws IOException {
        record.accept(0);
        isLeft(longest);
    }

    /** Closes the connection as if all was well. */
    void close() {
        record.accept(0);
    }

    /** Breaks the connection. */
    void reset() throws IOException {
        record.accept(0);
        socket.setSoLinger(true, 0);
    }

    /** Closes the connection and the port. */
    void refuse(Duration duration) {
        record.accept(0);
        backstage.web().closeFor(duration);
    }

    private boolean isLeft(Duration longest) throws IOException {
        try {
            socket.setSoTimeout((int) Math.max(1, longest.toMillis()));
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    // One request a connection: clients' pools would send some again by themselves when theirs has gone.
    private byte[] head(Answer answer, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        answer.headers().forEach(header -> head.append(header.name() + ": " + header.value() + "\r\n"));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atZone(ZoneOffset.UTC));
        head.append("Date: " + date + "\r\nConnection: close\r\n");
        if (answer.status() != 204 && answer.status() != 304) head.append("Content-Length: " + length + "\r\n");
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean isBodiless(Answer answer) {
        return request.method().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
    }

    private static byte[] bytes(Answer answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }
}
