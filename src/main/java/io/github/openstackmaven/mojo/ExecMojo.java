package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands and scripts on the servers that were launched here, side by side, over SSH with the launch's key; brings
 * files there before, and fetches files after. What they print is printed with the server's name in front; called by
 * name also with {@code mvn -q}.
 *
 * @since 1.0.0
 */
@Mojo(name = "exec", defaultPhase = LifecyclePhase.INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class ExecMojo extends CloudMojo {
    private static final String KNOWN_HOSTS = "known_hosts";
    private static final String PATIENCE = "10m";

    /**
     * The servers to run on, by name or id, or by the name of a group or a {@code <count>}.
     *
     * <p>Default: all that were launched here.
     *
     * <p>Example: {@code <on>db,web</on>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.on")
    private @Nullable List<String> on;

    /**
     * A command for the user's shell; several lines are a script. On the command line it is all that is done.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <command>uptime</command>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.command")
    private @Nullable String command;

    /**
     * A script of this machine, which is brought to the servers and run. On the command line it is all that is done.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <script>src/it/start.sh</script>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.script")
    private @Nullable String script;

    /**
     * Several commands and scripts, one after the other; each a command, or a <a href="step.html">block</a> of
     * {@code command}, or of {@code script} and {@code arguments}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <steps><step>uptime</step></steps>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private List<StepParameter> steps = List.of();

    /**
     * Files and folders to bring there before, each a <a href="copy.html">block</a> of {@code from} and {@code to}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <uploads> <upload><from>target/app.jar</from> <to>/tmp/</to></upload></uploads>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private List<CopyParameter> uploads = List.of();

    /**
     * Files and folders to fetch after, whether the steps succeed or not, and as far as they can be had, each a <a href="copy.html">block</a> of
     * {@code from} and {@code to}. A {@code <to>} that ends with a slash is the folder they go into; of several
     * servers they go into a folder of the server's name in it.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <downloads> <download><from>/var/log/app.log</from> <to>target/</to></download></downloads>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private List<CopyParameter> downloads = List.of();

    /**
     * Variables that the commands find. On the command line {@code -Dopenstack.environment.KEY}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <environment><STAGE>test</STAGE></environment>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private Map<String, String> environment = Map.of();

    /**
     * How long each step may take, and each file or folder that is brought or fetched. A time: {@code 90} or {@code 90s}, {@code 10m}, {@code 2h}, or ISO-8601.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.execTimeout", defaultValue = PATIENCE)
    private String execTimeout;

    /**
     * Whether an exit code that is not 0 ends the work on that server and fails the build.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.failOnError", defaultValue = "true")
    private boolean failOnError;

    /**
     * Who logs in.
     *
     * <p>Default: who the launch did.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.user")
    private @Nullable String user;

    /**
     * The private key to log in with. On the command line it is for all servers; in the POM for those of whose key the
     * launch knows nothing.
     *
     * <p>Default: the launch's.
     *
     * <p>Example: {@code <keyFile>~/.ssh/id_ed25519</keyFile>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.keyFile")
    private @Nullable String keyFile;

    @Override
    boolean isForTests() {
        return true;
    }

    @Override
    void run() {
        commandLine().demandNotBlank("on", "command", "script");
        if (isAlone()) commandLine().demandOnly("on", "name", "servers", "id", "group");
        ExecOptions options = options();
        KnownHosts known = KnownHosts.read(outputDirectory().resolve(KNOWN_HOSTS));
        List<Job> jobs = jobs(known);
        if (jobs.isEmpty()) getLog().warn("No server was launched here: nothing is run");
        PinningSsh ssh = new PinningSsh(new MinaSsh(workspace().reach()));
        try {
            new Exec(
                            ssh,
                            isDirect() ? this::answer : getLog()::info,
                            workspace().executor(),
                            options)
                    .run(jobs);
        } catch (RuntimeException e) {
            telling().run(() -> pin(known, ssh.addedTo(known)));
            throw e;
        }
        pin(known, ssh.addedTo(known));
    }

    private ExecOptions options() {
        return new ExecOptions(
                environment(),
                commandLine().time("execTimeout", execTimeout, PATIENCE),
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
                ofPom(uploads).map(one -> one.upload(folder())).toList(),
                todo,
                ofPom(downloads)
                        .map(one -> one.download(folder(), server.name(), several))
                        .toList());
    }

    private Stream<CopyParameter> ofPom(List<CopyParameter> copies) {
        return isSaid() ? Stream.empty() : copies.stream();
    }

    // A look at a server must not do again what the POM does to it.
    private boolean isSaid() {
        return commandLine()
                .text("command")
                .or(() -> commandLine().text("script"))
                .isPresent();
    }

    private List<Step> steps() {
        if (isSaid()) return steps(commandLine().text("command"), commandLine().text("script"));
        List<Step> all = new ArrayList<>(steps(ElementText.text(command), ElementText.text(script)));
        steps.stream().map(step -> step.step(folder())).forEach(all::add);
        if (!all.isEmpty() || !uploads.isEmpty() || !downloads.isEmpty()) return List.copyOf(all);
        throw new OpenStackException(
                "Nothing to do for exec", "Set <command>, <script>, <steps>, <uploads> or <downloads>.");
    }

    private List<Step> steps(Optional<String> command, Optional<String> script) {
        return Stream.concat(
                        command.map(Step.Command::new).stream(),
                        script.map(file -> StepParameter.script(folder().resolve(file), List.of())).stream())
                .toList();
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(CommandLine.clean(environment));
        all.putAll(commandLine().under("environment"));
        return all;
    }
}
