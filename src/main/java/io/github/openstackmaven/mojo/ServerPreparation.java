package io.github.openstackmaven.mojo;

import io.github.openstackmaven.exec.Exec;
import io.github.openstackmaven.exec.ExecOptions;
import io.github.openstackmaven.exec.ImageCleanUp;
import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.exec.Step;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.ServerSetup;
import io.github.openstackmaven.output.LaunchedServer;
import io.github.openstackmaven.plan.PrepareSpec;
import io.github.openstackmaven.session.SshLogins;
import io.github.openstackmaven.session.Workspace;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.ssh.SshTarget;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Prepares servers over SSH as {@code exec} works on them.
 *
 * @param knownHosts the lines of {@code known_hosts} of the servers that were logged in to
 * @param out takes what the steps print, line by line with the server's name in front
 */
record ServerPreparation(Workspace workspace, Supplier<List<String>> knownHosts, Consumer<String> out)
        implements ServerSetup {

    @Override
    public void run(Launched server, PrepareSpec spec, Limit limit) {
        SshTarget target = SshLogins.ofLaunch(workspace.folder()).of(LaunchedServer.of(server));
        List<Step> steps = Stream.concat(spec.steps().stream(), Stream.of(new ImageCleanUp(target.publicKey()).step()))
                .toList();
        ExecOptions options = new ExecOptions(Map.of(), limit::left, limit::abandoned, true);
        new Exec(new MinaSsh(workspace.reach()), out, workspace.executor(), options)
                .run(List.of(new Job(
                        server.plan().name(),
                        target,
                        HostKeys.of(new KnownHosts(knownHosts.get())),
                        spec.uploads(),
                        steps,
                        List.of())));
    }
}
