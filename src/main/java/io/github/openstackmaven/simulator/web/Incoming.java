package io.github.openstackmaven.simulator.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came over the wire, in <a href="https://www.rfc-editor.org/rfc/rfc9112">HTTP/1.1</a>.
 *
 * @param target path and query
 * @param headers by their names, whose case does not matter
 */
public record Incoming(String method, String target, Map<String, String> headers, String body) {
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /**
     * Reads one.
     *
     * @param out where a client is told to go on that waits for it before it sends the body
     * @throws IOException when there is none, or none that is HTTP
     */
    static Incoming read(InputStream in, OutputStream out) throws IOException {
        String[] words = line(in).split(" ", -1);
        if (words.length != 3) throw new IOException("No request line");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) throw new IOException("No header");
            headers.putIfAbsent(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        if (headers.getOrDefault("Expect", "").equalsIgnoreCase("100-continue")) out.write(GO_ON);
        return new Incoming(
                words[0],
                words[1],
                Collections.unmodifiableMap(headers),
                new String(body(in, headers), StandardCharsets.UTF_8));
    }

    /** The target without its query, and decoded; what can't be is taken as it is, as servers do. */
    public String path() {
        String raw = target.replaceFirst("\\?.*", "").replaceFirst("^https?://[^/]*", "");
        return Parameters.decode(raw.replace("+", "%2B"));
    }

    /** What is behind the question mark. */
    public Parameters query() {
        int question = target.indexOf('?');
        return Parameters.of(question < 0 ? "" : target.substring(question + 1));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")) return chunks(in);
        return exactly(in, number(headers.getOrDefault("Content-Length", "0"), 10));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            all.write(exactly(in, size));
            line(in);
        }
        while (!line(in).isEmpty()) {} // trailers
        return all.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return number(line(in).split(";", 2)[0].strip(), 16);
    }

    private static int number(String text, int radix) throws IOException {
        try {
            return Integer.parseUnsignedInt(text, radix);
        } catch (NumberFormatException e) {
            throw new IOException("No length", e);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) throw new EOFException();
            if (one != '\r') line.append((char) one);
        }
        return line.toString();
    }
}
