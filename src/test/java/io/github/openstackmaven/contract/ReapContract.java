package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.ReapReport;
import io.github.openstackmaven.teardown.ReapReport.Outcome;
import io.github.openstackmaven.teardown.ReapRequest;
import io.github.openstackmaven.teardown.Reaper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What killed builds left behind is reaped, and nothing else. Each test has a project of its own, since clouds are shared. */
abstract class ReapContract {
    private static final Optional<Instant> PAST = Optional.of(Instant.parse("2021-02-03T04:05:06Z"));
    private static final Optional<Instant> FUTURE = Optional.of(Instant.parse("2051-02-03T04:05:06Z"));
    private static final ResourceType[] CHEAP = {
        ResourceType.PORT,
        ResourceType.VOLUME,
        ResourceType.KEYPAIR,
        ResourceType.SECURITY_GROUP,
        ResourceType.SERVER_GROUP
    };

    private String project;
    private ExecutorService executor;
    private CloudUnderTest cloud;
    private MarkedThings things;
    private CloudResources resources;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        project = "g:" + UUID.randomUUID();
        executor = Executors.newCachedThreadPool();
        cloud = cloud();
        things = new MarkedThings(cloud);
        resources = things.resources();
    }

    @AfterEach
    void leaveNothingBehind() {
        things.close();
        executor.shutdownNow();
    }

    @Test
    void what_has_expired_goes_whatever_its_kind_and_what_lives_or_is_not_marked_stays() {
        List<Resource> dead = things.each(build(), project, PAST);
        List<Resource> live = things.each(build(), project, FUTURE);
        Resource unmarked = things.make(ResourceType.PORT, Optional.empty());

        ReapReport report = reap(false);

        assertThat(report.remaining()).isEmpty();
        assertThat(report.unreadable()).isEmpty();
        assertThat(report.rows())
                .allMatch(row -> row.outcome() == Outcome.DELETED)
                .extracting(row -> row.resource().id())
                .containsExactlyInAnyOrderElementsOf(ids(dead));
        assertThat(dead).noneMatch(this::isThere);
        assertThat(Stream.concat(live.stream(), Stream.of(unmarked))).allMatch(this::isThere);
    }

    @Test
    void a_dry_run_tells_and_deletes_nothing() {
        Resource port = things.make(ResourceType.PORT, Optional.of(MarkedThings.mark(build(), project, PAST)));

        ReapReport report = reap(true);

        assertThat(report.rows()).extracting(ReapReport.Row::outcome).containsExactly(Outcome.DUE);
        assertThat(report.lines()).last().asString().contains(port.id(), project, "would be deleted");
        assertThat(isThere(port)).isTrue();
    }

    @Test
    void what_uses_many_things_is_asked_for_once() {
        for (int number = 0; number < 4; number++) {
            String build = build();
            things.make(ResourceType.KEYPAIR, Optional.of(MarkedThings.mark(build, project, PAST)));
            things.make(ResourceType.SECURITY_GROUP, Optional.of(MarkedThings.mark(build, project, PAST)));
        }
        int before = cloud.sent().size();

        ReapReport report = reap(true);

        assertThat(report.rows()).hasSize(8).extracting(ReapReport.Row::outcome).containsOnly(Outcome.DUE);
        assertThat(cloud.sent().subList(before, cloud.sent().size()))
                .extracting(request -> request.uri().getPath())
                .as("what there is, and what uses it")
                .satisfies(paths -> assertThat(paths.stream().filter(path -> path.endsWith("/servers/detail")))
                        .hasSize(2))
                .satisfies(paths -> assertThat(paths.stream().filter(path -> path.endsWith("/ports")))
                        .hasSize(2));
    }

    @Test
    void builds_live_beside_reapers() {
        List<Resource> live = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            String build = build();
            live.add(things.make(ResourceType.SERVER, Optional.of(MarkedThings.mark(build, project, soon()))));
            for (ResourceType kind : CHEAP)
                live.add(things.make(kind, Optional.of(MarkedThings.mark(build, project, PAST))));
        }
        CompletableFuture<Void> builds = CompletableFuture.runAsync(() -> beat(live), executor);

        List<CompletableFuture<Void>> reapers = IntStream.range(0, 3)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> {
                            while (!builds.isDone())
                                assertThat(reap(false).rows()).isEmpty();
                        },
                        executor))
                .toList();

        builds.join();
        reapers.forEach(CompletableFuture::join);
        assertThat(live).allMatch(this::isThere);
    }

    // What its build renews expires while the reapers are at it.
    private void beat(List<Resource> live) {
        for (int beat = 0; beat < 5; beat++) {
            live.stream().filter(one -> one.kind() == ResourceType.SERVER).forEach(one -> resources.renew(one, soon()));
        }
    }

    private static Optional<Instant> soon() {
        return Optional.of(Instant.now().plus(Duration.ofMinutes(1)));
    }

    private ReapReport reap(boolean dryRun) {
        return new Reaper(new CloudResources(cloud.logIn()), Time.system(), PollSchedule.standard(), executor)
                .reap(new ReapRequest(Duration.ZERO, Optional.of(project), 100, dryRun, Duration.ofMinutes(3)));
    }

    private boolean isThere(Resource resource) {
        return resources.find(resource.kind(), resource.id()).isPresent();
    }

    private static List<String> ids(List<Resource> some) {
        return some.stream().map(Resource::id).toList();
    }

    private static String build() {
        return UUID.randomUUID().toString();
    }
}
