package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.image.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of the images of a preparation is booted from, and which of several stays. */
class PreparedImageTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Preparation PREPARATION = new Preparation(
            ServerSpecs.of("web", "debian-12", "m1.tiny", List.of()),
            PrepareSpecs.running("a"),
            PlannedServers.IMAGE,
            "described");

    @Test
    void the_newest_that_is_finished_is_booted_from() {
        Image older = finished("older", "active", "2026-11-27T00:00:00Z");
        Image newer = finished("newer", "active", "2026-11-28T00:00:00Z");
        Image unfinished = image("unfinished", "active", "2026-11-29T00:00:00Z", "");

        assertThat(newest(older, unfinished, newer)).contains(newer);
    }

    @Test
    void one_that_is_too_old_another_projects_wish_or_no_longer_active_is_not() {
        assertThat(newest(finished("old", "active", "2026-11-22T11:59:59Z"))).isEmpty();
        assertThat(newest(finished("just", "active", "2026-11-22T12:00:00Z"))).isPresent();
        assertThat(newest(finished("off", "deactivated", "2026-11-29T00:00:00Z")))
                .isEmpty();
        assertThat(PreparedImage.of(PREPARATION, List.of(Shown.as(Image.class, """
                        {"id": "x", "name": "x", "status": "active", "maven:prepared": "of another base"}""")), NOW))
                .isEmpty();
    }

    @Test
    void one_that_a_reaper_may_delete_before_a_server_of_it_is_there_is_not() {
        assertThat(newest(expiring("2026-11-29T12:59:59Z"))).isEmpty();
        assertThat(newest(expiring("2026-11-29T13:00:00Z"))).isPresent();
    }

    @Test
    void of_several_the_one_that_is_finished_stays_then_the_eldest_then_the_first_id() {
        Image finished = finished("z", "active", "2026-11-29T00:00:03Z");
        Image eldest = image("y", "saving", "2026-11-29T00:00:01Z", "");
        Image first = image("a", "queued", "2026-11-29T00:00:02Z", "");
        Image second = image("b", "active", "2026-11-29T00:00:02Z", "");

        assertThat(Stream.of(second, first, finished, eldest)
                        .map(PreparedImage::new)
                        .sorted(PreparedImage.ELECTION)
                        .map(PreparedImage::image))
                .containsExactly(finished, eldest, first, second);
    }

    @Test
    void what_became_of_one_decides_whether_it_is_waited_for() {
        assertThat(new PreparedImage(image("i", "queued", "2026-11-29T00:00:00Z", "")).isUnderWay())
                .isTrue();
        assertThat(new PreparedImage(image("i", "saving", "2026-11-29T00:00:00Z", "")).isUnderWay())
                .isTrue();
        assertThat(new PreparedImage(image("i", "active", "2026-11-29T00:00:00Z", "")).isUnderWay())
                .isTrue();
        assertThat(new PreparedImage(image("i", "killed", "2026-11-29T00:00:00Z", "")).isUnderWay())
                .isFalse();
        assertThat(new PreparedImage(finished("i", "active", "2026-11-29T00:00:00Z")).isUnderWay())
                .isFalse();
    }

    @Test
    void its_use_is_noted_once_a_day() {
        PreparedImage used = new PreparedImage(image("i", "active", "2026-11-01T00:00:00Z", "2026-11-28T12:00:00Z"));

        assertThat(used.isToBeRenewed(NOW.minusSeconds(1))).isFalse();
        assertThat(used.isToBeRenewed(NOW)).isTrue();
        assertThat(new PreparedImage(image("i", "active", "2026-11-01T00:00:00Z", "yesterday")).isToBeRenewed(NOW))
                .isTrue();
    }

    @Test
    void one_that_lives_unused_for_less_than_a_day_is_noted_and_taken_as_long_as_it_is_used() {
        PreparedImage used = new PreparedImage(
                image("i", "active", "2026-11-01T00:00:00Z", until("2026-11-29T11:29:00Z", "2026-11-29T12:29:00Z")));

        assertThat(used.isToBeRenewed(NOW.minusSeconds(61))).isFalse();
        assertThat(used.isToBeRenewed(NOW)).as("half the hour is over").isTrue();
        assertThat(newest(image(
                        "i", "active", "2026-11-28T00:00:00Z", until("2026-11-29T11:29:00Z", "2026-11-29T12:29:00Z"))))
                .isPresent();
        assertThat(newest(image(
                        "i", "active", "2026-11-28T00:00:00Z", until("2026-11-29T11:10:00Z", "2026-11-29T12:10:00Z"))))
                .as("no launch ends in a few minutes")
                .isEmpty();
    }

    @Test
    void what_a_build_left_that_lives_no_more_is_not_waited_for() {
        String mark = """
                ", "maven:build": "b1", "maven:launch": "l1", "maven:project": "com.example:shop", "maven:expires-at": "%s""";
        Image left = image("left", "saving", "2026-11-29T00:00:00Z" + mark.formatted("2026-11-29T11:59:59Z"), "");
        Image alive = image("alive", "saving", "2026-11-29T00:00:00Z" + mark.formatted("2026-11-29T12:00:01Z"), "");

        assertThat(PreparedImage.of(PREPARATION, List.of(left, alive), NOW))
                .extracting(one -> one.image().id())
                .containsExactly("alive");
    }

    private static String until(String usedAt, String end) {
        return usedAt + "\", \"maven:expires-at\": \"" + end;
    }

    private static Optional<Image> newest(Image... images) {
        return PreparedImage.newest(PreparedImage.of(PREPARATION, List.of(images), NOW), NOW, WEEK);
    }

    private static Image finished(String id, String status, String createdAt) {
        return image(id, status, createdAt, createdAt);
    }

    private static Image expiring(String at) {
        return image("i", "active", "2026-11-28T00:00:00Z", "2026-11-28T00:00:00Z\", \"maven:expires-at\": \"" + at);
    }

    private static Image image(String id, String status, String createdAt, String usedAt) {
        return Shown.as(Image.class, """
                {"id": "%s", "name": "%s", "status": "%s", "created_at": "%s",
                 "maven:prepared": "%s"%s}""".formatted(
                        id,
                        PREPARATION.imageName(),
                        status,
                        createdAt,
                        PREPARATION.digest(),
                        usedAt.isEmpty() ? "" : ", \"maven:used-at\": \"" + usedAt + "\""));
    }
}
