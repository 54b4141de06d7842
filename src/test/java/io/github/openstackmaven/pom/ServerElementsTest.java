package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.Content;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.ServerGroupSpec;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.StatusRange;
import io.github.openstackmaven.plan.UserData;
import io.github.openstackmaven.plan.UserDataPart;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.plan.WaitFor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server's elements mean, wherever they are written. */
class ServerElementsTest {
    private static final ImageSpec DEBIAN = new ImageSpec.Named("debian-12");

    @TempDir
    private Path folder;

    @Test
    void without_more_a_server_has_an_image_a_flavor_and_the_projects_name() {
        assertThat(BoundServer.with("").specs())
                .containsExactly(ServerSpecs.of("it", "debian-12", "m1.small", List.of()));
    }

    @Test
    void a_name_longer_than_nova_takes_is_told_before_the_launch() {
        assertThat(BoundServer.with("<name>" + "x".repeat(255) + "</name>")
                        .spec()
                        .name())
                .hasSize(255);
        assertThatThrownBy(() ->
                        BoundServer.with("<name>" + "x".repeat(300) + "</name>").spec())
                .hasMessageStartingWith("A server's name of 300 characters: 'xxx");
        assertThatThrownBy(() -> BoundServer.with("<count>10</count><name>" + "x".repeat(254) + "</name>")
                        .specs())
                .hasMessageStartingWith("A server's name of 256 characters");
    }

    @Test
    void logs_are_fetched_by_who_has_a_key() {
        String logs = "<logs><log>/var/log/app.log</log><log>/var/log/syslog</log></logs>";

        assertThat(BoundServer.with("<keyPair>ephemeral</keyPair>" + logs)
                        .spec()
                        .logs())
                .containsExactly("/var/log/app.log", "/var/log/syslog");
        assertThatThrownBy(() -> BoundServer.with(logs).spec())
                .hasMessageStartingWith("<logs> logs in to server 'it', and there is no private key");
    }

    @Test
    void image_and_flavor_are_names_or_what_they_must_have() {
        ServerSpec spec = new BoundServer().topLevel("""
                        <image>
                          <nameRegex>^debian-</nameRegex>
                          <visibility>public</visibility>
                          <properties><os_distro>debian</os_distro></properties>
                          <mostRecent>true</mostRecent>
                        </image>
                        <flavor><minVcpus>2</minVcpus><minRam>4096</minRam></flavor>""").spec();

        assertThat(spec.flavor()).isEqualTo(new FlavorSpec.AtLeast(2, 4096, 0));
        ImageSpec.Matching image = (ImageSpec.Matching) ((BootSpec.LocalDisk) spec.boot()).image();
        assertThat(image.nameRegex().orElseThrow()).hasToString("^debian-");
        assertThat(image.visibility()).contains("public");
        assertThat(image.properties()).containsEntry("os_distro", "debian");
        assertThat(image.mostRecent()).isTrue();
    }

    @Test
    void networks_are_names_ports_addresses_and_tags() {
        assertThat(BoundServer.with("""
                        <networks>
                          <network>lan</network>
                          <network><name>private</name><fixedIp>10.0.0.5</fixedIp><tag>inner</tag></network>
                          <network><port>my-port</port></network>
                        </networks>""").spec().networks())
                .isEqualTo(new NetworksSpec.Listed(List.of(
                        NetworksSpec.Nic.on("lan"),
                        new NetworksSpec.Nic(
                                Optional.of("private"),
                                Optional.empty(),
                                Optional.of("10.0.0.5"),
                                Optional.of("inner")),
                        new NetworksSpec.Nic(
                                Optional.empty(), Optional.of("my-port"), Optional.empty(), Optional.empty()))));
    }

    @Test
    void who_gets_at_a_server_and_how() {
        assertThat(BoundServer.with("""
                        <securityGroups><group>default</group><group>web</group></securityGroups>
                        <ingress>
                          <rule>tcp 22 from 10.0.0.0/8</rule>
                          <rule>icmp</rule>
                        </ingress>
                        <keyPair>ephemeral</keyPair>
                        <floatingIp>public</floatingIp>
                        <preferIpv6>true</preferIpv6>""").spec().access())
                .isEqualTo(new AccessSpec(
                        List.of("default", "web"),
                        List.of(IngressRule.parse("tcp 22 from 10.0.0.0/8"), IngressRule.parse("icmp")),
                        new KeySpec.Ephemeral(),
                        Optional.of(new FloatingIpSpec(Optional.of("public"))),
                        true));
    }

