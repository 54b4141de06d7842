package io.github.openstackmaven.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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
