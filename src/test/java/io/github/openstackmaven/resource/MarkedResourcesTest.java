package io.github.openstackmaven.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of what carries marks has had its time. */
class MarkedResourcesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Optional<Instant> PAST = Optional.of(NOW.minus(Duration.ofSeconds(1)));
    private static final Optional<Instant> FUTURE = Optional.of(NOW.plus(Duration.ofSeconds(1)));

    @Test
    void what_has_no_mark_is_somebody_elses() {
        Resource theirs =
                new Resource(ResourceType.PORT, "p1", "p1", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(listed(theirs, marked(ResourceType.PORT, "b1", PAST)).marked())
                .extracting(Resource::id)
                .containsExactly("PORT of b1");
    }

    @Test
    void a_server_expires_by_its_own_mark() {
        assertThat(listed(
                                marked(ResourceType.SERVER, "old", PAST),
                                marked(ResourceType.SERVER, "new", FUTURE),
                                marked(ResourceType.SERVER, "kept", Optional.empty()),
                                marked(ResourceType.PORT, "old", FUTURE))
                        .expired())
                .extracting(Resource::id)
                .containsExactly("SERVER of old");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SERVER")
    void all_else_lives_as_long_as_anything_of_its_build(ResourceType kind) {
        assertThat(listed(marked(kind, "b1", PAST), marked(ResourceType.SERVER, "b1", FUTURE))
                        .expired())
                .isEmpty();
        assertThat(listed(marked(kind, "b1", PAST), marked(ResourceType.SERVER, "b2", FUTURE))
                        .expired())
                .extracting(Resource::id)
                .containsExactly(kind + " of b1");
        assertThat(listed(marked(kind, "b1", PAST), marked(ResourceType.SERVER, "b1", PAST))
                        .expired())
                .hasSize(2);
    }

    @Test
    void a_build_lives_while_something_of_it_has_time_left() {
        assertThat(listed(
                                marked(ResourceType.SERVER, "b1", PAST),
                                marked(ResourceType.VOLUME, "b1", Optional.empty()),
                                marked(ResourceType.SERVER, "b2", PAST))
                        .alive())
                .containsExactly("b1");
    }

    @Test
    void what_has_no_room_to_say_its_project_is_that_of_its_build() {
        Resource pair = marked(ResourceType.KEYPAIR, "b1", "", PAST);
        MarkedResources listed = listed(
                pair,
                marked(ResourceType.SERVER, "b1", "g:mine", PAST),
                marked(ResourceType.SERVER, "b2", "g:theirs", PAST));

        assertThat(listed.isOf("g:mine", pair)).isTrue();
        assertThat(listed.isOf("g:theirs", pair)).isFalse();
        assertThat(listed(pair).isOf("g:mine", pair)).as("nothing else is left").isFalse();
    }

    @Test
    void what_says_its_project_is_that_one_s_whoever_shares_its_build() {
        Resource port = marked(ResourceType.PORT, "b1", "g:one", PAST);
        MarkedResources listed = listed(port, marked(ResourceType.SERVER, "b1", "g:other", PAST));

        assertThat(listed.isOf("g:one", port)).isTrue();
        assertThat(listed.isOf("g:other", port)).isFalse();
    }

    @Test
    void a_kind_that_can_not_be_listed_is_told_and_hides_no_other() {
        Listing cloud = new Listing(marked(ResourceType.SERVER, "b1", PAST));
        cloud.refused.put(ResourceType.VOLUME, new OpenStackException("Cinder is away", ""));
        cloud.refused.put(ResourceType.PORT, new IllegalStateException("what is this"));

        MarkedResources listed = MarkedResources.of(cloud, NOW, Runnable::run);

        assertThat(listed.marked()).extracting(Resource::id).containsExactly("SERVER of b1");
        assertThat(listed.unreadable())
                .containsExactlyInAnyOrder(
                        "volumes can't be listed: Cinder is away",
                        "ports can't be listed: An answer that no service should give, or a defect of this plugin:"
                                + " IllegalStateException");
    }

    @Test
    void without_the_servers_nobody_knows_what_lives() {
        Listing cloud = new Listing(marked(ResourceType.PORT, "b1", PAST));
        cloud.refused.put(ResourceType.SERVER, new OpenStackException("Nova is away", ""));

        assertThatThrownBy(() -> MarkedResources.of(cloud, NOW, Runnable::run)).hasMessage("Nova is away");
        assertThat(MarkedResources.of(cloud, EnumSet.of(ResourceType.PORT), NOW, Runnable::run)
                        .marked())
                .hasSize(1);
    }

    private static MarkedResources listed(Resource... there) {
        return MarkedResources.of(new Listing(there), NOW, Runnable::run);
    }

    private static Resource marked(ResourceType kind, String build, Optional<Instant> expiresAt) {
        return marked(kind, build, "g:a", expiresAt);
    }

    private static Resource marked(ResourceType kind, String build, String project, Optional<Instant> expiresAt) {
        Mark mark = new Mark(build, "l1", project, "", expiresAt);
        return new Resource(kind, kind + " of " + build, "", Optional.of(mark), Optional.empty(), Optional.empty());
    }

    /** A cloud that is only looked at. */
    private static final class Listing implements Resources {
        private final List<Resource> there;
        private final Map<ResourceType, RuntimeException> refused = new EnumMap<>(ResourceType.class);

        Listing(Resource... there) {
            this.there = Arrays.asList(there);
        }

        @Override
        public List<Resource> all(ResourceType kind) {
            if (refused.containsKey(kind)) throw refused.get(kind);
            return there.stream().filter(one -> one.kind() == kind).toList();
        }

        @Override
        public Optional<Resource> find(ResourceType kind, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(Resource resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void renew(Resource resource, Optional<Instant> expiresAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(Resource resource) {
            throw new UnsupportedOperationException();
        }
    }
}
