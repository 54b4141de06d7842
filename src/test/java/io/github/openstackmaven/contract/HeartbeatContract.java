package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.Heartbeat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a beat asks of a cloud: a request a server, and nothing else. */
abstract class HeartbeatContract {
    private static final LedgerEntry.Place HERE = new LedgerEntry.Place("here", "", "");
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final String build = UUID.randomUUID().toString();
    private final Optional<Instant> soon = Optional.of(Instant.now().plus(Duration.ofMinutes(5)));

    @TempDir
    private Path folder;

    private CloudUnderTest cloud;
    private MarkedThings things;
    private CloudResources resources;
    private Ledger ledger;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
        things = new MarkedThings(cloud);
        resources = new CloudResources(cloud.logIn());
        ledger = new Ledger(folder.resolve("ledger.json"));
    }

    @AfterEach
    void leaveNothingBehind() {
        things.close();
    }

    @Test
    void a_build_with_something_of_every_kind_is_kept_alive_by_a_request_a_server() {
        List<Resource> made = new ArrayList<>(things.each(build, "g:a", soon));
        made.add(things.make(ResourceType.SERVER, Optional.of(MarkedThings.mark(build, "g:a", soon))));
        made.forEach(this::record);

        List<String> sent = beat();

        List<Resource> servers =
                made.stream().filter(one -> one.kind() == ResourceType.SERVER).toList();
        assertThat(sent)
                .containsExactlyInAnyOrderElementsOf(servers.stream()
                        .map(server -> "POST /servers/" + server.id() + "/metadata")
                        .toList());
        assertThat(servers)
                .allMatch(server -> expiry(server)
                        .filter(end -> end.isAfter(soon.orElseThrow()))
                        .isPresent());
    }

    @Test
    void nothing_is_sent_where_nothing_is_kept_alive() {
        assertThat(beat()).isEmpty();
    }

    private Optional<Instant> expiry(Resource thing) {
        return resources.find(thing.kind(), thing.id()).flatMap(Resource::mark).flatMap(Mark::expiresAt);
    }

    private void record(Resource thing) {
        Journal journal = ledger.of(build, HERE, Keep.NEVER, Time.system());
        journal.made(thing.kind(), thing.mark().map(Mark::launch).orElse(thing.id()), thing.name(), thing.id());
    }

    // Method and path below the service's version, of one beat.
    private List<String> beat() {
        int before = cloud.sent().size();
        new Heartbeat(ledger, build, HERE, resources, new OneBeat(), LEASE, problem -> {
                    throw new AssertionError(problem);
                })
                .run();
        Thread.interrupted();
        return cloud.sent().stream()
                .skip(before)
                .map(request ->
                        request.method() + " " + request.uri().getPath().replaceFirst("^.*?/v\\d+(\\.\\d+)?/", "/"))
                .toList();
    }

    /** Lets the first pause pass at once, and is interrupted in the second. */
    private static final class OneBeat implements Time {
        private boolean beaten;

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (beaten) throw new InterruptedException();
            beaten = true;
        }
    }
}
