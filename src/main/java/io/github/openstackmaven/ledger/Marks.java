package io.github.openstackmaven.ledger;

import io.github.openstackmaven.compute.Server;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who made a server and for what, as it stands in the server's metadata.
 *
 * @param build one id a Maven run
 * @param project groupId:artifactId
 * @param host the machine Maven runs on
 * @param ciUrl the page of the CI job, where there is one
 */
public record Marks(String build, String project, String host, Optional<String> ciUrl) {

    /** The marks of this machine's build, with what its environment variables tell of it. */
    public static Marks of(String build, String project, Map<String, String> environment) {
        return new Marks(build, project, host(environment), ciUrl(environment));
    }

    private static final int LONGEST = 255; // Nova's limit for a value

    /** The mark of a create. */
    public static final String LAUNCH = "maven:launch";

    /** Whether a server has the marks of this plugin. */
    public static boolean on(Server server) {
        return server.metadata().containsKey("maven:build") && server.metadata().containsKey(LAUNCH);
    }

    /** The metadata of one create; each call is another launch. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>(Map.of(
                "maven:build",
                build,
                "maven:project",
                shortened(project),
                LAUNCH,
                UUID.randomUUID().toString(),
                "maven:host",
                shortened(host)));
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

    // GitLab, Jenkins, GitHub Actions.
    private static Optional<String> ciUrl(Map<String, String> environment) {
        return variable(environment, "CI_JOB_URL")
                .or(() -> variable(environment, "BUILD_URL"))
                .or(() -> variable(environment, "GITHUB_RUN_ID")
                        .map(run -> environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com") + "/"
                                + environment.getOrDefault("GITHUB_REPOSITORY", "") + "/actions/runs/" + run));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
