package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.ServerGroupSpec;
import io.github.openstackmaven.plan.StatusRange;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.plan.WaitFor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An element in a block is changed by its dotted name on the command line; the rest of the block stays the POM's. */
class DottedNamesTest {
    private static final ImageSpec DEBIAN = new ImageSpec.Named("debian-12");

    @Test
    void each_element_of_wait_for_has_a_dotted_name() {
        assertThat(BoundServer.with("<keyPair>ephemeral</keyPair>")
                        .commandLine("waitFor.tcp.ports", "22,80")
                        .commandLine("waitFor.tcp.timeout", "1m")
                        .commandLine("waitFor.ssh.user", "debian")
                        .commandLine("waitFor.ssh.port", "2222")
                        .commandLine("waitFor.ssh.command", "true")
                        .commandLine("waitFor.cloudInit.timeout", "5m")
                        .commandLine("waitFor.http.url", "http://@{ip}/")
                        .commandLine("waitFor.http.status", "200-204")
                        .commandLine("waitFor.http.body", "ok")
                        .commandLine("waitFor.http.insecure", "true")
                        .commandLine("waitFor.log.regex", "login:")
                        .spec()
                        .waitFor())
                .isEqualTo(new WaitFor(
                        "ACTIVE",
                        Optional.of(new WaitFor.Tcp(List.of(22, 80), Optional.of(Duration.ofMinutes(1)))),
                        Optional.of(
                                new WaitFor.Ssh(Optional.of("debian"), 2222, Optional.of("true"), Optional.empty())),
                        Optional.of(new WaitFor.CloudInit(Optional.of(Duration.ofMinutes(5)))),
                        Optional.of(new WaitFor.Http(
                                "http://@{ip}/", new StatusRange(200, 204), Optional.of("ok"), true, Optional.empty())),
                        Optional.of(new WaitFor.Log("login:", Optional.empty()))));
    }

    @Test
    void one_more_thing_to_wait_for_takes_none_of_the_poms_away() {
        WaitFor waitFor = BoundServer.with("""
                        <keyPair>ephemeral</keyPair>
                        <waitFor>
                          <ssh><user>debian</user><port>2222</port><timeout>1m</timeout></ssh>
                          <cloudInit/>
                        </waitFor>""")
                .commandLine("waitFor.tcp", "80")
                .commandLine("waitFor.ssh.port", "2022")
                .spec()
                .waitFor();

        assertThat(waitFor.tcp()).contains(new WaitFor.Tcp(List.of(80), Optional.empty()));
        assertThat(waitFor.ssh())
                .contains(new WaitFor.Ssh(
                        Optional.of("debian"), 2022, Optional.empty(), Optional.of(Duration.ofMinutes(1))));
        assertThat(waitFor.cloudInit()).isPresent();
    }

    @Test
    void the_short_form_of_a_check_is_one_thing_of_it() {
        BoundServer server = BoundServer.with("""
                <keyPair>ephemeral</keyPair>
                <waitFor>
                  <ssh><user>debian</user><port>2222</port></ssh>
                  <http><url>http://@{ip}/</url><body>ok</body></http>
                </waitFor>""");

        assertThat(server.commandLine("waitFor.ssh", "ubuntu").spec().waitFor().ssh())
                .contains(new WaitFor.Ssh(Optional.of("ubuntu"), 2222, Optional.empty(), Optional.empty()));
        assertThat(server.commandLine("waitFor.ssh", "true").spec().waitFor().ssh())
                .contains(new WaitFor.Ssh(Optional.of("debian"), 2222, Optional.empty(), Optional.empty()));
        assertThat(server.commandLine("waitFor.http", "http://@{ip}/health")
                        .spec()
                        .waitFor()
                        .http()
                        .orElseThrow()
                        .body())
                .contains("ok");
    }

    @Test
    void false_switches_off_what_the_pom_waits_for() {
        WaitFor waitFor = BoundServer.with("""
                        <keyPair>ephemeral</keyPair>
                        <waitFor>
                          <tcp><ports>22</ports></tcp>
                          <ssh>debian</ssh>
                          <cloudInit>true</cloudInit>
                          <http>http://@{ip}/</http>
                          <log>login:</log>
                        </waitFor>""")
                .commandLine("waitFor.tcp", "false")
                .commandLine("waitFor.ssh", "false")
                .commandLine("waitFor.cloudInit", "false")
                .commandLine("waitFor.http", "false")
                .commandLine("waitFor.log", "false")
                .spec()
                .waitFor();

        assertThat(waitFor).isEqualTo(WaitFor.none());
    }

    @Test
    void what_is_named_in_it_switches_it_on_again() {
        assertThat(BoundServer.with("<keyPair>ephemeral</keyPair><waitFor><ssh>false</ssh></waitFor>")
                        .commandLine("waitFor.ssh.user", "debian")
                        .spec()
                        .waitFor()
                        .ssh())
                .contains(new WaitFor.Ssh(Optional.of("debian"), 22, Optional.empty(), Optional.empty()));
    }

    @Test
    void each_element_of_an_image_has_a_dotted_name() {
        ImageSpec.Matching image = (ImageSpec.Matching) image(BoundServer.with("")
                .commandLine("image.nameRegex", "^debian-")
                .commandLine("image.visibility", "public")
                .commandLine("image.tags", "lts,small")
                .commandLine("image.properties.os_distro", "debian")
                .commandLine("image.mostRecent", "true"));

        assertThat(image.nameRegex().orElseThrow()).hasToString("^debian-");
        assertThat(image.visibility()).contains("public");
        assertThat(image.tags()).containsExactly("lts", "small");
        assertThat(image.properties()).isEqualTo(Map.of("os_distro", "debian"));
        assertThat(image.mostRecent()).isTrue();
    }

