package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreparedMarkTest {
    private static final String DIGEST = "0123456789abcdef";
    private static final String NAME = "web-prepared-01234567";
    private static final Instant USED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Map<String, String> FINISHED = Map.of(
            PreparedMark.PREPARED,
            DIGEST,
            Mark.PROJECT,
            "g:a",
            PreparedMark.USED_AT,
            USED.toString(),
            Mark.EXPIRES_AT,
            USED.plusSeconds(60).toString());

    @Test
    void a_finished_image_tells_whose_it_is_and_until_when_it_lives() {
        PreparedMark mark = PreparedMark.of(NAME, FINISHED).orElseThrow();

        assertThat(mark)
                .isEqualTo(new PreparedMark(DIGEST, "g:a", Optional.of(USED), Optional.of(USED.plusSeconds(60))));
        assertThat(mark.isOf("g:a")).isTrue();
        assertThat(mark.isOf("g:b")).isFalse();
    }

    @Test
    void a_users_snapshot_of_its_server_has_the_same_properties_and_is_none() {
        assertThat(PreparedMark.of("before the upgrade", FINISHED)).isEmpty();
    }

    @Test
    void one_that_is_being_made_is_none_yet_though_it_be_made_of_one() {
        Map<String, String> making = new HashMap<>(FINISHED);
        making.putAll(new Mark("b", "l", "g:a", "", Optional.empty()).metadata());

        assertThat(PreparedMark.of(NAME, making)).isEmpty();
    }

    @Test
    void what_cant_be_read_is_no_expiry() {
        Map<String, String> odd = new HashMap<>(FINISHED);
        odd.put(Mark.EXPIRES_AT, "tomorrow");

        assertThat(PreparedMark.of(NAME, odd).orElseThrow().expiresAt()).isEmpty();
    }
}
