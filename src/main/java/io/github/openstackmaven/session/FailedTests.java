package io.github.openstackmaven.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Whether a build is known to have failed before it comes to its end. Failsafe's failed tests fail it only at
 * {@code verify}, after {@code post-integration-test}; until then they are in its summary.
 */
public record FailedTests(MavenSession session, MavenProject project) {
    private static final String FAILSAFE = "org.apache.maven.plugins:maven-failsafe-plugin";
    private static final Pattern RED =
            Pattern.compile("<(errors|failures)>\\s*[1-9]\\d*\\s*</|\\btimeout=\"true\"|\\bresult=\"255\"");

    /** Whether something has failed in this build. */
    public boolean any() {
        boolean failed = session.getResult() != null && session.getResult().hasExceptions();
        return failed || summaries().anyMatch(this::isRed);
    }

    private Stream<Path> summaries() {
        if (project.getBasedir() == null) return Stream.empty();
        Path usual = Path.of(project.getBuild().getDirectory(), "failsafe-reports", "failsafe-summary.xml");
        Plugin failsafe = project.getPlugin(FAILSAFE);
        if (failsafe == null) return Stream.of(usual);
        List<ConfigurationContainer> configured = new ArrayList<>(failsafe.getExecutions());
        configured.add(failsafe);
        Stream<Path> named = configured.stream()
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast)
                .map(dom -> dom.getChild("summaryFile"))
                .filter(Objects::nonNull)
                .map(file -> project.getBasedir().toPath().resolve(file.getValue()));
        return Stream.concat(Stream.of(usual), named);
    }

    // One of an earlier build says nothing of this one.
    private boolean isRed(Path summary) {
        try {
            Date began = session.getStartTime();
            if (began != null && Files.getLastModifiedTime(summary).toInstant().isBefore(began.toInstant()))
                return false;
            return RED.matcher(Files.readString(summary, StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            return false;
        }
    }
}
