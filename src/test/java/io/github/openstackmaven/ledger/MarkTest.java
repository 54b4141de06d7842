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
