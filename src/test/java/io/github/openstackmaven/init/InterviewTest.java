package io.github.openstackmaven.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.network.Network;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which server is wanted, of what a cloud has. */
class InterviewTest {
    private static final Instant NEW = Instant.parse("2026-11-01T00:00:00Z");

    private List<Image> images = List.of(image("i1", "debian-12", 2, NEW), image("i2", "cirros", 0, NEW));
    private List<Network> networks = List.of(network("n1", "lan", "p"), network("n2", "other", "somebody"));

    @Test
    void what_is_named_is_looked_up_and_nobody_is_asked() {
        Interview.Server server = batch("debian-12", "m1.small", "lan");

        assertThat(block(server))
                .containsSubsequence(
                        "    <name>shop</name>",
                        "    <image>debian-12</image>",
                        "    <flavor>m1.small</flavor> <!-- 1 vCPU, 2048 MiB, 20 GiB -->",
                        "    <networks>",
                        "      <network>lan</network>",
                        "    </networks>");
    }

    @Test
    void what_is_unknown_is_told_with_the_nearest() {
        assertThat(refused("debain-12", "m1.small", "lan"))
                .isEqualTo("Unknown image 'debain-12'\n" + "The nearest of the project's images: debian-12, cirros.");
        assertThat(refused("debian-12", "m1.smal", "lan")).startsWith("Unknown flavor 'm1.smal'\nThe nearest of");
        assertThat(refused("debian-12", "m1.small", "lam")).startsWith("Unknown network 'lam'\nThe nearest of");
    }

    @Test
    void what_is_missing_is_told_with_how_to_say_it_and_what_there_is() {
        assertThat(refused("", "m1.small", "lan"))
                .isEqualTo("No image is named\nSet -Dopenstack.image=NAME: there are cirros, debian-12. On a terminal,"
                        + " without -B, they are offered to choose from.");
        assertThat(refused("debian-12", "", "lan"))
                .startsWith("No flavor is named\nSet -Dopenstack.flavor=NAME: there are m1.small. On");
    }

    @Test
    void a_kernel_and_a_ramdisk_boot_with_another_image_only_and_are_not_offered() {
        images = List.of(
                image("i1", "cirros-0.3.4-x86_64-uec", 0, NEW, "ami"),
                image("i2", "cirros-0.3.4-x86_64-uec-kernel", 0, NEW, "aki"),
                image("i3", "cirros-0.3.4-x86_64-uec-ramdisk", 0, NEW, "ari"));

        assertThat(offer().bootable()).extracting(Offered::name).containsExactly("cirros-0.3.4-x86_64-uec");
        assertThat(refused("", "m1.tiny", "lan")).contains("there are cirros-0.3.4-x86_64-uec. ");
    }

    @Test
    void the_only_network_that_a_server_can_be_on_is_not_asked_for() {
        assertThat(batch("cirros", "m1.tiny", "").networks())
                .extracting(Offered::name)
                .containsExactly("lan");

        networks = List.of(network("n1", "lan", "p"), network("n3", "dmz", "p"));
        assertThat(refused("cirros", "m1.tiny", ""))
                .startsWith("No network is named\nSet -Dopenstack.networks=NAME: there are dmz, lan.");

        networks = List.of();
        assertThat(block(batch("cirros", "m1.tiny", ""))).noneMatch(line -> line.contains("<network"));
        assertThat(block(batch("cirros", "m1.tiny", "none"))).contains("      <network>none</network>");
    }

    @Test
    void on_a_terminal_the_smallest_flavor_that_has_room_for_the_image_is_suggested() {
        Interview.Server server = typing("debian-12\n\n\n");

        assertThat(server.flavor().name()).isEqualTo("m1.small");
        assertThat(server.name()).isEqualTo("shop");
        assertThat(typing("cirros\n\nweb\n").flavor().name()).isEqualTo("m1.tiny");
        assertThat(typing("cirros\n\nweb\n").name()).isEqualTo("web");
    }

    @Test
    void of_images_that_share_a_name_the_newest_is_meant_and_an_older_one_is_called_by_its_id() {
        images = List.of(
                image("i1", "debian", 0, NEW.minusSeconds(9)),
                image("i2", "debian", 0, NEW),
                image("i3", "<&>", 0, NEW));

        assertThat(block(batch("debian", "m1.tiny", "lan")))
                .contains("    <image><name>debian</name><mostRecent>true</mostRecent></image>");
        assertThat(block(batch("i1", "m1.tiny", "lan"))).contains("    <image>i1</image> <!-- debian -->");
        assertThat(typing("3\n\n\n").image().reference()).isEqualTo("i1");
        assertThat(block(batch("<&>", "m1.tiny", "lan"))).contains("    <image>&lt;&amp;></image>");
    }