    @Test
    void a_floating_ip_is_of_a_network_or_of_the_only_one_or_not_wanted() {
        assertThat(floatingIp("true")).contains(new FloatingIpSpec(Optional.empty()));
        assertThat(floatingIp("public")).contains(new FloatingIpSpec(Optional.of("public")));
        assertThat(floatingIp("false")).isEmpty();
        assertThat(BoundServer.with("").spec().access().floatingIp()).isEmpty();
    }

    @Test
    void a_key_file_is_below_the_project_and_belongs_to_its_keypair() throws Exception {
        Path key = Files.createFile(folder.resolve("id_ed25519"));
        String ours = "<keyPair>ours</keyPair><keyFile>id_ed25519</keyFile>";

        assertThat(key(BoundServer.with(ours))).isEqualTo(new KeySpec.Existing("ours", Optional.of(key)));
        assertThat(key(BoundServer.with(ours).block("<keyPair>another</keyPair>")))
                .isEqualTo(new KeySpec.Existing("another", Optional.empty()));
        assertThat(key(BoundServer.with(ours).commandLine("keyPair", "ephemeral")))
                .isEqualTo(new KeySpec.Ephemeral());
        assertThat(key(BoundServer.with("<keyPair>ours</keyPair>").commandLine("keyFile", key.toString())))
                .isEqualTo(new KeySpec.Existing("ours", Optional.of(key)));
    }

    @Test
    void a_server_group_has_a_soft_policy_unless_it_says_another() {
        assertThat(BoundServer.with("<serverGroup>cluster</serverGroup>").spec().serverGroup())
                .contains(new ServerGroupSpec("cluster", ServerGroupPolicy.SOFT_ANTI_AFFINITY));
        assertThat(BoundServer.with("<serverGroup><name>cluster</name><policy>anti-affinity</policy></serverGroup>")
                        .spec()
                        .serverGroup())
                .contains(new ServerGroupSpec("cluster", ServerGroupPolicy.ANTI_AFFINITY));
    }

    @Test
    void a_server_boots_from_its_flavors_disk_or_a_volume() {
        assertThat(BoundServer.with("").spec().boot()).isEqualTo(new BootSpec.LocalDisk(DEBIAN));
        assertThat(BoundServer.with("<bootVolume><size>20</size><type>ssd</type></bootVolume>")
                        .spec()
                        .boot())
                .isEqualTo(new BootSpec.OnVolume(new VolumeSpec.New(
                        Optional.empty(), new VolumeSpec.OfImage(DEBIAN), Optional.of(20), Optional.of("ssd"), true)));
        assertThat(new BoundServer()
                        .topLevel("<flavor>m1.small</flavor><bootVolume>golden</bootVolume>")
                        .spec()
                        .boot())
                .isEqualTo(new BootSpec.OnVolume(new VolumeSpec.Existing("golden")));
    }

    @Test
    void of_image_and_boot_volume_the_nearer_one_counts() {
        String golden = "<bootVolume>golden</bootVolume>";

        assertThat(BoundServer.with("").block(golden).spec().boot())
                .isEqualTo(new BootSpec.OnVolume(new VolumeSpec.Existing("golden")));
        assertThat(new BoundServer()
                        .topLevel("<flavor>m1.small</flavor>" + golden)
                        .block("<image>debian-12</image>")
                        .spec()
                        .boot())
                .isEqualTo(new BootSpec.LocalDisk(DEBIAN));
    }

    @Test
    void further_volumes_are_made_or_there_already() {
        assertThat(BoundServer.with("""
                        <volumes>
                          <volume>data</volume>
                          <volume><volume>data2</volume></volume>
                          <volume><name>scratch</name><size>5</size><deleteOnTermination>false</deleteOnTermination></volume>
                          <volume><snapshot>monday</snapshot></volume>
                        </volumes>""").spec().volumes())
                .containsExactly(
                        new VolumeSpec.Existing("data"),
                        new VolumeSpec.Existing("data2"),
                        new VolumeSpec.New(
                                Optional.of("scratch"),
                                new VolumeSpec.Blank(),
                                Optional.of(5),
                                Optional.empty(),
                                false),
                        new VolumeSpec.New(
                                Optional.empty(),
                                new VolumeSpec.OfSnapshot("monday"),
                                Optional.empty(),
                                Optional.empty(),
                                true));
    }

