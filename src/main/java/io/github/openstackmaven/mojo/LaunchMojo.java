package io.github.openstackmaven.mojo;

import io.github.openstackmaven.plan.ServerSpec;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Launches servers: takes a token, looks all names up, makes what the servers need, creates them, waits until they are
 * ready, and leaves their addresses to the rest of the build in properties and in {@code servers.json}.
 *
 * @since 1.0.0
 */
@Mojo(name = "launch", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class LaunchMojo extends ServerMojo {

    /**
     * Whether what killed builds left behind in the cloud's project is deleted first, as {@code reap} does it.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.reapFirst", defaultValue = "false")
    private boolean reapFirst;

    /**
     * Whether what the servers print on their consoles is told while they are waited for, each line with the server's
     * name.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.showConsole", defaultValue = "false")
    private boolean showConsole;

    @Override
    boolean isForTests() {
        return true;
    }

    @Override
    void run() {
        List<ServerSpec> specs = specs();
        LaunchRun launch =
                new LaunchRun(parts(), new LaunchReport(workspace(), project().getProperties()));
        launch.run(
                specs,
                policy(),
                commandLine().flag("reapFirst", reapFirst),
                commandLine().flag("showConsole", showConsole));
    }
}
