package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a launch makes, of each kind: marked, found again, renewed, released, deleted. */
abstract class ResourcesContract {
    private static final Instant EXPIRY = Instant.parse("2031-05-06T07:08:09Z");
    private static final Set<ResourceType> IN_NAME = EnumSet.of(ResourceType.KEYPAIR, ResourceType.SERVER_GROUP);

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
    @EnumSource(ResourceType.class)
    void each_kind_is_marked_found_renewed_released_and_deleted(ResourceType kind) {
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
    @EnumSource(ResourceType.class)
    void what_is_not_this_plugins_has_no_mark(ResourceType kind) {
        assertThat(things.make(kind, Optional.empty()).mark()).isEmpty();
    }

    @Test
    void what_is_plugged_into_a_server_is_known() {
        Resource server = things.make(ResourceType.SERVER, Optional.of(mark));

        assertThat(resources.attached(server)).extracting(Resource::kind).containsExactly(ResourceType.PORT);
    }

    @ParameterizedTest
    @CsvSource({"block_storage, VOLUME", "network, PORT", "network, FLOATING_IP", "network, SECURITY_GROUP"})
    void of_a_service_that_a_login_does_not_see_there_is_nothing_and_who_looks_for_one_is_told(
            String service, ResourceType kind) {
        Resource server = things.make(ResourceType.SERVER, Optional.of(mark));
        Resource known = new Resource(kind, "id", "", Optional.of(mark), Optional.empty(), Optional.empty());
        CloudResources blind = new CloudResources(
                cloud().with(service + "_region_name", "Atlantis").logIn());

        assertThat(blind.all(kind)).isEmpty();
        blind.renew(known, Optional.of(EXPIRY));
        blind.release(known);
        for (ThrowingCallable look : List.<ThrowingCallable>of(
                () -> blind.find(kind, "id"), () -> blind.launched(kind, mark.launch()), () -> blind.delete(known))) {
            assertThatThrownBy(look).hasMessage("This login sees no service that has " + kind.label() + "s");
        }
        assertThat(blind.attached(server))
                .extracting(Resource::kind)
                .containsExactlyElementsOf(service.equals("network") ? List.of() : List.of(ResourceType.PORT));
        assertThat(blind.serversNamed(Set.of(server.name())))
                .extracting(Resource::id)
                .containsExactly(server.id());
    }

    private Optional<Mark> mark(Resource resource) {
        return resources.find(resource.kind(), resource.id()).orElseThrow().mark();
    }
}
