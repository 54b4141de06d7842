package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static final Optional<String> HERE = Optional.of("0123456789abcdef0123456789abcdef");
    private static final Optional<String> ELSEWHERE = Optional.of("fedcba9876543210fedcba9876543210");

    private final Mark mark =
            new Mark(UUID.randomUUID().toString(), UUID.randomUUID().toString(), "", "", Optional.of(Instant.EPOCH));

    @Test
    void it_is_read_from_names_with_and_without_the_clouds_project() {
        assertThat(Mark.inName(mark.nameIn(HERE))).contains(mark);
        assertThat(Mark.inName(mark.name())).contains(mark);
    }

    @Test
    void what_lives_for_ever_says_so_in_its_name() {
        Mark endless = mark.expiring(Optional.empty());

        assertThat(endless.name()).endsWith("-never");
        assertThat(Mark.inName(endless.name())).contains(endless);
    }

    @Test
    void it_is_read_whole_from_metadata_and_from_a_description() {
        Mark whole = new Mark(mark.build(), mark.launch(), "g:a", "host-1234", mark.expiresAt());

        assertThat(whole.metadata())
                .containsOnlyKeys(Mark.BUILD, Mark.LAUNCH, Mark.EXPIRES_AT, Mark.LEDGER, Mark.PROJECT);
        assertThat(Mark.inMetadata(whole.metadata())).contains(whole);
        assertThat(Mark.inDescription("ours: " + whole.description())).contains(whole);
    }

    @Test
    void what_there_is_none_of_is_left_out() {
        Mark bare = mark.expiring(Optional.empty());

        assertThat(bare.metadata()).containsOnlyKeys(Mark.BUILD, Mark.LAUNCH);
        assertThat(Mark.inMetadata(bare.metadata())).contains(bare);
        assertThat(Mark.inDescription(bare.description())).contains(bare);
    }

    @Test
    void who_says_a_thing_twice_in_a_description_is_taken_at_the_first_word() {
        assertThat(Mark.inDescription(mark.description() + " maven:build=another"))
                .contains(mark);
    }

    @Test
    void a_log_calls_a_thing_by_as_much_of_its_mark_as_tells_it_from_others() {
        assertThat(Mark.brief(mark.nameIn(HERE)))
                .isEqualTo("maven-" + mark.launch().substring(0, 8) + "…");
        assertThat(Mark.brief("web")).isEqualTo("web");
    }

    @Test
    void its_time_is_over_after_its_last_moment() {
        assertThat(mark.hasExpired(Instant.EPOCH)).isFalse();
        assertThat(mark.hasExpired(Instant.EPOCH.plusNanos(1))).isTrue();
        assertThat(mark.expiring(Optional.empty()).hasExpired(Instant.MAX)).isFalse();
    }

    @Test
    void a_name_that_only_looks_like_a_mark_never_expires() {
        String name = mark.name().replaceAll("\\d{8}T\\d{6}Z$", "20269999T999999Z");

        assertThat(Mark.inName(name))
                .hasValueSatisfying(read -> assertThat(read.expiresAt()).isEmpty());
    }

    @Test
    void a_name_tells_that_it_is_another_projects() {
        assertThat(Mark.isElsewhere(mark.nameIn(ELSEWHERE), HERE)).isTrue();
        assertThat(Mark.isElsewhere(mark.nameIn(ELSEWHERE), Optional.empty())).isTrue();
        assertThat(Mark.isElsewhere(mark.nameIn(HERE), HERE)).isFalse();
    }

    @Test
    void a_name_that_tells_no_project_may_be_of_this_one() {
        assertThat(mark.nameIn(Optional.empty())).isEqualTo(mark.name());
        assertThat(mark.nameIn(Optional.of("default"))).isEqualTo(mark.name());
        assertThat(Mark.isElsewhere(mark.name(), HERE)).isFalse();
        assertThat(Mark.isElsewhere("the users own", HERE)).isFalse();
    }
}
