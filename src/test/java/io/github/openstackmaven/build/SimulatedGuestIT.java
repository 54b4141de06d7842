package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.guest.Guests;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds whose servers answer though they are a simulator's in another process, as {@code openstack:simulate} is. */
class SimulatedGuestIT {
    private Simulator simulator;
    private MavenBuild build;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(0, Options.builder().guests(Guests::new).build());
        build = new MavenBuild(folder)
                .file("clouds.yaml", simulator.cloudsYaml())
                .pom("""
                        <cloud>simulated</cloud>
                        <name>web</name>
                        <keyPair>ephemeral</keyPair>
                        <keep>always</keep>
                        <waitFor><tcp>22</tcp><ssh>debian</ssh><cloudInit>true</cloudInit><http>http://@{ip}/</http></waitFor>
                        <steps><step>uname -a</step></steps>
                        """);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void one_build_waits_for_its_server_and_the_next_works_on_it() throws Exception {
        MavenBuild.Result launch = build.run("openstack:launch");

        assertThat(launch.log()).contains("answered 200");
        assertThat(launch.exitCode()).isZero();
        MavenBuild.Result exec = build.run("openstack:exec");
        assertThat(exec.log()).contains("[web] Linux web ");
        assertThat(exec.exitCode()).isZero();
    }

    /** A build has one of its own, too. */
    @ParameterizedTest
    @ValueSource(strings = {"simulated", "simulator"})
    void the_end_of_a_red_build_fetches_what_its_servers_have_logged(String cloud) throws Exception {
        build.pom("""
                <cloud>%s</cloud>
                <name>web</name>
                <keyPair>ephemeral</keyPair>
                <keep>never</keep>
                <waitFor><ssh>debian</ssh></waitFor>
                <steps><step>echo started &gt; /tmp/app.log</step><step>false</step></steps>
                <logs><log>/tmp/app.log</log></logs>
                """.formatted(cloud));

        MavenBuild.Result red = build.run("openstack:launch", "openstack:exec");

        assertThat(red.exitCode()).isNotZero();
        assertThat(red.log())
                .contains("'false' on server 'web' exited with 1", "/tmp/app.log of web is in ", "web: gone");
        assertThat(folder.resolve("target/openstack/web/logs/tmp/app.log")).hasContent("started");
        assertThat(folder.resolve("target/openstack"))
                .isDirectoryNotContaining("glob:**/{*.pem,ledger-of-*,.ledger-of-*}");
    }
}