    @Test
    void of_an_images_name_and_its_pattern_the_command_lines_counts() {
        ImageSpec.Matching image = (ImageSpec.Matching) image(new BoundServer()
                .topLevel("<image><name>debian-12</name><owner>us</owner></image><flavor>m1.small</flavor>")
                .commandLine("image.nameRegex", "^debian-"));

        assertThat(image.name()).isEmpty();
        assertThat(image.nameRegex().orElseThrow()).hasToString("^debian-");
        assertThat(image.owner()).contains("us");
    }

    @Test
    void a_name_alone_is_kept_with_what_else_the_image_must_have() {
        ImageSpec.Matching ofPom =
                (ImageSpec.Matching) image(BoundServer.with("").commandLine("image.mostRecent", "true"));
        ImageSpec.Matching ofLine = (ImageSpec.Matching)
                image(BoundServer.with("").commandLine("image", "debian-13").commandLine("image.visibility", "public"));

        assertThat(ofPom.name()).contains("debian-12");
        assertThat(ofPom.mostRecent()).isTrue();
        assertThat(ofLine.name()).contains("debian-13");
        assertThat(ofLine.visibility()).contains("public");
    }

    @Test
    void a_flavor_is_asked_for_more_than_the_pom_does() {
        BoundServer server = new BoundServer()
                .topLevel("<image>debian-12</image><flavor><minVcpus>2</minVcpus><minRam>512</minRam></flavor>")
                .commandLine("flavor.minRam", "4096");

        assertThat(server.spec().flavor()).isEqualTo(new FlavorSpec.AtLeast(2, 4096, 0));
        assertThat(BoundServer.with("")
                        .commandLine("flavor.minRam", "4096")
                        .spec()
                        .flavor())
                .isEqualTo(new FlavorSpec.AtLeast(0, 4096, 0));
    }

    @Test
    void a_short_form_of_image_and_flavor_takes_the_place_of_the_poms_block() {
        BoundServer server = new BoundServer()
                .topLevel("<image><nameRegex>^cirros</nameRegex></image><flavor><minVcpus>2</minVcpus></flavor>")
                .commandLine("image", "debian-12")
                .commandLine("flavor", "m1.small");

        assertThat(image(server)).isEqualTo(DEBIAN);
        assertThat(server.spec().flavor()).isEqualTo(new FlavorSpec.Named("m1.small"));
        assertThatThrownBy(server.commandLine("flavor.minRam", "4096")::spec)
                .hasMessage("Both -Dopenstack.flavor and -Dopenstack.flavor.minRam");
    }

    @Test
    void a_boot_volume_grows_or_is_another() {
        BoundServer server = BoundServer.with("<bootVolume><size>20</size><type>ssd</type></bootVolume>")
                .commandLine("bootVolume.size", "40");

        assertThat(server.spec().boot())
                .isEqualTo(new BootSpec.OnVolume(new VolumeSpec.New(
                        Optional.empty(), new VolumeSpec.OfImage(DEBIAN), Optional.of(40), Optional.of("ssd"), true)));
        assertThat(BoundServer.with("<bootVolume><size>20</size></bootVolume>")
                        .commandLine("bootVolume.snapshot", "monday")
                        .spec()
                        .boot())
                .isEqualTo(new BootSpec.OnVolume(new VolumeSpec.New(
                        Optional.empty(),
                        new VolumeSpec.OfSnapshot("monday"),
                        Optional.of(20),
                        Optional.empty(),
                        true)));
        assertThat(BoundServer.with("<bootVolume><size>20</size></bootVolume>")
                        .commandLine("bootVolume.volume", "golden")
                        .spec()
                        .boot())
                .isEqualTo(new BootSpec.OnVolume(new VolumeSpec.Existing("golden")));
    }

    @Test
    void a_server_group_gets_another_policy() {
        assertThat(BoundServer.with("<serverGroup>cluster</serverGroup>")
                        .commandLine("serverGroup.policy", "affinity")
                        .spec()
                        .serverGroup())
                .contains(new ServerGroupSpec("cluster", ServerGroupPolicy.AFFINITY));
        assertThat(BoundServer.with("")
                        .commandLine("serverGroup.name", "cluster")
                        .spec()
                        .serverGroup())
                .contains(new ServerGroupSpec("cluster", ServerGroupPolicy.SOFT_ANTI_AFFINITY));
    }

    @Test
    void a_name_that_there_is_not_is_an_error_with_those_that_there_are() {
        assertThatThrownBy(BoundServer.with("").commandLine("waitFor.ssh.usr", "debian")::spec)
                .isInstanceOfSatisfying(OpenStackException.class, error -> {
                    assertThat(error).hasMessage("-Dopenstack.waitFor.ssh.usr is unknown");
                    assertThat(error.advice()).isEqualTo("There are timeout, user, port, command.");
                });
        assertThatThrownBy(BoundServer.with("").commandLine("waitFor.grpc", "1")::spec)
                .hasMessage("-Dopenstack.waitFor.grpc is unknown");
        assertThatThrownBy(BoundServer.with("").commandLine("flavor.minRAM", "1")::spec)
                .hasMessage("-Dopenstack.flavor.minRAM is unknown");
    }

    private static ImageSpec image(BoundServer server) {
        return ((BootSpec.LocalDisk) server.spec().boot()).image();
    }
}
