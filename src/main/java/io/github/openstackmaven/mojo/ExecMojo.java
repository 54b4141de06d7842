package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.exec.Exec;
import io.github.openstackmaven.exec.ExecOptions;
import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.exec.Step;
import io.github.openstackmaven.output.LaunchedServer;
import io.github.openstackmaven.output.OutputFile;
import io.github.openstackmaven.output.ServersFile;
import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.pom.CopyParameter;
import io.github.openstackmaven.pom.ElementText;
import io.github.openstackmaven.pom.ProjectFiles;
import io.github.openstackmaven.pom.StepParameter;
import io.github.openstackmaven.session.SshLogins;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.ssh.PinningSsh;
import io.github.openstackmaven.ssh.SshTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands and scripts on the servers that were launched here, side by side, over SSH with the launch's key; brings
 * files there before, and fetches files after. What they print is printed with the server's name in front.
 */
@Mojo(name = "exec", defaultPhase = LifecyclePhase.INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class ExecMojo extends CloudMojo {
    private static final String KNOWN_HOSTS = "known_hosts";

    /** The servers to run on, by name or id, or by the name of a group or a {@code <count>}; all that were launched here by default. */
    @Parameter(property = "openstack.on")
    private @Nullable List<String> on;

    /** A command for the user's shell; several lines are a script. */
    @Parameter(property = "openstack.command")
    private @Nullable String command;

    /** A script of this machine, which is brought to the servers and run. */
    @Parameter(property = "openstack.script")
    private @Nullable String script;

    /**
     * Several commands and scripts, one after the other: {@code <step>command</step>}, or
     * {@code <step><script>run.sh</script><arguments>…</arguments></step>}.
     */
    @Parameter
    private List<StepParameter> steps = List.of();

    /** Files and folders to bring there before: {@code <upload><from>target/app.jar</from><to>/tmp/</to></upload>}. */
    @Parameter
    private List<CopyParameter> uploads = List.of();

    /**
     * Files and folders to fetch after, whether the steps succeed or not:
     * {@code <download><from>/var/log/app.log</from><to>target/app.log</to></download>}. A {@code <to>} that ends with a
     * slash is the folder they go into; of several servers they go into a folder of the server's name in it.
     */
    @Parameter
    private List<CopyParameter> downloads = List.of();

    /** Variables that the commands find. */
    @Parameter
    private Map<String, String> environment = Map.of();

    /** How long each step may take. */
    @Parameter(property = "openstack.execTimeout", defaultValue = "10m")
    private String execTimeout;

    /** Whether an exit code that is not 0 ends the work on that server and fails the build. */
    @Parameter(property = "openstack.failOnError", defaultValue = "true")
    private boolean failOnError;

    /** Who logs in; by default who the launch did. */
    @Parameter(property = "openstack.user")
    private @Nullable String user;

    /**
     * The private key to log in with. On the command line it is for all servers; in the POM for those of whose key the
     * launch knows nothing.
     */
    @Parameter(property = "openstack.keyFile")
    private @Nullable String keyFile;

    @Override
    boolean isForTests() {
        return true;
    }

    @Override
    void run() {
        ExecOptions options = options();
        KnownHosts known = KnownHosts.read(outputDirectory().resolve(KNOWN_HOSTS));
        List<Job> jobs = jobs(known);
        if (jobs.isEmpty()) getLog().warn("No server was launched here: nothing is run");
        PinningSsh ssh = new PinningSsh(new MinaSsh(workspace().reach()));
        try {
            new Exec(ssh, getLog()::info, workspace().executor(), options).run(jobs);
        } catch (RuntimeException e) {
            telling().run(() -> pin(known, ssh.addedTo(known)));
            throw e;
        }
        pin(known, ssh.addedTo(known));
    }

    private ExecOptions options() {
        return new ExecOptions(
                environment(),
                DurationText.parse(
                        "execTimeout",
                        commandLine().text("execTimeout", execTimeout).orElse("10m")),
                commandLine().flag("failOnError", failOnError));
    }

    private List<Job> jobs(KnownHosts known) {
        List<LaunchedServer> servers =
                ServersFile.read(outputDirectory()).named(commandLine().list("on", on));
        SshLogins logins = new SshLogins(
                commandLine().text("user", user),
                commandLine().text("keyFile"),
                ElementText.text(keyFile),
                new ProjectFiles(folder()));
        List<Step> todo = steps();
        return servers.stream()
                .map(server -> job(server, logins.of(server), known, todo, servers.size() > 1))
                .toList();
    }

    private void pin(KnownHosts before, KnownHosts after) {
        if (after.equals(before)) return;
        new OutputFile(outputDirectory().resolve(KNOWN_HOSTS)).write(String.join("\n", after.lines()) + "\n");
    }

    private Job job(LaunchedServer server, SshTarget target, KnownHosts known, List<Step> todo, boolean several) {
        return new Job(
                server.name(),
                target,
                HostKeys.of(known),
                uploads.stream().map(one -> one.upload(folder())).toList(),
                todo,
                downloads.stream()
                        .map(one -> one.download(folder(), server.name(), several))
                        .toList());
    }

    private List<Step> steps() {
        List<Step> all = new ArrayList<>();
        commandLine().text("command", command).map(Step.Command::new).ifPresent(all::add);
        commandLine()
                .text("script", script)
                .map(file -> StepParameter.script(folder().resolve(file), List.of()))
                .ifPresent(all::add);
        steps.stream().map(step -> step.step(folder())).forEach(all::add);
        if (!all.isEmpty() || !uploads.isEmpty() || !downloads.isEmpty()) return List.copyOf(all);
        throw new OpenStackException(
                "Nothing to do for exec", "Set <command>, <script>, <steps>, <uploads> or <downloads>.");
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(CommandLine.clean(environment));
        all.putAll(commandLine().under("environment"));
        return all;
    }
}
