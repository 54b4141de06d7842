package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.teardown.NotDeleted;
import io.github.openstackmaven.teardown.ReapRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what killed builds left behind in the cloud's project: marked by this plugin and expired. Of a build that lives
 * it takes nothing, and nothing without marks. It prints a table of what and why.
 */
@Mojo(name = "reap", requiresProject = false, threadSafe = true)
public final class ReapMojo extends CloudMojo {

    /** Only tells what would be deleted. */
    @Parameter(property = "openstack.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Only what was made at least so long ago: {@code 90}, {@code 90s}, {@code 10m}, {@code 2h} or ISO-8601. */
    @Parameter(property = "openstack.olderThan")
    private @Nullable String olderThan;

    /** Only what was launched by this Maven project, groupId:artifactId; by default by any. */
    @Parameter(property = "openstack.project")
    private @Nullable String ofProject;

    /** How many things to delete at most. */
    @Parameter(property = "openstack.max", defaultValue = "100")
    private String max;

    /** How long all may take until it is gone. */
    @Parameter(property = "openstack.deleteTimeout", defaultValue = "5m")
    private String deleteTimeout;

    /** Whether the build fails when something could not be deleted; by default it is told. */
    @Parameter(property = "openstack.failOnError", defaultValue = "false")
    private boolean failOnError;

    @Override
    void run() {
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
                duration("olderThan", olderThan),
                commandLine().text("project", ofProject),
                commandLine().text("max", max).map(ReapMojo::number).orElse(Integer.MAX_VALUE),
                commandLine().flag("dryRun", dryRun),
                duration("deleteTimeout", deleteTimeout));
    }

    private Duration duration(String name, @Nullable String bound) {
        return commandLine()
                .text(name, bound)
                .map(text -> DurationText.parse(name, text))
                .orElse(Duration.ZERO);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) throw new OpenStackException("<max> is '" + text + "'", "It is a number: 100.");
        return Integer.parseInt(text);
    }
}
