package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Lifetime;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.SecurityGroup;
import io.github.openstackmaven.network.SecurityGroupCreate;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal deletes when it is bound to a phase. */
@MojoTest
class DeleteMojoTest extends GoalTest {
    private static final String POM = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <cloud>simulator</cloud>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    @TempDir
    private Path folder;

    @BeforeEach
    void chooseAFolder() {
        session.getUserProperties().setProperty("openstack.outputDirectory", folder.toString());
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void prepared_images_of_the_project_go_and_nothing_else(DeleteMojo delete) throws Exception {
        Cloud cloud = delete.cloud();
        String project = delete.workspace().marks().project();
        launched(delete, cloud, build.id(), Keep.NEVER, "mine");
        PreparedImages.make(cloud, "web", "0123456789", Map.of("maven:project", project));
        String others = PreparedImages.make(cloud, "web", "1123456789", Map.of("maven:project", "g:other"));
        Mark making = new Mark("b", "l", project, "", Optional.of(Instant.now().plusSeconds(600)));
        String made = PreparedImages.make(cloud, "web", "2123456789", making.metadata());
        say("prepared", "true");

        delete.execute();

        assertThat(new CloudResources(cloud).all(ResourceType.IMAGE))
                .filteredOn(image -> image.mark().isPresent())
                .extracting(Resource::id)
                .containsExactlyInAnyOrder(others, made);
        assertThat(delete.workspace().ledger().entries())
                .extracting(LedgerEntry::name)
                .containsExactly("mine");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void a_build_deletes_what_it_launched_and_is_not_to_keep(DeleteMojo delete) throws Exception {
        Cloud cloud = delete.cloud();
        launched(delete, cloud, build.id(), Keep.NEVER, "mine");
        launched(delete, cloud, build.id(), Keep.ALWAYS, "kept");
        launched(delete, cloud, build.id(), Keep.ON_FAILURE, "kept when the build fails");
        launched(delete, cloud, "another build", Keep.NEVER, "foreign");

        delete.execute();

        assertThat(delete.workspace().ledger().entries())
                .extracting(LedgerEntry::name)
                .containsExactly("kept", "kept when the build fails", "foreign");
        assertThat(cloud.securityGroups().all())
                .extracting(SecurityGroup::name)
                .contains("kept", "kept when the build fails", "foreign")
                .doesNotContain("mine");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void it_is_deleted_all_the_same_when_the_files_were_cleaned_away_meanwhile(DeleteMojo delete) throws Exception {
        Cloud cloud = delete.cloud();
        launched(delete, cloud, build.id(), Keep.NEVER, "cleaned away");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) Files.delete(file);
        }

        delete.execute();

        assertThat(delete.workspace().ledger().entries()).isEmpty();
        assertThat(cloud.securityGroups().all()).extracting(SecurityGroup::name).doesNotContain("cleaned away");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void when_its_tests_have_failed_the_consoles_are_saved_first(DeleteMojo delete) throws Exception {
        String id = server(delete, "web");
        Path summary = Path.of(delete.project().getBuild().getDirectory(), "failsafe-reports/failsafe-summary.xml");
        Files.createDirectories(summary.getParent());
        Files.writeString(summary, "<failsafe-summary result=\"255\"><failures>1</failures></failsafe-summary>");
        try {
            delete.execute();
        } finally {
            Files.delete(summary);
        }

        assertThat(folder.resolve("web/console.log")).isNotEmptyFile();
        assertThat(delete.cloud().compute().server(id)).isEmpty();
        assertThat(consoleRequests()).isOne();
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void in_a_build_that_has_not_failed_no_console_is_asked_for(DeleteMojo delete) throws Exception {
        String id = server(delete, "web");

        delete.execute();

        assertThat(folder.resolve("web")).doesNotExist();
        assertThat(delete.cloud().compute().server(id)).isEmpty();
        assertThat(consoleRequests()).isZero();
    }

    private long consoleRequests() {
        return build.simulator().requests().stream()
                .filter(one -> one.method().equals("POST") && one.path().endsWith("/action"))
                .count();
    }

    private String server(DeleteMojo delete, String name) {
        Cloud cloud = delete.cloud();
        Mark mark = new Mark(build.id(), "launch-of-" + name, "g:a", "", Optional.empty());
        ServerCreate server = ServerCreate.builder(
                        name, cloud.compute().flavors().get(0).id())
                .imageRef(Optional.of(cloud.images().byName("debian-12").get(0).id()))
                .networks(Optional.of(new ServerCreate.Interfaces(List.of(new ServerCreate.Interface(
                        Optional.of(cloud.network().byName("lan").get(0).id()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))))
                .metadata(mark.metadata())
                .build();
        String id = cloud.compute().create(new ServerRequest(server, Map.of())).id();
        delete.workspace()
                .ledger()
                .of(build.id(), "", delete.workspace().place(cloud), Lifetime.standard(Keep.NEVER), Time.system())
                .made(ResourceType.SERVER, mark.launch(), name, id);
        await().until(() -> cloud.compute().server(id).orElseThrow().status().equals("ACTIVE"));
        return id;
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void a_broken_record_turns_no_green_build_red(DeleteMojo delete) throws Exception {
        Files.writeString(folder.resolve("ledger-of-" + build.id() + ".json"), "nonsense");

        assertThatCode(delete::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    @MojoParameter(name = "failOnError", value = "true")
    void where_the_pom_says_so_it_does(DeleteMojo delete) throws Exception {
        Files.writeString(folder.resolve("ledger-of-" + build.id() + ".json"), "nonsense");

        assertThatThrownBy(delete::execute).isInstanceOf(MojoExecutionException.class);
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void what_another_module_with_the_same_folder_has_launched_stays(DeleteMojo delete) throws Exception {
        Cloud cloud = delete.cloud();
        launched(delete, cloud, delete.workspace().module(), build.id(), Keep.NEVER, "mine");
        launched(delete, cloud, "com.example:other", build.id(), Keep.NEVER, "the other's");

        delete.execute();

        assertThat(delete.workspace().ledger().entries())
                .extracting(LedgerEntry::name)
                .containsExactly("the other's");
        assertThat(cloud.securityGroups().all())
                .extracting(SecurityGroup::name)
                .contains("the other's")
                .doesNotContain("mine");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void what_waits_for_the_end_of_the_build_is_told_instead_of_nothing(DeleteMojo delete) throws Exception {
        launched(delete, delete.cloud(), build.id(), Keep.ON_FAILURE, "mine");

        assertThat(told(delete))
                .anyMatch(line -> line.endsWith("waits for the end of the build: keep=onFailure"))
                .noneMatch(line -> line.startsWith("Nothing to delete"));
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void servers_that_another_module_has_launched_are_told_to_go_with_the_build(DeleteMojo delete) throws Exception {
        LedgerEntry.Place place = delete.workspace().place(delete.cloud());
        build.ledger(folder.resolve("other/ledger.json"), line -> {})
                .of(build.id(), "com.example:other", place, Lifetime.standard(Keep.NEVER), Time.system())
                .made(ResourceType.SERVER, "launch-of-web", "web", "s1");

        assertThat(told(delete))
                .contains("This module has launched nothing; with the build end web of com.example:other");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void called_by_its_name_it_tells_of_servers_of_other_modules_which_it_is_not_called_for(DeleteMojo delete)
            throws Exception {
        callByName(delete);
        MavenProject other = new MavenProject();
        other.setArtifactId("other");
        other.setBuild(new Build());
        other.getBuild().setDirectory(folder.resolve("other").toString());
        when(session.getProjects()).thenReturn(List.of(other));
        delete.workspace()
                .ledgerIn(folder.resolve("other/openstack"))
                .of(
                        "another build",
                        "com.example:other",
                        delete.workspace().place(delete.cloud()),
                        Lifetime.standard(Keep.ALWAYS),
                        Time.system())
                .made(ResourceType.SERVER, "launch-of-web", "web", "s1");

        assertThat(told(delete))
                .contains("Another module's, and not deleted: server 'web' (s1)."
                        + " mvn openstack:delete -pl com.example:other deletes it");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void where_nobody_has_launched_anything_there_is_nothing_to_delete(DeleteMojo delete) throws Exception {
        assertThat(told(delete)).contains("Nothing to delete: no launch of this module in this build is on record");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void without_tests_there_is_nothing_to_delete(DeleteMojo delete) throws Exception {
        session.getUserProperties().setProperty("skipITs", "true");

        assertThat(told(delete))
                .containsExactly("delete is skipped, since skipITs is set; <skip>false</skip> overrules it");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void what_was_launched_all_the_same_is_deleted_without_tests_too(DeleteMojo delete) throws Exception {
        launched(delete, delete.cloud(), build.id(), Keep.NEVER, "mine");
        session.getUserProperties().setProperty("skipITs", "true");

        delete.execute();

        assertThat(delete.workspace().ledger().entries()).isEmpty();
    }

    private static void launched(DeleteMojo delete, Cloud cloud, String build, Keep keep, String name) {
        launched(delete, cloud, "", build, keep, name);
    }

    private static void launched(DeleteMojo delete, Cloud cloud, String module, String build, Keep keep, String name) {
        Mark mark = new Mark("b", "launch-of-" + name.replace(' ', '-'), "g:a", "", Optional.empty());
        String id = cloud.securityGroups()
                .create(new SecurityGroupCreate(name, mark.description()))
                .id();
        delete.workspace()
                .ledger()
                .of(build, module, delete.workspace().place(cloud), Lifetime.standard(keep), Time.system())
                .made(ResourceType.SECURITY_GROUP, mark.launch(), name, id);
    }
}
