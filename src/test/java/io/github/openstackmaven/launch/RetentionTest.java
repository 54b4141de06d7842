package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Shown;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.PlannedServers;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.Volumes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** How long what stays is said to stay. */
class RetentionTest {
    private static final LaunchOptions OPTIONS = Launching.within(Rehearsal.TIMEOUT);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Optional<Instant> TOMORROW = Optional.of(SteppedTime.START.plus(DAY));

    private final Rehearsal rehearsal = new Rehearsal();
    private final VolumeWait volumes = new VolumeWait(RetentionTest::available, rehearsal.state);

    @Test
    void what_a_failed_launch_leaves_is_kept_for_the_time_that_is_asked_for() {
        String server = make(ResourceType.SERVER);
        String port = make(ResourceType.PORT);

        assertThat(retention(Launching.expiringAfter(DAY, OPTIONS)).keep()).isEmpty();

        assertThat(rehearsal.renewed).containsOnlyKeys(server, port).containsValue(TOMORROW);
        assertThat(rehearsal.written).contains("keep " + launch(port), "settled " + launch(port));
    }

    @Test
    void a_server_that_takes_no_mark_keeps_no_other_from_its_own_and_is_left_to_try_again() {
        String first = make(ResourceType.SERVER);
        String stubborn = make(ResourceType.SERVER);
        String last = make(ResourceType.FLOATING_IP);
        rehearsal.refuseRenewalOf(stubborn);

        assertThat(retention(OPTIONS).keep())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining(stubborn, "in BUILD"));

        assertThat(rehearsal.renewed).containsOnlyKeys(first, last).containsValue(Optional.empty());
        assertThat(rehearsal.written)
                .contains("keep " + launch(stubborn), "settled " + launch(first), "settled " + launch(last))
                .doesNotContain("settled " + launch(stubborn));
    }

    @Test
    void a_launch_that_succeeds_keeps_what_is_to_be_kept_always() {
        String server = make(ResourceType.SERVER);

        retention(Launching.keeping(Keep.ALWAYS, OPTIONS)).settle();

        assertThat(rehearsal.renewed).containsEntry(server, Optional.empty());
        assertThat(rehearsal.written).contains("keep " + launch(server));
    }

    @Test
    void nothing_else_is_kept_after_a_success() {
        make(ResourceType.SERVER);

        retention(Launching.keeping(Keep.ON_FAILURE, OPTIONS)).settle();

        assertThat(rehearsal.renewed).isEmpty();
        assertThat(rehearsal.written).noneMatch(line -> line.startsWith("keep"));
    }

    @Test
    void until_it_is_launched_what_is_to_be_kept_always_goes_with_its_build() {
        assertThat(Launching.keeping(Keep.ALWAYS, OPTIONS).lifetime().keep()).isEqualTo(Keep.NEVER);
        assertThat(Launching.keeping(Keep.ON_FAILURE, OPTIONS).lifetime().keep())
                .isEqualTo(Keep.ON_FAILURE);
    }

    @Test
    void a_server_that_is_kept_when_it_fails_says_so_from_the_start() {
        LaunchOptions options = Launching.keeping(Keep.ON_FAILURE, OPTIONS);

        assertThat(metadata(options)).containsEntry(Marks.EXPIRES_IN_ERROR, "never");
        assertThat(metadata(Launching.expiringAfter(DAY, options)))
                .containsEntry(
                        Marks.EXPIRES_IN_ERROR,
                        SteppedTime.START.plus(Rehearsal.TIMEOUT).plus(DAY).toString());
        assertThat(metadata(OPTIONS)).doesNotContainKey(Marks.EXPIRES_IN_ERROR);
    }

    @Test
    void what_outlives_its_server_is_let_go_of_last_and_without_a_word_of_how_long_it_stays() {
        String server = make(ResourceType.SERVER);
        String volume = volume("data");

        retention(Launching.keeping(Keep.ALWAYS, OPTIONS)).settle();

        assertThat(rehearsal.renewed).containsOnlyKeys(server);
        assertThat(rehearsal.written).contains("released " + volume);
        assertThat(rehearsal.creates.made()).extracting(Resource::id).containsExactly(server);
    }

    @Test
    void a_volume_that_stays_though_the_launch_fails_is_named() {
        List<Resource> both = rehearsal.creates.made(ResourceType.VOLUME, Set.of(volume("data"), volume("logs")));
        rehearsal.refuseRenewalOf(both.get(1).id());

        assertThatThrownBy(() -> retention(OPTIONS).settle())
                .hasMessageStartingWith("Not every volume that outlives its server could be let go of: ")
                .hasMessageContaining("HTTP 409")
                .asInstanceOf(InstanceOfAssertFactories.type(OpenStackException.class))
                .satisfies(e -> assertThat(e.advice())
                        .endsWith("These stay, though the launch has failed: " + both.get(0) + "."));
        assertThat(rehearsal.creates.made()).containsExactly(both.get(1));
    }

    private String volume(String name) {
        PlannedVolume.New lasting = PlannedServers.lasting(name);
        String id = rehearsal.creates.make(
                PendingCreate.of(lasting, "web", marking -> rehearsal.make(ResourceType.VOLUME, marking)));
        volumes.available("web", lasting, id);
        return id;
    }

    private static Volumes available() {
        Volumes all = mock(Volumes.class);
        when(all.byId(anyString())).thenReturn(Optional.of(Shown.as(Volume.class, """
                {"id": "v", "name": "v", "status": "available", "size": 1, "metadata": {}}""")));
        return all;
    }

    private Map<String, String> metadata(LaunchOptions options) {
        Mark mark = Rehearsal.MARKS.next(Optional.empty());
        return new Markings(Rehearsal.MARKS, options, rehearsal.state.deadline(), Optional.empty())
                .of(mark)
                .server();
    }

    private Retention retention(LaunchOptions options) {
        return new Retention(
                rehearsal.bookkeeping,
                options,
                rehearsal.time,
                new Concurrent(Runnable::run),
                rehearsal.creates,
                volumes);
    }

    private String make(ResourceType kind) {
        return rehearsal.creates.make(
                PendingCreate.of(Rehearsal.create(kind), "web", mark -> rehearsal.make(kind, mark)));
    }

    private String launch(String id) {
        return rehearsal.creates.made().stream()
                .filter(one -> one.id().equals(id))
                .map(Resource::mark)
                .flatMap(Optional::stream)
                .map(Mark::launch)
                .findFirst()
                .orElseThrow();
    }
}
