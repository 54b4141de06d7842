package io.github.openstackmaven.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public key by which a server is known.
 *
 * @param type as in {@code ssh-ed25519}
 * @param blob base64, as in {@code known_hosts}
 */
public record HostKey(String type, String blob) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<type>(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[\\w@.-]+)\\s+(?<blob>AAAA(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)(?:\\s|$)");

    /** The first key in a line of text, whatever stands around it. */
    public static Optional<HostKey> find(String line) {
        Matcher written = WRITTEN.matcher(line);
        return written.find()
                ? Optional.of(new HostKey(written.group("type"), written.group("blob")))
                : Optional.empty();
    }

    /** Whether nothing of it is missing: a console loses letters and breaks long lines. */
    boolean isWhole() {
        List<byte[]> fields = fields();
        return fields.size() >= (type.equals("ssh-ed25519") ? 2 : 3)
                && Arrays.equals(fields.get(0), type.getBytes(StandardCharsets.UTF_8));
    }

    // RFC 4253, section 6.6: strings with their lengths before them. None at all where they don't come out even.
    private List<byte[]> fields() {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(blob));
        List<byte[]> fields = new ArrayList<>();
        while (bytes.remaining() >= Integer.BYTES) {
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) return List.of();
            byte[] field = new byte[length];
            bytes.get(field);
            fields.add(field);
        }
        return bytes.hasRemaining() ? List.of() : fields;
    }

    /** As {@code ssh-keygen -l} shows it: {@code SHA256:…}. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(blob));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return type + " " + blob;
    }
}
