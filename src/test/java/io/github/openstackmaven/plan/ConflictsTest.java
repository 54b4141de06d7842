package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Shown;
import io.github.openstackmaven.volume.Volume;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Volumes that servers of a launch can't all have, or not at once. */
class ConflictsTest {
    private static final Volume OWN = volume(false);
    private static final Volume SHARED = volume(true);

    @Test
    void a_volume_of_one_server_is_used_once() {
        OpenStackException e = conflict(server("a", OWN), server("b", OWN, "a"));

        assertThat(e).hasMessage("Volume v1 is used twice");
        assertThat(e.advice()).isEqualTo("A volume is on one server at a time: name another, or a new one.");
    }

    @Test
    void one_that_several_may_have_is_given_to_those_that_come_one_after_the_other() {
        assertThatCode(() -> check(server("a", SHARED), server("b", SHARED, "a"), server("c", SHARED, "b")))
                .doesNotThrowAnyException();
    }

    @Test
    void and_not_to_those_that_come_side_by_side() {
        OpenStackException e = conflict(server("a", SHARED), server("b", SHARED, "a"), server("c", SHARED, "a"));

        assertThat(e).hasMessage("Volume v1 is used twice");
        assertThat(e.advice()).contains("by <dependsOn>");
    }

    @Test
    void nor_twice_to_the_same() {
        assertThat(conflict(with(server("a", SHARED), SHARED, SHARED))).hasMessage("Volume v1 is used twice");
    }

    private static OpenStackException conflict(PlannedServer... servers) {
        return catchThrowableOfType(OpenStackException.class, () -> check(servers));
    }

    private static void check(PlannedServer... servers) {
        new Conflicts(List.of(servers)).check();
    }

    private static PlannedServer server(String name, Volume volume, String... dependsOn) {
        PlannedServer named = PlannedServers.named(name);
        return with(
                named.with(named.spec().toBuilder()
                        .relations(new Relations(List.of(), List.of(dependsOn), false))
                        .build()),
                volume);
    }

    private static PlannedServer with(PlannedServer server, Volume... volumes) {
        return PlannedServers.with(
                server,
                Stream.of(volumes)
                        .<PlannedVolume>map(PlannedVolume.Existing::new)
                        .toList());
    }

    private static Volume volume(boolean multiattach) {
        return Shown.as(Volume.class, """
                {"id": "v1", "name": "data", "status": "in-use", "size": 1, "metadata": {}, "multiattach": %s}""".formatted(multiattach));
    }
}
