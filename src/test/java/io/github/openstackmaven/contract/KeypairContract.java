package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.compute.Keypair;
import io.github.openstackmaven.compute.KeypairClient;
import io.github.openstackmaven.compute.KeypairCreate;
import io.github.openstackmaven.compute.ServerGroup;
import io.github.openstackmaven.compute.ServerGroupClient;
import io.github.openstackmaven.compute.ServerGroupCreate;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What any Nova does with keypairs and server groups. */
abstract class KeypairContract {
    private final String name = "blk " + UUID.randomUUID();
    private final String publicKey = EphemeralKeyPair.generate("blk").publicKey();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private KeypairClient keypairs;
    private ServerGroupClient groups;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        keypairs = cloud().logIn().keypairs();
        groups = cloud().logIn().serverGroups();
    }

    @AfterEach
    void deleteWhatWasMade() {
        undo.forEach(Runnable::run);
    }

    @Test
    void a_keypair_is_the_public_half_that_was_brought() {
        Keypair made = keypair();

        assertThat(made.name()).isEqualTo(name);
        assertThat(made.type()).isEqualTo("ssh");
        assertThat(made.publicKey()).isEqualTo(publicKey);
        assertThat(keypairs.byName(name)).contains(made);
        assertThat(keypairs.all()).contains(made);
    }

    @Test
    void a_deleted_keypair_is_gone_and_can_be_deleted_again() {
        keypair();

        keypairs.delete(name);
        keypairs.delete(name);

        assertThat(keypairs.byName(name)).isEmpty();
    }

    @Test
    void a_keypairs_name_is_given_once() {
        keypair();

        HttpStatusException e = refused(this::keypair);

        assertThat(e.status()).isEqualTo(409);
        assertThat(e.words()).isEqualTo("Key pair '" + name + "' already exists.");
    }

    @Test
    void a_keypairs_name_takes_no_colons_on_releases_that_say_so() {
        KeypairCreate marked = KeypairCreate.ssh(name + ":maven", publicKey);
        try {
            assertThat(keypairs.create(marked).name()).isEqualTo(name + ":maven");
            keypairs.delete(name + ":maven");
        } catch (HttpStatusException e) {
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.words()).containsAnyOf(" characters", "does not match '^[");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_group_has_the_policy_that_was_asked(ServerGroupPolicy policy) {
        ServerGroup made = group(ServerGroupCreate.of(name, policy));

        assertThat(made.name()).isEqualTo(name);
        assertThat(made.policies()).containsExactly(policy.word());
        assertThat(made.members()).isEmpty();
        assertThat(groups.byName(name)).containsExactly(made);
        assertThat(groups.byId(made.id())).contains(made);
    }

    @Test
    void a_server_group_may_limit_the_servers_on_a_host() {
        ServerGroup made = group(new ServerGroupCreate(name, ServerGroupPolicy.ANTI_AFFINITY, Optional.of(2)));

        assertThat(made.policies()).containsExactly("anti-affinity");
        assertThat(groups.byName(name)).containsExactly(made);
    }

    @Test
    void a_deleted_server_group_is_gone_and_can_be_deleted_again() {
        ServerGroup made = group(ServerGroupCreate.of(name, ServerGroupPolicy.AFFINITY));

        groups.delete(made.id());
        groups.delete(made.id());

        assertThat(groups.byId(made.id())).isEmpty();
        assertThat(groups.byName(name)).isEmpty();
    }

    private Keypair keypair() {
        Keypair keypair = keypairs.create(KeypairCreate.ssh(name, publicKey));
        undo.push(() -> keypairs.delete(name));
        return keypair;
    }

    private ServerGroup group(ServerGroupCreate create) {
        ServerGroup group = groups.create(create);
        assertThat(groups.all()).extracting(ServerGroup::id).contains(group.id());
        undo.push(() -> groups.delete(group.id()));
        return group;
    }

    private static HttpStatusException refused(Runnable call) {
        return catchThrowableOfType(HttpStatusException.class, call::run);
    }
}
