package io.github.openstackmaven.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Mark of a prepared image that is finished, in its properties. While it is made it has a build's {@link Mark} as well. Nova
 * passes properties on: a user's snapshot of a server that was made of it has all of them, and not its name.
 *
 * @param digest what it is found by
 * @param project groupId:artifactId of who prepared it
 * @param usedAt when a build last used it, as far as that was noted
 * @param expiresAt when nobody will have used it for long enough; empty: it lives for ever
 */
public record PreparedMark(String digest, String project, Optional<Instant> usedAt, Optional<Instant> expiresAt) {
    /** The property of {@link #digest()}. */
    public static final String PREPARED = "maven:prepared";
    /** The property with the digest of what was done, whatever it was made from: images are looked for by it. */
    public static final String DESCRIPTION = "maven:preparation";
    /** The property of {@link #usedAt()}. */
    public static final String USED_AT = "maven:used-at";

    /** The property of an image that is a snapshot of a volume with the type of that, where one was wanted. */
    public static final String VOLUME_TYPE = "maven:volume-type";

    private static final int BRIEF = 8;

    /** What an image of that name says by its properties; empty where it is none, or is not finished. */
    public static Optional<PreparedMark> of(String name, Map<String, String> properties) {
        if (Mark.inMetadata(properties).isPresent()) return Optional.empty();
        return digest(name, properties)
                .map(digest -> new PreparedMark(
                        digest,
                        properties.getOrDefault(Mark.PROJECT, ""),
                        Optional.ofNullable(properties.get(USED_AT)).flatMap(Mark::time),
                        Optional.ofNullable(properties.get(Mark.EXPIRES_AT)).flatMap(Mark::time)));
    }

    /** Whether an image of that name is one by its properties, finished or not. */
    public static boolean isOn(String name, Map<String, String> properties) {
        return digest(name, properties).isPresent();
    }

    private static Optional<String> digest(String name, Map<String, String> properties) {
        return Optional.ofNullable(properties.get(PREPARED)).filter(digest -> name.endsWith(suffix(digest)));
    }

    /** What the name of an image ends with that has this digest: {@code -prepared-DIGEST8}. */
    public static String suffix(String digest) {
        return "-prepared-" + digest.substring(0, Math.min(BRIEF, digest.length()));
    }

    /** Whether it is that project's. */
    public boolean isOf(String wanted) {
        return Mark.ofItself(digest, project, expiresAt).isOf(wanted);
    }
}