    @Test
    void what_nova_is_told_besides() throws Exception {
        Files.writeString(folder.resolve("setup.sh"), "#!/bin/sh\necho ${greeting} ${HOME}\n");

        ServerSpec spec = BoundServer.with("""
                        <metadata><role>db</role></metadata>
                        <description>for the tests</description>
                        <tags>it,nightly</tags>
                        <hostname>db.example</hostname>
                        <userDataFile>setup.sh</userDataFile>
                        <filterUserData>true</filterUserData>
                        <configDrive>true</configDrive>
                        <availabilityZones><zone>az1</zone><zone>az2</zone></availabilityZones>
                        <schedulerHints><different_host>x</different_host></schedulerHints>
                        <adminPassword>s3cret</adminPassword>""")
                .folder(folder)
                .properties(Map.of("greeting", "hello"))
                .spec();

        assertThat(spec.metadata()).containsExactly(Map.entry("role", "db"));
        assertThat(spec.options())
                .isEqualTo(ServerOptions.builder()
                        .description(Optional.of("for the tests"))
                        .tags(List.of("it", "nightly"))
                        .hostname(Optional.of("db.example"))
                        .userData(Optional.of(new UserData(
                                List.of(new UserDataPart("setup.sh", Content.of("#!/bin/sh\necho hello ${HOME}\n"))))))
                        .configDrive(true)
                        .availabilityZones(List.of("az1", "az2"))
                        .schedulerHints(Map.of("different_host", "x"))
                        .adminPassword(Optional.of(Secret.of("s3cret")))
                        .build());
    }

    @Test
    void a_server_is_ready_when_all_of_it_holds() {
        assertThat(BoundServer.with("").spec().waitFor()).isEqualTo(WaitFor.none());
        assertThat(BoundServer.with("""
                        <keyPair>ephemeral</keyPair>
                        <waitFor>
                          <tcp><ports><port>22</port><port>80</port></ports><timeout>1m</timeout></tcp>
                          <ssh><user>debian</user><port>2222</port><command>true</command></ssh>
                          <cloudInit/>
                          <http><url>http://@{ip}/health</url><status>200-204</status><body>ok</body><insecure>true</insecure></http>
                          <log><regex>login:</regex><timeout>90</timeout></log>
                        </waitFor>""").spec().waitFor())
                .isEqualTo(new WaitFor(
                        "ACTIVE",
                        Optional.of(new WaitFor.Tcp(List.of(22, 80), Optional.of(Duration.ofMinutes(1)))),
                        Optional.of(
                                new WaitFor.Ssh(Optional.of("debian"), 2222, Optional.of("true"), Optional.empty())),
                        Optional.of(new WaitFor.CloudInit(Optional.empty())),
                        Optional.of(new WaitFor.Http(
                                "http://@{ip}/health",
                                new StatusRange(200, 204),
                                Optional.of("ok"),
                                true,
                                Optional.empty())),
                        Optional.of(new WaitFor.Log("login:", Optional.of(Duration.ofSeconds(90))))));
    }

