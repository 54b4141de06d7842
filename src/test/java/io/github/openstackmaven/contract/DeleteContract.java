package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.SkippedTime;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.KeypairCreate;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.Candidate;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.teardown.NotDeleted;
import io.github.openstackmaven.teardown.Teardown;
import io.github.openstackmaven.teardown.TeardownLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleting what was launched, and nothing else. */
abstract class DeleteContract {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Time LONG_AGO = new SteppedTime();

    private final String name = "doomed-" + UUID.randomUUID();
    private final String build = UUID.randomUUID().toString();

    @TempDir
    private Path folder;

    private CloudUnderTest cloud;
    private Cloud open;
    private MarkedThings things;
    private Ledger ledger;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
        open = cloud.logIn();
        things = new MarkedThings(cloud);
        ledger = new Ledger(folder.resolve("ledger.json"));
    }

    @AfterEach
    void deleteWhatWasLaunched() {
        cloud.close();
        things.close();
    }

    @Test
    void a_launched_server_is_gone_when_the_teardown_returns() {
        Resource server = launch(Map.of("oslab_delete_delay", "2"));

        assertThat(teardown(List.of(server))).isEmpty();
        assertThat(CloudUnderTest.isThere(open, server.id())).isFalse();
    }

    @Test
    void what_is_on_record_goes_whatever_its_kind_and_is_struck() {
        List<Resource> made = things.each(build, "g:a", Optional.empty());
        made.forEach(one -> ledger.of(build, place(), Keep.NEVER, Time.system())
                .made(one.kind(), one.mark().orElseThrow().launch(), one.name(), one.id()));

        assertThat(teardownOfRecord(line -> {})).isEmpty();

        assertThat(ledger.entries()).isEmpty();
        assertThat(made)
                .noneMatch(one -> things.resources().find(one.kind(), one.id()).isPresent());
    }

    @Test
    void without_its_ledger_what_a_folder_launched_is_found_by_its_marks() {
        List<Resource> made = things.each(build, "g:a", Optional.empty());

        assertThat(candidates(false, warning -> {}).marked("ledger-of-" + build))
                .extracting(Resource::id)
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(Resource::id).toList());
    }

    @Test
    void the_last_server_of_a_build_takes_all_of_it_along() {
        List<Resource> made = things.each(build, "g:a", Optional.empty());

        assertThat(candidates(false, warning -> {})
                        .named(List.of(), Optional.of(made.get(0).id())))
                .extracting(Resource::id)
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(Resource::id).toList());
    }

    @Test
    void servers_that_go_together_take_what_they_share_along() {
        Resource web = things.make(ResourceType.SERVER, Optional.of(MarkedThings.mark(build, "g:a", Optional.empty())));
        Resource db = things.make(ResourceType.SERVER, Optional.of(MarkedThings.mark(build, "g:a", Optional.empty())));
        Resource key =
                things.make(ResourceType.KEYPAIR, Optional.of(MarkedThings.mark(build, "g:a", Optional.empty())));

        assertThat(candidates(false, warning -> {}).servers(List.of(web.id(), db.id())))
                .extracting(Resource::id)
                .containsExactlyInAnyOrder(web.id(), db.id(), key.id());
    }

    @Test
    void a_service_that_is_down_or_elsewhere_keeps_nothing_of_the_others() {
        Resource group = things.make(
                ResourceType.SECURITY_GROUP, Optional.of(MarkedThings.mark(build, "g:a", Optional.empty())));
        List<String> warnings = new ArrayList<>();

        for (Cloud lame : List.of(
                cloud.with("block_storage_endpoint_override", "http://localhost:1/v3/p1")
                        .logIn(new SkippedTime()),
                cloud.with("block_storage_region_name", "Atlantis").logIn())) {
            DeletionCandidates some = new DeletionCandidates(
                    new CloudResources(lame), Time.system(), false, ForkJoinPool.commonPool(), warnings::add);
            assertThat(some.marked("ledger-of-" + build))
                    .extracting(Resource::id)
                    .containsExactly(group.id());
        }
        assertThat(warnings).singleElement().asString().startsWith("volumes can't be listed: Cannot reach");
    }

    @Test
    void what_a_login_can_not_see_stays_on_record() {
        open = cloud.with("block_storage_region_name", "Atlantis").logIn();
        ledger.of("b1", place(), Keep.ALWAYS, LONG_AGO).made(ResourceType.VOLUME, "l1", name, "v1");
        ledger.of("b1", place(), Keep.ALWAYS, LONG_AGO).intend(ResourceType.VOLUME, "l2", name);
        List<String> warnings = new ArrayList<>();

        assertThat(teardownOfRecord(Duration.ofSeconds(5), warnings::add)).hasSize(1);

        assertThat(ledger.entries()).hasSize(2);
        assertThat(warnings).hasSize(2).allMatch(warning -> warning.contains("sees no service that has volumes"));
    }

    @Test
    void a_keypair_of_another_of_the_users_projects_is_not_seen() {
        String here = keypair(open.projectId());
        String elsewhere = keypair(Optional.of("0123456789abcdef0123456789abcdef"));
        try {
            assertThat(new CloudResources(open).all(ResourceType.KEYPAIR))
                    .extracting(Resource::id)
                    .contains(here)
                    .doesNotContain(elsewhere);
        } finally {
            open.keypairs().delete(here);
            open.keypairs().delete(elsewhere);
        }
    }

    private String keypair(Optional<String> project) {
        return open.keypairs()
                .create(KeypairCreate.ssh(
                        MarkedThings.mark(build, "g:a", Optional.empty()).nameIn(project),
                        EphemeralKeyPair.generate("test").publicKey()))
                .name();
    }

    @Test
    void a_create_whose_answer_was_lost_is_found_by_its_mark() {
        Resource server = launch(Map.of());
        ledger.of("b1", place(), Keep.ALWAYS, Time.system())
                .intend(ResourceType.SERVER, server.mark().orElseThrow().launch(), name);

        assertThat(teardownOfRecord(line -> {})).isEmpty();

        assertThat(CloudUnderTest.isThere(open, server.id())).isFalse();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void what_is_gone_already_is_struck_and_what_is_elsewhere_stays_on_record() {
        ledger.of("b1", place(), Keep.ALWAYS, LONG_AGO).intend(ResourceType.SERVER, "never-made", name);
        ledger.of("b1", place(), Keep.ALWAYS, Time.system()).intend(ResourceType.SERVER, "just-now", name);
        ledger.of("b1", new LedgerEntry.Place("http://elsewhere", "", ""), Keep.ALWAYS, Time.system())
                .intend(ResourceType.SERVER, "elsewhere", name);
        List<String> warnings = new ArrayList<>();

        assertThat(teardownOfRecord(Duration.ofSeconds(10), warnings::add)).isEmpty();

        assertThat(ledger.entries()).extracting(LedgerEntry::launch).containsExactly("just-now", "elsewhere");
        assertThat(warnings).singleElement().asString().contains("http://elsewhere");
    }

    @Test
    void a_server_without_marks_is_not_touched_unless_told_so() {
        Resource server = launch(Map.of());
        open.service(ServiceType.COMPUTE).delete("/servers/" + server.id() + "/metadata/" + Mark.BUILD);

        assertThatThrownBy(() -> named(false, name))
                .hasMessage("Server '" + name + "' (" + server.id() + ") was not made by this plugin: it has no marks");
        assertThat(named(true, name)).extracting(Resource::id).containsExactly(server.id());
    }

    @Test
    void a_name_that_nothing_has_is_told_as_such() {
        assertThatThrownBy(() -> named(false, "nobody")).hasMessage("No server 'nobody' in this project");
    }

    private Resource launch(Map<String, String> metadata) {
        ServerSpec spec =
                ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK));
        String id = cloud.launch(spec.toBuilder().metadata(metadata).build(), PATIENCE)
                .id();
        return things.resources().find(ResourceType.SERVER, id).orElseThrow();
    }

    private List<NotDeleted> teardownOfRecord(Consumer<String> warnings) {
        return teardownOfRecord(PATIENCE, warnings);
    }

    private List<NotDeleted> teardownOfRecord(Duration patience, Consumer<String> warnings) {
        List<Candidate> onRecord = candidates(false, warnings).of(ledger, place(), entry -> true);
        return teardown(warnings).delete(() -> onRecord, patience);
    }

    private List<Resource> named(boolean force, String wanted) {
        return candidates(force, warning -> {}).named(List.of(wanted), Optional.empty());
    }

    private DeletionCandidates candidates(boolean force, Consumer<String> warnings) {
        return new DeletionCandidates(
                new CloudResources(open), Time.system(), force, ForkJoinPool.commonPool(), warnings);
    }

    private LedgerEntry.Place place() {
        return new LedgerEntry.Place(
                open.place(),
                open.endpoints().region().orElse(""),
                open.projectId().orElse(""));
    }

    private List<NotDeleted> teardown(List<Resource> candidates) {
        return teardown(line -> {}).delete(candidates, PATIENCE);
    }

    private Teardown teardown(Consumer<String> warnings) {
        return new Teardown(
                new CloudResources(open),
                Time.system(),
                PollSchedule.standard(),
                ForkJoinPool.commonPool(),
                new TeardownLog(ledger, line -> {}, warnings));
    }
}
