package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.KeypairCreate;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.teardown.ProjectDeletion;
import io.github.openstackmaven.teardown.ReapReport;
import io.github.openstackmaven.teardown.ReapRequest;
import io.github.openstackmaven.teardown.Reaper;
import io.github.openstackmaven.teardown.Teardown;
import io.github.openstackmaven.teardown.TeardownLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cloud that answers for once what is not so: nothing is left behind for it, nothing made twice, and nothing of others taken. */
abstract class FalseAnswersContract {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Optional<Instant> PAST = Optional.of(Instant.parse("2021-02-03T04:05:06Z"));
    private static final Optional<Instant> FUTURE = Optional.of(Instant.parse("2051-02-03T04:05:06Z"));

    private String build;
    private ExecutorService executor;

    @TempDir
    private Path folder;

    private CloudUnderTest cloud;
    private MarkedThings things;
    private Ledger ledger;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        build = UUID.randomUUID().toString();
        executor = Executors.newCachedThreadPool();
        cloud = cloud();
        things = new MarkedThings(cloud);
        ledger = new Ledger(folder.resolve("ledger.json"));
    }

    @AfterEach
    void leaveNothingBehind() {
        cloud.close();
        things.close();
        executor.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    GET     | 404 | {"itemNotFound": {"message": "It could not be found.", "code": 404}}
                    GET     | 200 | {}
                    GET     | 200 | {"server": {"id": null, "status": null}, "keypair": {"name": null}, "port": {"id": null}}
                    GET     | 200 | null
                    DELETE  | 404 | {"itemNotFound": {"message": "It could not be found.", "code": 404}}
                    DELETE  | 503 | busy
                    """)
    void what_is_on_record_goes_all_the_same(String method, int status, String body) {
        List<Resource> made = List.of(
                onRecord(things.make(ResourceType.SERVER, mark(FUTURE))),
                onRecord(things.make(ResourceType.KEYPAIR, mark(FUTURE))),
                onRecord(things.make(ResourceType.PORT, mark(FUTURE))));
        made.forEach(one -> cloud.answerInstead(2, method, "/" + one.id(), false, status, body));

        ProjectDeletion.Result result = deletion().ofRecord(ledger, place(), entry -> true, PATIENCE);

        assertThat(result.remaining()).isEmpty();
        assertThat(made)
                .noneMatch(one -> things.resources().find(one.kind(), one.id()).isPresent());
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void what_was_made_twice_goes_with_the_one_that_is_on_record() {
        Resource port = onRecord(things.make(ResourceType.PORT, mark(FUTURE)));
        Resource twin = things.make(ResourceType.PORT, port.mark());

        deletion().ofRecord(ledger, place(), entry -> true, PATIENCE);

        assertThat(things.resources().find(ResourceType.PORT, twin.id())).isEmpty();
    }

    @Test
    void a_folder_s_things_are_found_though_the_first_list_is_empty() {
        Resource key = things.make(ResourceType.PORT, mark(FUTURE));
        cloud.answerInstead(1, "GET", "/ports", false, 200, "{\"ports\": []}");

        ProjectDeletion.Result result =
                deletion().ofFolder(ledger, place(), entry -> true, "ledger-of-" + build, PATIENCE);

        assertThat(result.found()).isTrue();
        assertThat(things.resources().find(ResourceType.PORT, key.id())).isEmpty();
    }

    @Test
    void a_create_that_was_heeded_and_answered_with_a_conflict_is_adopted() {
        cloud.answerInstead(
                1, "POST", "/servers", true, 409, "{\"conflictingRequest\": {\"message\": \"exists\", \"code\": 409}}");

        Server server = cloud.launch(spec(), PATIENCE);

        assertThat(cloud.marked()).extracting(Resource::id).containsExactly(server.id());
    }

    @Test
    void a_lost_create_is_adopted_though_the_first_looks_fail() {
        cloud.loseAnswersTo("/servers");
        cloud.answerInstead(2, "GET", "/servers/detail", false, 200, "{}");
        cloud.answerInstead(1, "GET", "/servers/detail", false, 200, "{\"servers\": []}");

        Server server = cloud.launch(spec(), PATIENCE);

        assertThat(cloud.marked()).extracting(Resource::id).containsExactly(server.id());
    }

    @Test
    void a_create_that_is_refused_is_struck_at_once() {
        cloud.answerInstead(
                1, "POST", "/servers", false, 400, "{\"badRequest\": {\"message\": \"no\", \"code\": 400}}");

        assertThatThrownBy(() -> cloud.launch(spec(), PATIENCE))
                .isInstanceOf(OpenStackException.class)
                .hasMessageContaining("HTTP 400");

        assertThat(cloud.ledger().entries()).isEmpty();
        assertThat(cloud.sent()).noneMatch(request -> request.uri().getPath().endsWith("/servers/detail"));
    }

    @Test
    void what_a_living_server_uses_is_not_reaped_though_no_list_shows_the_server() {
        String name = MarkedThings.mark(build, "g:a", PAST).nameIn(cloud.logIn().projectId());
        cloud.logIn()
                .keypairs()
                .create(KeypairCreate.ssh(
                        name, EphemeralKeyPair.generate("test").publicKey()));
        try {
            cloud.launch(
                    spec().toBuilder()
                            .access(new AccessSpec(
                                    List.of(),
                                    List.of(),
                                    new KeySpec.Existing(name, Optional.empty()),
                                    Optional.empty(),
                                    false))
                            .build(),
                    PATIENCE);
            cloud.answerInstead(50, "GET", "/servers/detail", false, 200, "{\"servers\": []}");

            ReapReport report = reap();

            assertThat(report.rows()).extracting(row -> row.resource().id()).contains(name);
            assertThat(report.rows())
                    .filteredOn(row -> row.resource().id().equals(name))
                    .extracting(ReapReport.Row::outcome)
                    .containsExactly(ReapReport.Outcome.IN_USE);
        } finally {
            cloud.logIn().keypairs().delete(name);
        }
    }

    private ReapReport reap() {
        Cloud open = cloud.logIn();
        return new Reaper(new CloudResources(open), Time.system(), PollSchedule.standard(), executor)
                .reap(new ReapRequest(Duration.ZERO, Optional.empty(), 100, true, PATIENCE));
    }

    private ServerSpec spec() {
        return ServerSpecs.of(
                "false-" + UUID.randomUUID(),
                LaunchContract.IMAGE,
                LaunchContract.FLAVOR,
                List.of(LaunchContract.NETWORK));
    }

    private Optional<Mark> mark(Optional<Instant> expiry) {
        return Optional.of(MarkedThings.mark(build, "g:a", expiry));
    }

    private Resource onRecord(Resource made) {
        ledger.of(build, place(), Keep.NEVER, Time.system())
                .made(made.kind(), made.mark().orElseThrow().launch(), made.name(), made.id());
        return made;
    }

    private LedgerEntry.Place place() {
        return new LedgerEntry.Place("http://here", "", "");
    }

    private ProjectDeletion deletion() {
        Time time = Time.system();
        CloudResources resources =
                new CloudResources(cloud.logIn().with(Patience.until(time.now().plus(PATIENCE), time)));
        return new ProjectDeletion(
                new DeletionCandidates(resources, time, false, executor, line -> {}),
                new Teardown(
                        resources,
                        time,
                        PollSchedule.standard(),
                        executor,
                        new TeardownLog(ledger, line -> {}, line -> {})),
                time);
    }
}
