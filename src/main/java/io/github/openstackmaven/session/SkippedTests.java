package io.github.openstackmaven.session;

import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Whether a build skips its integration tests, as Failsafe sees it: each property by itself, command line before POM. */
public record SkippedTests(MavenSession session, MojoExecution execution) {
    private static final String OF_SUREFIRE = "skipTests";
    private static final List<String> PROPERTIES = List.of(OF_SUREFIRE, "skipITs", "maven.test.skip");
    private static final String FAILSAFE = "org.apache.maven.plugins:maven-failsafe-plugin";
    // From then on it runs its tests all the same: https://github.com/apache/maven-surefire/issues/3371
    private static final ComparableVersion ON_ITS_OWN = new ComparableVersion("3.6.0-M1");

    /** The property by which it does. A goal that is called directly is none of the build's, and has none. */
    public Optional<String> property() {
        if (execution.getSource() == MojoExecution.Source.CLI) return Optional.empty();
        return PROPERTIES.stream()
                .filter(property -> !property.equals(OF_SUREFIRE) || !isFailsafeOnItsOwn())
                .filter(this::isTrue)
                .findFirst();
    }

    private boolean isFailsafeOnItsOwn() {
        return Optional.ofNullable(session.getCurrentProject())
                .flatMap(project -> Optional.ofNullable(project.getPlugin(FAILSAFE)))
                .flatMap(failsafe -> Optional.ofNullable(failsafe.getVersion()))
                .filter(version -> new ComparableVersion(version).compareTo(ON_ITS_OWN) >= 0)
                .isPresent();
    }

    private boolean isTrue(String property) {
        try {
            return Boolean.parseBoolean(String.valueOf(
                    new PluginParameterExpressionEvaluator(session, execution).evaluate("${" + property + "}")));
        } catch (ExpressionEvaluationException e) {
            return false;
        }
    }
}