    @Test
    void what_a_pom_can_not_have_as_it_is_is_called_by_its_id() {
        images = List.of(image("i1", "${basedir}--", 0, NEW), image("i2", "", 0, NEW));

        assertThat(block(batch("i1", "m1.tiny", "lan"))).contains("    <image>i1</image> <!-- ${basedir}- - -->");
        assertThat(block(typing("i2\n\n\n"))).contains("    <image>i2</image>");
    }

    @Test
    void where_no_cloud_can_be_asked_yet_all_is_taken_as_it_is_said() {
        assertThat(interview("debian-12", "m1.small", "lan,dmz", Answers.none()).unseen("shop"))
                .get()
                .satisfies(server -> assertThat(block(server))
                        .contains(
                                "    <image>debian-12</image>",
                                "    <flavor>m1.small</flavor>",
                                "      <network>dmz</network>"));
        assertThat(interview("debian-12", "", "", Answers.none()).unseen("shop"))
                .isEmpty();
    }

    @Test
    void where_the_image_does_not_say_who_logs_in_the_usual_user_is_written() {
        assertThat(block(batch("debian-12", "m1.small", "lan"))).contains("      <ssh>debian</ssh>");
        assertThat(interview("debian-12", "m1.small", "lan", Answers.none()).unseen("shop"))
                .get()
                .satisfies(server -> assertThat(block(server)).contains("      <ssh>debian</ssh>"));

        images = List.of(image("i1", "shop-base", 0, NEW));
        assertThat(block(batch("shop-base", "m1.tiny", "lan"))).contains("      <ssh>true</ssh>");
    }

    @Test
    void a_cloud_that_the_environment_names_is_not_written() {
        Interview.Server server = batch("cirros", "m1.tiny", "lan");

        assertThat(new PluginBlock("1", Optional.empty(), Optional.of("R"), server).lines())
                .contains("    <region>R</region>")
                .noneMatch(line -> line.contains("<cloud>") && !line.contains("<!-- Without a <cloud>"));
        assertThat(new PluginBlock("1", Optional.of("simulator"), Optional.empty(), server).lines())
                .contains("    <cloud>simulator</cloud> <!-- an OpenStack inside the build -->");
    }

    @Test
    void an_end_of_the_input_is_no_answer() {
        assertThatThrownBy(() -> typing("cirros\n")).hasMessage("The input has ended before an answer");
    }

    private static List<String> block(Interview.Server server) {
        return new PluginBlock("1", Optional.of("demo"), Optional.empty(), server).lines();
    }

    private String refused(String image, String flavor, String networks) {
        return catchThrowableOfType(OpenStackException.class, () -> batch(image, flavor, networks))
                .report()
                .replace(System.lineSeparator(), "\n");
    }

    private Interview.Server batch(String image, String flavor, String networks) {
        return interview(image, flavor, networks, Answers.none()).of(offer(), "shop");
    }

    private Interview.Server typing(String lines) {
        return interview(
                        "",
                        "",
                        "",
                        new Dialog(
                                new BufferedReader(new StringReader(lines)),
                                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                                80))
                .of(offer(), "shop");
    }

    private static Interview interview(String image, String flavor, String networks, Answers answers) {
        return new Interview(
                new Wanted(
                        Optional.empty(),
                        Optional.of(image).filter(text -> !text.isEmpty()),
                        Optional.of(flavor).filter(text -> !text.isEmpty()),
                        List.of(networks.split(",")).stream()
                                .filter(text -> !text.isEmpty())
                                .toList()),
                answers);
    }

    private Offer offer() {
        return new Offer(
                images, List.of(flavor("m1.small", 2048, 20), flavor("m1.tiny", 512, 1)), networks, Optional.of("p"));
    }

    private static Image image(String id, String name, int minDisk, Instant created) {
        return image(id, name, minDisk, created, "bare");
    }

    private static Image image(String id, String name, int minDisk, Instant created, String format) {
        return new Image(
                id,
                name,
                "active",
                Optional.of(created),
                minDisk,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("disk_format", format, "container_format", format));
    }

    private static Flavor flavor(String name, int ram, int disk) {
        return new Flavor("id-of-" + name, name, 1, ram, disk, Optional.empty(), Optional.empty(), Map.of());
    }

    private static Network network(String id, String name, String project) {
        return new Network(id, name, false, project, false, Optional.empty(), Optional.empty());
    }
}
