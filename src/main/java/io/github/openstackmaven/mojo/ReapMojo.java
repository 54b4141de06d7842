package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.teardown.NotDeleted;
import io.github.openstackmaven.teardown.ReapRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what killed builds left behind in the cloud's project: marked by this plugin and expired. Of a build that lives
 * it takes nothing, and nothing without marks. It prints a table of what and why.
 *
 * @since 1.0.0
 */
@Mojo(name = "reap", requiresProject = false, threadSafe = true)
public final class ReapMojo extends CloudMojo {
    private static final String MOST = "100";
    private static final String PATIENCE = "5m";

    /**
     * Only tells what would be deleted.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Only what was made at least so long ago. A time: {@code 90} or {@code 90s}, {@code 10m}, {@code 2h}, or
     * ISO-8601.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.olderThan")
    private @Nullable String olderThan;

    /**
     * Only what was launched by this Maven project.
     *
     * <p>Default: none, by any.
     *
     * <p>Example: {@code <ofProject>com.example:shop</ofProject>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.project")
    private @Nullable String ofProject;

    /**
     * How many things to delete at most.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.max", defaultValue = MOST)
    private String max;

    /**
     * How long all may take until it is gone. A time: {@code 90} or {@code 90s}, {@code 10m}, {@code 2h}, or ISO-8601.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.deleteTimeout", defaultValue = PATIENCE)
    private String deleteTimeout;

    /**
     * Whether the build fails when something could not be deleted; else it is told.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.failOnError", defaultValue = "false")
    private boolean failOnError;

    @Override
    Optional<String> deletedUnlessTold() {
        return Optional.of("all that has expired");
    }

    @Override
    void run() {
        commandLine().demandNotBlank("project", "olderThan", "max");
        ReapRequest request = request();
        List<NotDeleted> remaining = new Reaping(cloud(), workspace().executor(), getLog())
                .reap(request)
                .remaining();
        if (remaining.isEmpty()) return;
        OpenStackException failure = new OpenStackException(
                remaining.size() + " could not be deleted",
                remaining.stream().map(NotDeleted::command).collect(Collectors.joining(System.lineSeparator())));
        if (commandLine().flag("failOnError", failOnError)) throw failure;
        failure.report().lines().forEach(getLog()::error);
    }

    private ReapRequest request() {
        return new ReapRequest(
                commandLine()
                        .text("olderThan", olderThan)
                        .map(text -> DurationText.parse("olderThan", text))
                        .orElse(Duration.ZERO),
                commandLine().text("project", ofProject),
                number(commandLine().text("max", max).orElse(MOST)),
                commandLine().flag("dryRun", dryRun),
                commandLine().time("deleteTimeout", deleteTimeout, PATIENCE));
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) throw new OpenStackException("<max> is '" + text + "'", "It is a number: 100.");
        return Integer.parseInt(text);
    }
}
