package io.github.openstackmaven.plan;

import static io.github.openstackmaven.plan.PrepareSpecs.bringing;
import static io.github.openstackmaven.plan.PrepareSpecs.commands;
import static io.github.openstackmaven.plan.PrepareSpecs.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.exec.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes it another image, and what does not. */
class PreparationDigestTest {
    @TempDir
    private Path folder;

    @Test
    void the_same_description_is_the_same_image_wherever_it_is_read() throws Exception {
        Path here = Files.createDirectories(folder.resolve("here"));
        Path there = Files.createDirectories(folder.resolve("there"));
        for (Path place : List.of(here, there)) {
            Files.writeString(Files.createDirectories(place.resolve("etc")).resolve("app.conf"), "port=80");
            Files.writeString(place.resolve("install.sh"), "apt-get install app");
        }

        assertThat(digest(described(here))).isEqualTo(digest(described(there)));
    }

    private static PrepareSpec described(Path place) {
        return PrepareSpecs.of(
                List.of(new Job.Upload(place.resolve("etc"), "/tmp/etc")),
                List.of(new Step.Script(place.resolve("install.sh"), List.of("fast"))),
                Optional.of(userData("#!/bin/sh\n")),
                Optional.of("2026-11"));
    }

    @Test
    void another_step_another_order_and_another_argument_are_others() throws Exception {
        Path script = Files.writeString(folder.resolve("install.sh"), "apt-get install app");

        assertThat(List.of(
                        digest(running("a", "b")),
                        digest(running("b", "a")),
                        digest(running("a b")),
                        digest(running("a")),
                        digest(script(script)),
                        digest(script(script, "fast")),
                        digest(script(script, "fast", "quiet")),
                        digest(script(script, "fast,quiet"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_brought_through_a_link_counts_as_what_it_leads_to() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("app.conf"), "port=80");
        Path etc = Files.createDirectories(folder.resolve("etc"));
        Files.createSymbolicLink(etc.resolve("linked"), elsewhere);
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        List<String> before = List.of(digest(linked(etc)), digest(linked(link)));

        Files.writeString(file, "port=81");

        assertThat(List.of(digest(linked(etc)), digest(linked(link)))).doesNotContainAnyElementsOf(before);
    }

    private static PrepareSpec linked(Path local) {
        return bringing(new Job.Upload(local, "/opt/app"));
    }

    private static PrepareSpec script(Path file, String... arguments) {
        return PrepareSpecs.of(
                List.of(), List.of(new Step.Script(file, List.of(arguments))), Optional.empty(), Optional.empty());
    }

    @Test
    void what_is_in_a_file_counts_and_what_it_is_called_here_does_not_where_it_gets_another_name() throws Exception {
        Path file = Files.writeString(folder.resolve("app-1.0.jar"), "one");
        String before = digest(script(file));
        Files.writeString(file, "two");

        assertThat(digest(script(file))).isNotEqualTo(before);

        Path same = Files.writeString(folder.resolve("app-2.0.jar"), "two");
        assertThat(digest(script(same))).isEqualTo(digest(script(file)));
    }

    @Test
    void every_file_of_a_folder_counts_with_its_place_and_whether_it_can_be_run() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path tool = Files.writeString(bin.resolve("tool"), "x");
        String plain = digest(bringing(new Job.Upload(bin, "/opt/bin")));

        assertThat(tool.toFile().setExecutable(true)).isTrue();
        String executable = digest(bringing(new Job.Upload(bin, "/opt/bin")));
        Files.createDirectories(bin.resolve("sub"));
        Files.move(tool, bin.resolve("sub").resolve("tool"));
        String moved = digest(bringing(new Job.Upload(bin, "/opt/bin")));

        assertThat(List.of(plain, executable, moved, digest(bringing(new Job.Upload(bin, "/opt/other")))))
                .doesNotHaveDuplicates();
    }

    @Test
    void user_data_key_and_base_count() {
        PrepareSpec plain = running("a");
        PrepareSpec told =
                PrepareSpecs.of(List.of(), commands("a"), Optional.of(userData("#!/bin/sh\n")), Optional.empty());
        PrepareSpec keyed = PrepareSpecs.of(List.of(), commands("a"), Optional.empty(), Optional.of("jdk-21"));

        assertThat(List.of(digest(plain), digest(told), digest(keyed), PreparationDigest.of(of(plain), "another")))
                .doesNotHaveDuplicates();
    }

    @Test
    void where_it_is_done_how_long_it_may_take_and_how_old_it_gets_make_no_other_image() {
        PrepareSpec elsewhere = new PrepareSpec(
                List.of(),
                commands("a"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new FlavorSpec.Named("m1.large")),
                Optional.of(new NetworksSpec.None()),
                Optional.of("root"),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(3));

        assertThat(digest(elsewhere)).isEqualTo(digest(running("a")));
    }

    @Test
    void a_file_that_can_not_be_read_is_told() {
        assertThatThrownBy(() -> of(bringing(new Job.Upload(folder.resolve("gone"), "/tmp"))))
                .hasMessage("Cannot read " + folder.resolve("gone") + ": no such file or folder");
    }

    private static UserData userData(String text) {
        return new UserData(List.of(UserDataPart.ofPom(text)));
    }

    private static String of(PrepareSpec spec) {
        return PreparationDigest.of(spec);
    }

    private static String digest(PrepareSpec spec) {
        return PreparationDigest.of(of(spec), "base");
    }
}
