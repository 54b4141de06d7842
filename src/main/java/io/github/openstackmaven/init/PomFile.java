package io.github.openstackmaven.init;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A POM's file as it was read: what it is changed by goes into it in its own encoding, and nothing else of it changes. */
public final class PomFile {
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final int DECLARATION = 200;

    private final Path path;
    private final Charset charset;
    private final byte[] content;

    private PomFile(Path path, Charset charset, byte[] content) {
        this.path = path;
        this.charset = charset;
        this.content = content;
    }

    /**
     * Reads it.
     *
     * @throws OpenStackException when it can't be read, or is not in the encoding that it says
     */
    public static PomFile read(Path path) {
        try {
            byte[] content = Files.readAllBytes(path);
            PomFile file = new PomFile(path, charset(content), content);
            if (Arrays.equals(content, file.text().getBytes(file.charset))) return file;
            throw new OpenStackException(
                    path + " is not the " + file.charset + " that it says it is", "Save it as what it says.");
        } catch (IOException e) {
            throw FileProblem.cannot("read", path, e, "Check its permissions.");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new OpenStackException(
                    "Cannot read " + path + ": its encoding, '" + e.getMessage() + "', is unknown",
                    "Save it as UTF-8, and have its first line say so.",
                    e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Its text, a byte order mark included. */
    public String text() {
        return new String(content, charset);
    }

    /**
     * Writes the change.
     *
     * @throws OpenStackException when it can't be written, or somebody has changed it since it was read
     */
    public void write(Change change) {
        try {
            if (!Arrays.equals(content, Files.readAllBytes(path))) {
                throw new OpenStackException(
                        path + " has been changed meanwhile", "Nothing was written: run it again.");
            }
            Files.write(path, encodable(change).on(text()).getBytes(charset));
        } catch (IOException e) {
            throw FileProblem.cannot("write", path, e, "Check its permissions.");
        }
    }

    /** The change, with characters that the file's encoding lacks as XML's references to them. */
    Change encodable(Change change) {
        CharsetEncoder encoder = charset.newEncoder();
        return new Change(
                change.from(),
                change.replaced(),
                change.text()
                        .codePoints()
                        .mapToObj(point -> encoder.canEncode(Character.toString(point))
                                ? Character.toString(point)
                                : "&#" + point + ";")
                        .collect(Collectors.joining()));
    }

    private static Charset charset(byte[] content) {
        if (begins(content, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
        if (begins(content, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
        if (begins(content, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
        Matcher declared = DECLARED.matcher(
                new String(content, 0, Math.min(content.length, DECLARATION), StandardCharsets.ISO_8859_1));
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] content, int... mark) {
        if (content.length < mark.length) return false;
        for (int at = 0; at < mark.length; at++) {
            if ((content[at] & 0xFF) != mark[at]) return false;
        }
        return true;
    }
}
