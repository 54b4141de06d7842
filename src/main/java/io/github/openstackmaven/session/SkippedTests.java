package io.github.openstackmaven.session;

import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Whether a build skips its integration tests, as Failsafe sees it: each property by itself, command line before POM. */
public record SkippedTests(MavenSession session, MojoExecution execution) {
    private static final List<String> PROPERTIES = List.of("skipTests", "skipITs", "maven.test.skip");

    /** The property by which it does. A goal that is called directly is none of the build's, and has none. */
    public Optional<String> property() {
        if (execution.getSource() == MojoExecution.Source.CLI) return Optional.empty();
        return PROPERTIES.stream().filter(this::isTrue).findFirst();
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
