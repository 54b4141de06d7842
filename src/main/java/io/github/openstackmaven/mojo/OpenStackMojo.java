package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.output.GitHubJob;
import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.session.BuildSession;
import io.github.openstackmaven.session.RedactedException;
import io.github.openstackmaven.session.RedactedLog;
import io.github.openstackmaven.session.SessionEnvironment;
import io.github.openstackmaven.session.SessionTerminal;
import io.github.openstackmaven.session.SkippedTests;
import io.github.openstackmaven.session.Telling;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: they can be skipped, and their errors are told in the user's terms. */
abstract class OpenStackMojo extends AbstractMojo {

    /**
     * Does nothing when true. {@code launch}, {@code exec} and {@code delete}, where they are bound to a phase, do
     * nothing either in a build that skips its tests, by {@code skipTests}, {@code skipITs} or
     * {@code maven.test.skip}; with false they do.
     *
     * <p>Default: as the build's tests.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.skip")
    private @Nullable Boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    @Override
    public final void execute() throws MojoExecutionException {
        try {
            Optional<String> skipped = skipped();
            if (skipped.isPresent()) {
                getLog().info(skipped.get());
                return;
            }
            prepare();
            run();
        } catch (OpenStackException e) {
            throw failure(e.report(), e);
        } catch (RuntimeException e) {
            // Its message is for developers, and may hold anything.
            throw failure(
                    "A defect of this plugin: " + e.getClass().getSimpleName() + " in "
                            + getClass().getSimpleName() + System.lineSeparator()
                            + "Run it again with -e, and report it.",
                    e);
        }
    }

    /** The log, which is told no secret. */
    @Override
    public final Log getLog() {
        return new RedactedLog(super.getLog(), redaction(), "");
    }

    /** What may be told, now that these secrets are known. */
    final Redaction redaction() {
        return BuildSession.redaction(session);
    }

    /** Does what only tells of the goal's work. */
    final Telling telling() {
        return new Telling(getLog());
    }

    /** Whether there is nothing for the goal to do in a build that skips its tests. */
    boolean isForTests() {
        return false;
    }

    /** Looks at how the goal was called. */
    void prepare() {}

    abstract void run();

    final MojoExecution execution() {
        return mojoExecution;
    }

    final MavenSession session() {
        return session;
    }

    final CommandLine commandLine() {
        return new CommandLine(session.getUserProperties());
    }

    private Optional<String> skipped() {
        Optional<Boolean> decision = commandLine().decision("skip", skip);
        return decision.isPresent()
                ? decision.filter(yes -> yes).map(yes -> "Skipped: openstack.skip is set")
                : skippedWithTests();
    }

    private Optional<String> skippedWithTests() {
        return new SkippedTests(session, mojoExecution)
                .property()
                .filter(property -> isForTests())
                .map(property -> mojoExecution.getGoal() + " is skipped, since " + property
                        + " is set; <skip>false</skip> overrules it");
    }

    // Maven appends the messages of all causes to an error's; only who asks with -e is served by that.
    private MojoExecutionException failure(String message, RuntimeException cause) {
        boolean told = session.getRequest() != null && session.getRequest().isShowErrors();
        String redacted = redaction().told(message);
        telling().run(() -> tellJob(redacted));
        return told
                ? new MojoExecutionException(redacted, RedactedException.of(cause, redaction()))
                : new MojoExecutionException(redacted);
    }

    private void tellJob(String report) {
        GitHubJob job = GitHubJob.of(SessionEnvironment.of(session), redaction());
        job.annotation(report).ifPresent(SessionTerminal::command);
        job.summarizeFailure(
                "openstack:" + mojoExecution.getGoal()
                        + Optional.ofNullable(session.getCurrentProject())
                                .map(project -> " of " + project.getGroupId() + ":" + project.getArtifactId())
                                .orElse(""),
                report);
    }
}
