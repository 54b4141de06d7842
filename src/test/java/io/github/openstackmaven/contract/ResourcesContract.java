package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.ledger.Kind;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a launch makes, of each kind: marked, found again, renewed, released, deleted. */
abstract class ResourcesContract {
    private static final Instant EXPIRY = Instant.parse("2031-05-06T07:08:09Z");
    private static final Set<Kind> IN_NAME = EnumSet.of(Kind.KEYPAIR, Kind.SERVER_GROUP);

    private final Mark mark = MarkedThings.mark(UUID.randomUUID().toString(), "g:a", Optional.of(EXPIRY));
    private MarkedThings things;
    private CloudResources resources;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        things = new MarkedThings(cloud());
        resources = things.resources();
    }

    @AfterEach
    void leaveNothingBehind() {
        things.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_kind_is_marked_found_renewed_released_and_deleted(Kind kind) {
        Resource made = things.make(kind, Optional.of(mark));
        Mark whole = IN_NAME.contains(kind) ? new Mark(mark.build(), mark.launch(), "", "", mark.expiresAt()) : mark;

        assertThat(made.mark()).contains(whole);
        assertThat(resources.launched(kind, mark.launch())).map(Resource::id).contains(made.id());
        assertThat(resources.all(kind)).extracting(Resource::id).contains(made.id());

        resources.renew(made, Optional.of(EXPIRY.plusSeconds(1)));
        assertThat(mark(made))
                .contains(IN_NAME.contains(kind) ? whole : whole.expiring(Optional.of(EXPIRY.plusSeconds(1))));
        resources.renew(made, Optional.empty());
        assertThat(mark(made)).contains(IN_NAME.contains(kind) ? whole : whole.expiring(Optional.empty()));

        resources.release(made);
        assertThat(mark(made).isEmpty()).isEqualTo(!IN_NAME.contains(kind));

        resources.delete(made);
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(3))
                .until(() -> resources.find(kind, made.id()).isEmpty());
        resources.delete(made);
        assertThat(resources.all(kind)).extracting(Resource::id).doesNotContain(made.id());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_is_not_this_plugins_has_no_mark(Kind kind) {
        assertThat(things.make(kind, Optional.empty()).mark()).isEmpty();
    }

    @Test
    void what_is_plugged_into_a_server_is_known() {
        Resource server = things.make(Kind.SERVER, Optional.of(mark));

        assertThat(resources.attached(server)).extracting(Resource::kind).containsExactly(Kind.PORT);
    }

    private Optional<Mark> mark(Resource resource) {
        return resources.find(resource.kind(), resource.id()).orElseThrow().mark();
    }
}
