package io.github.openstackmaven.plan;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a file holds: bytes, which are text where they are UTF-8. */
public final class Content {
    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A text. */
    public static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes, whatever they are. */
    public static Content of(byte[] bytes) {
        return new Content(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    int size() {
        return bytes.length;
    }

    /** The text that the bytes are; empty where they are none. */
    public Optional<String> text() {
        return goodBytes() < bytes.length ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The same with its text changed; what is no text stays as it is. */
    Content map(UnaryOperator<String> change) {
        return text().map(change).map(Content::of).orElse(this);
    }

    boolean isGzip() {
        return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    boolean isAscii() {
        for (byte one : bytes) if (one < 0) return false;
        return true;
    }

    /** A letter a byte, for who looks at its begin. */
    String letters(int most) {
        return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.ISO_8859_1);
    }

    /** Where the bytes cease to be text: {@code line 2, column 7}, counted in bytes. */
    String placeOfNoText() {
        int line = 1;
        int column = 1;
        for (int index = 0; index < goodBytes(); index++) {
            column++;
            if (bytes[index] == '\n') {
                line++;
                column = 1;
            }
        }
        return "line " + line + ", column " + column;
    }

    private int goodBytes() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return decoder.decode(in, CharBuffer.allocate(bytes.length), true).isUnderflow() ? bytes.length : in.position();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    // Never the bytes: they may be a secret.
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