    @Test
    void what_it_waits_for_has_short_forms_in_the_pom_and_on_the_command_line() {
        WaitFor meant = new WaitFor(
                "ACTIVE",
                Optional.of(new WaitFor.Tcp(List.of(22, 80), Optional.empty())),
                Optional.of(new WaitFor.Ssh(Optional.of("debian"), 22, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.of(new WaitFor.Http(
                        "http://@{ip}/", StatusRange.success(), Optional.empty(), false, Optional.empty())),
                Optional.of(new WaitFor.Log("login:", Optional.empty())));

        assertThat(BoundServer.with("""
                        <keyPair>ephemeral</keyPair>
                        <waitFor>
                          <tcp>22,80</tcp>
                          <ssh>debian</ssh>
                          <cloudInit>false</cloudInit>
                          <http>http://@{ip}/</http>
                          <log>login:</log>
                        </waitFor>""").spec().waitFor()).isEqualTo(meant);
        assertThat(BoundServer.with("<keyPair>ephemeral</keyPair><waitFor><cloudInit>true</cloudInit></waitFor>")
                        .commandLine("waitFor.cloudInit", "false")
                        .commandLine("waitFor.tcp", "22,80")
                        .commandLine("waitFor.ssh", "debian")
                        .commandLine("waitFor.http", "http://@{ip}/")
                        .commandLine("waitFor.log", "login:")
                        .spec()
                        .waitFor())
                .isEqualTo(meant);
        assertThat(BoundServer.with("<keyPair>ephemeral</keyPair><waitFor><ssh>true</ssh></waitFor>")
                        .spec()
                        .waitFor()
                        .ssh())
                .contains(WaitFor.Ssh.standard());
    }

    @Test
    void all_that_is_one_value_fits_on_the_command_line() {
        ServerSpec spec = new BoundServer()
                .commandLine("name", "web")
                .commandLine("image", "debian-12")
                .commandLine("flavor", "m1.small")
                .commandLine("networks", "lan, private")
                .commandLine("floatingIp", "true")
                .commandLine("preferIpv6", "true")
                .commandLine("ingress", "tcp 22, udp 53 from 10.0.0.0/8")
                .commandLine("serverGroup", "cluster")
                .commandLine("volumes", "data,logs")
                .commandLine("adminPassword", "s3cret")
                .commandLine("schedulerHints.different_host", "x")
                .spec();

        assertThat(spec)
                .isEqualTo(ServerSpec.builder("web", new BootSpec.LocalDisk(DEBIAN), new FlavorSpec.Named("m1.small"))
                        .networks(new NetworksSpec.Listed(
                                List.of(NetworksSpec.Nic.on("lan"), NetworksSpec.Nic.on("private"))))
                        .access(new AccessSpec(
                                List.of(),
                                List.of(IngressRule.parse("tcp 22"), IngressRule.parse("udp 53 from 10.0.0.0/8")),
                                new KeySpec.None(),
                                Optional.of(new FloatingIpSpec(Optional.empty())),
                                true))
                        .serverGroup(Optional.of(new ServerGroupSpec("cluster", ServerGroupPolicy.SOFT_ANTI_AFFINITY)))
                        .volumes(List.of(new VolumeSpec.Existing("data"), new VolumeSpec.Existing("logs")))
                        .options(ServerOptions.builder()
                                .schedulerHints(Map.of("different_host", "x"))
                                .adminPassword(Optional.of(Secret.of("s3cret")))
                                .build())
                        .build());
    }

    @Test
    void the_command_line_beats_the_block_and_the_block_the_top_level() {
        BoundServer server = BoundServer.with("<description>top</description><tags>a,b</tags>"
                        + "<metadata><role>db</role><site>hq</site></metadata>")
                .block("<description>block</description><tags><tag/></tags>")
                .commandLine("metadata.role", "web");

        assertThat(server.spec().options().description()).contains("block");
        assertThat(server.spec().options().tags()).isEmpty();
        assertThat(server.spec().metadata()).isEqualTo(Map.of("role", "web", "site", "hq"));
        assertThat(server.commandLine("description", "line").spec().options().description())
                .contains("line");
    }

    @Test
    void nobody_can_log_in_without_a_private_key() {
        assertThatThrownBy(() ->
                        BoundServer.with("<waitFor><ssh>debian</ssh></waitFor>").spec())
                .hasMessage("<waitFor> logs in to server 'it', and there is no private key to log in with");
        assertThatThrownBy(
                        () -> BoundServer.with("<keyPair>mine</keyPair><waitFor><cloudInit>true</cloudInit></waitFor>")
                                .spec())
                .hasMessageContaining("no private key");
    }

    @Test
    void several_alike_are_numbered() {
        assertThat(BoundServer.with("<count>2</count>").specs())
                .extracting(ServerSpec::name)
                .containsExactly("it-1", "it-2");
        assertThat(BoundServer.with("<count>2</count>")
                        .commandLine("count", "1")
                        .specs())
                .extracting(ServerSpec::name)
                .containsExactly("it");
    }

    private KeySpec key(BoundServer server) {
        return server.folder(folder).spec().access().key();
    }

    private static Optional<FloatingIpSpec> floatingIp(String text) {
        return BoundServer.with("<floatingIp>" + text + "</floatingIp>")
                .spec()
                .access()
                .floatingIp();
    }
}
