package io.github.openstackmaven.ledger;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the marks of a build on one ledger, and holds what they have in common: who launches, and for what.
 *
 * @param build one id a Maven run
 * @param project groupId:artifactId, or where there is no POM {@code no-pom:} and the ledger
 * @param ledger which folder of which machine has on record what is made
 * @param host the machine Maven runs on
 * @param ciUrl the page of the CI job, where there is one
 */
public record Marks(String build, String project, String ledger, String host, Optional<String> ciUrl) {
    /** The metadata key of what replaces {@link Mark#EXPIRES_AT} on a server in ERROR, which takes no metadata any more. */
    public static final String EXPIRES_IN_ERROR = "maven:expires-in-error";

    private static final int LONGEST = 255; // Nova's limit for a value

    /** The marks of this machine's build, with what its environment variables tell of it. */
    public static Marks of(String build, String project, Path ledger, Map<String, String> environment) {
        String host = host(environment);
        String folder = UUID.nameUUIDFromBytes(
                        (host + ":" + ledger.toAbsolutePath().normalize()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Marks(build, project, folder, host, new CiPage(environment).url());
    }

    /** The same without a POM, where Maven's project is the same for everybody: the folder stands for it. */
    public static Marks withoutProject(String build, Path ledger, Map<String, String> environment) {
        Marks marks = of(build, "", ledger, environment);
        return new Marks(build, "no-pom:" + marks.ledger, marks.ledger, marks.host, marks.ciUrl);
    }

    /** The mark of the next create, which has an id of its own. */
    public Mark next(Optional<Instant> expiresAt) {
        return new Mark(build, UUID.randomUUID().toString(), project, ledger, expiresAt);
    }

    /** A mark as a server's metadata has it, with the machine and the CI job. */
    public Map<String, String> metadata(Mark mark) {
        Map<String, String> metadata = new LinkedHashMap<>(mark.metadata());
        metadata.put("maven:host", shortened(host));
        ciUrl.filter(url -> url.length() <= LONGEST).ifPresent(url -> metadata.put("maven:ci-url", url));
        return Map.copyOf(metadata);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String host(Map<String, String> environment) {
        return variable(environment, "HOSTNAME")
                .or(() -> variable(environment, "COMPUTERNAME"))
                .orElseGet(() -> {
                    try {
                        return InetAddress.getLocalHost().getHostName();
                    } catch (UnknownHostException e) {
                        return "unknown";
                    }
                });
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
