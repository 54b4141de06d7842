package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.UnreachableException;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Lifetime;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the end of a build does on one cloud. */
class CloudTeardownTest {
    private static final LedgerEntry.Place HERE = new LedgerEntry.Place("http://cloud/v3", "", "p1");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final SteppedTime time = new SteppedTime();
    private final Rehearsed cloud = new Rehearsed();
    private final List<String> told = new ArrayList<>();
    private LastLook look = LastLook.none();
    private Ledger ledger;
    private int logins;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        ledger = new Ledger(folder.resolve("ledger.json"));
    }

    @Test
    void what_is_kept_since_the_build_failed_lives_for_the_time_that_is_asked_for() {
        launched("web", new Lifetime(Keep.ON_FAILURE, Duration.ofMinutes(30), Optional.of(DAY)));
        launched("db", new Lifetime(Keep.ON_FAILURE, Duration.ofMinutes(30), Optional.empty()));

        CloudTeardown end = end(false);
        end.run(TIMEOUT, Runnable::run);

        assertThat(cloud.renewed)
                .containsEntry("web", Optional.of(SteppedTime.START.plus(DAY)))
                .containsEntry("db", Optional.empty());
        assertThat(cloud.there).containsOnlyKeys("web", "db");
        assertThat(end.unrenewed()).isEmpty();
        assertThat(end.kept()).hasSize(2);
        assertThat(end.isDone()).isTrue();
    }

    @Test
    void it_goes_when_the_build_succeeded() {
        launched("web", Lifetime.standard(Keep.ON_FAILURE));

        end(true).run(TIMEOUT, Runnable::run);

        assertThat(cloud.there).isEmpty();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void what_took_no_mark_when_its_launch_failed_is_tried_again_until_it_does() {
        launched("web", Lifetime.standard(Keep.ON_FAILURE));
        cloud.refuse(3, answered(409));

        CloudTeardown end = end(false);
        end.run(TIMEOUT, Runnable::run);

        assertThat(cloud.renewed).containsKey("web");
        assertThat(end.unrenewed()).isEmpty();
        assertThat(told).singleElement().asString().contains("server 'web' (web)", "HTTP 409");
    }

    @Test
    void what_may_not_be_kept_is_told_and_holds_nobody_up() {
        launched("web", Lifetime.standard(Keep.ON_FAILURE));
        cloud.refuse(1000, answered(403));

        CloudTeardown end = end(false);
        end.run(TIMEOUT, Runnable::run);

        assertThat(end.unrenewed()).extracting(LedgerEntry::name).containsExactly("web");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void what_somebody_else_deleted_is_not_said_to_be_kept() {
        launched("web", Lifetime.standard(Keep.ON_FAILURE));
        cloud.there.clear();

        CloudTeardown end = end(false);
        end.run(TIMEOUT, Runnable::run);

        assertThat(end.kept()).isEmpty();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void one_answer_of_another_shape_ends_nothing() {
        launched("web", Lifetime.standard(Keep.NEVER));
        launched("db", Lifetime.standard(Keep.NEVER));
        cloud.confuse(5);

        CloudTeardown end = end(true);
        end.run(TIMEOUT, Runnable::run);

        assertThat(cloud.there).isEmpty();
        assertThat(end.isDone()).isTrue();
        assertThat(told).anyMatch(line -> line.contains("An answer that no service should give"));
    }

    @Test
    void nor_does_one_to_the_login() {
        launched("web", Lifetime.standard(Keep.NEVER));
        cloud.lockOut(new OddAnswer());
        AtomicInteger tries = new AtomicInteger();

        new CloudTeardown(
                        new BuildRecord(ledger, HERE, new KeepDecision("b1", true), ledger::has, ledger::refused),
                        () -> false,
                        deadline -> tries.incrementAndGet() < 4 ? login() : cloud,
                        LastLook.none(),
                        time,
                        told::add)
                .run(TIMEOUT, Runnable::run);

        assertThat(cloud.there).isEmpty();
    }

    @Test
    void what_the_cloud_says_to_be_gone_for_once_is_not() {
        launched("web", Lifetime.standard(Keep.NEVER));
        cloud.hide(3);

        end(true).run(TIMEOUT, Runnable::run);

        assertThat(cloud.there).isEmpty();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void nor_is_it_with_what_is_kept() {
        launched("web", Lifetime.standard(Keep.ON_FAILURE));
        cloud.hide(3);

        CloudTeardown end = end(false);
        end.run(TIMEOUT, Runnable::run);

        assertThat(cloud.renewed).containsKey("web");
        assertThat(end.kept()).hasSize(1);
    }

    @Test
    void what_another_build_in_the_same_tree_has_cleaned_away_goes_all_the_same() throws IOException {
        launched("web", Lifetime.standard(Keep.NEVER));
        Ledger launching = ledger;
        Files.delete(folder.resolve("ledger.json"));
        open();
        launched("b2", "other", Lifetime.standard(Keep.NEVER));
        ledger = new Ledger(folder.resolve("ledger.json"), told::add, launching::memory);

        CloudTeardown end = end(true);
        assertThat(end.isDone()).isFalse();
        end.run(TIMEOUT, Runnable::run);

        assertThat(cloud.there).containsOnlyKeys("other");
        assertThat(ledger.entries()).extracting(LedgerEntry::name).containsExactly("other");
    }

    @Test
    void what_carries_the_builds_marks_goes_too_unless_it_is_on_record_to_stay() {
        launched("web", Lifetime.standard(Keep.NEVER));
        launched("kept", Lifetime.standard(Keep.ALWAYS));
        cloud.put("b1", "double of web", "launch-of-web");
        cloud.put("b1", "stray", "struck");
        cloud.put("b2", "foreign", "foreign");

        CloudTeardown end = end(true);
        end.run(TIMEOUT, Runnable::run);

        assertThat(cloud.there).containsOnlyKeys("kept", "foreign");
        assertThat(end.strays()).isEmpty();
        assertThat(told).contains("server stray carries the marks of this build, and is not on record");
    }

    @Test
    void a_login_that_is_refused_is_not_tried_again() {
        launched("web", Lifetime.standard(Keep.NEVER));
        cloud.lockOut(answered(401));

        CloudTeardown end = end(true);
        end.run(TIMEOUT, Runnable::run);

        assertThat(logins).isOne();
        assertThat(end.left()).hasSize(1);
        assertThat(told).singleElement().asString().contains("HTTP 401");
    }

    @Test
    void a_cloud_that_is_away_or_has_a_problem_is_tried_until_the_time_is_over() {
        launched("web", Lifetime.standard(Keep.NEVER));

        cloud.lockOut(new UnreachableException("no answer", "", true, false, new IOException("refused")));
        end(true).run(TIMEOUT, Runnable::run);
        assertThat(logins).isGreaterThan(5);
        int before = logins;
        cloud.lockOut(answered(503));
        end(true).run(TIMEOUT, Runnable::run);
        assertThat(logins).isGreaterThan(before + 5);
    }

    @Test
    void servers_of_a_failed_build_are_looked_at_once_before_they_go() {
        launched("web", Lifetime.standard(Keep.NEVER));
        launched("db", Lifetime.standard(Keep.NEVER));
        launched("kept", Lifetime.standard(Keep.ON_FAILURE));
        launched("b2", "other", Lifetime.standard(Keep.NEVER));
        cloud.hide(3);
        List<String> seen = new ArrayList<>();
        look = (servers, there, executor, most) -> {
            assertThat(cloud.there).containsOnlyKeys("web", "db", "kept", "other");
            assertThat(most).isEqualTo(TIMEOUT.dividedBy(4));
            servers.forEach(one -> seen.add(one.name()));
        };

        end(false).run(TIMEOUT, Runnable::run);

        assertThat(seen).containsExactly("web", "db");
        assertThat(cloud.there).containsOnlyKeys("kept", "other");
    }

    @Test
    void those_of_a_successful_build_are_not() {
        launched("web", Lifetime.standard(Keep.NEVER));
        look = (servers, there, executor, most) -> told.add("looked");

        end(true).run(TIMEOUT, Runnable::run);

        assertThat(told).doesNotContain("looked");
        assertThat(cloud.there).isEmpty();
    }

    @Test
    void a_look_that_fails_keeps_nobody_from_the_deletion() {
        launched("web", Lifetime.standard(Keep.NEVER));
        look = (servers, there, executor, most) -> {
            throw new OpenStackException("the disk is full", "");
        };

        end(false).run(TIMEOUT, Runnable::run);

        assertThat(cloud.there).isEmpty();
        assertThat(told).contains("What the servers show could not be saved: the disk is full");
    }

    private CloudTeardown end(boolean succeeded) {
        return new CloudTeardown(
                new BuildRecord(ledger, HERE, new KeepDecision("b1", succeeded), ledger::has, ledger::refused),
                () -> false,
                deadline -> login(),
                look,
                time,
                told::add);
    }

    private Resources login() {
        logins++;
        cloud.lockedOut.ifPresent(refusal -> {
            throw refusal;
        });
        return cloud;
    }

    private void launched(String id, Lifetime lifetime) {
        launched("b1", id, lifetime);
    }

    private void launched(String build, String id, Lifetime lifetime) {
        ledger.of(build, HERE, lifetime, time).made(ResourceType.SERVER, "launch-of-" + id, id, id);
        cloud.put(build, id, "launch-of-" + id);
    }

    private static HttpStatusException answered(int status) {
        return new HttpStatusException(
                "compute",
                new Request("POST", URI.create("http://cloud"), Map.of(), Optional.empty()),
                new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), "{}"));
    }

    private static final class OddAnswer extends OpenStackException {
        private static final long serialVersionUID = 1L;

        OddAnswer() {
            super("What answers is not Keystone", "");
        }

        @Override
        public boolean mayPass() {
            return true;
        }
    }

    /** A cloud in memory that may refuse. */
    private static final class Rehearsed implements Resources {
        private final Map<String, Resource> there = new LinkedHashMap<>();
        private final Map<String, Optional<Instant>> renewed = new LinkedHashMap<>();
        private final List<OpenStackException> refusals = new ArrayList<>();
        private int confused;
        private int hidden;
        private Optional<OpenStackException> lockedOut = Optional.empty();

        void refuse(int times, OpenStackException refusal) {
            for (int time = 0; time < times; time++) refusals.add(refusal);
        }

        void put(String build, String id, String launch) {
            Mark mark = new Mark(build, launch, "g:a", "here", Optional.of(SteppedTime.START));
            there.put(
                    id,
                    new Resource(
                            ResourceType.SERVER, id, id, Optional.of(mark), Optional.empty(), Optional.of("ACTIVE")));
        }

        /** Its next looks are answered with what nobody can read. */
        void confuse(int times) {
            confused = times;
        }

        /** It says so often that there is none. */
        void hide(int times) {
            hidden = times;
        }

        void lockOut(OpenStackException refusal) {
            lockedOut = Optional.of(refusal);
        }

        @Override
        public List<Resource> all(ResourceType kind) {
            if (confused > 0) throw new NullPointerException("no status");
            return there.values().stream().filter(one -> one.kind() == kind).toList();
        }

        @Override
        public Optional<Resource> find(ResourceType kind, String id) {
            if (confused-- > 0) throw new NullPointerException("no status");
            return hidden-- > 0 ? Optional.empty() : Optional.ofNullable(there.get(id));
        }

        @Override
        public boolean delete(Resource resource) {
            return hidden-- <= 0 && there.remove(resource.id()) != null;
        }

        @Override
        public void renew(Resource resource, Optional<Instant> expiresAt) {
            if (!refusals.isEmpty()) throw refusals.remove(0);
            renewed.put(resource.id(), expiresAt);
        }

        @Override
        public void release(Resource resource) {
            throw new AssertionError("nothing is released here");
        }
    }
}
