package io.github.openstackmaven.simulator.keystone;

import io.github.openstackmaven.simulator.state.Contents;
import io.github.openstackmaven.simulator.state.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The users and projects a cloud starts with. */
public final class IdentityContents {
    static final String PASSWORD = "passw0rd";
    public static final String CREDENTIAL = Ids.hex("application credential/ci");
    public static final String EXPIRED_CREDENTIAL = Ids.hex("application credential/expired");
    public static final String CREDENTIAL_SECRET = "simulated-application-credential-secret";
    private static final List<Identities.Role> MEMBER = roles("member", "reader");
    private static final List<Identities.Role> ADMINISTRATOR = roles("member", "admin", "reader");

    private IdentityContents() {}

    static Identities at(Instant now) {
        Identities.User demo =
                user("demo", Map.of(Contents.DEMO, MEMBER, Contents.OTHER, MEMBER), Optional.of(Contents.DEMO));
        Identities.User admin = new Identities.User(
                Ids.hex("user/admin"),
                "admin",
                Optional.of("adm1nPassw0rd"),
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(Contents.ADMIN, ADMINISTRATOR),
                ADMINISTRATOR);
        return new Identities(
                List.of(
                        new Project(Contents.OTHER, "other"),
                        new Project(Contents.DEMO, "demo"),
                        new Project(Contents.ADMIN, "admin")),
                List.of(
                        demo,
                        user("other", Map.of(Contents.OTHER, MEMBER), Optional.of(Contents.OTHER)),
                        admin,
                        passcodeUser("demo-totp", Optional.empty()),
                        passcodeUser("demo-mfa", Optional.of(PASSWORD)),
                        federated()),
                List.of(
                        credential("ci", CREDENTIAL, Optional.empty()),
                        credential("expired", EXPIRED_CREDENTIAL, Optional.of(now.minusSeconds(1)))),
                List.of(new Identities.Trust("trust-demo", Contents.DEMO_USER, Ids.hex("user/other"), Contents.DEMO)));
    }

    private static Identities.User user(
            String name, Map<String, List<Identities.Role>> roles, Optional<String> defaultProject) {
        return new Identities.User(
                Ids.hex("user/" + name),
                name,
                Optional.of(PASSWORD),
                Optional.empty(),
                false,
                defaultProject,
                roles,
                List.of());
    }

    // Who is proved elsewhere has no password here.
    private static Identities.User federated() {
        return new Identities.User(
                Ids.hex("user/" + Federation.USER),
                Federation.USER,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(Contents.DEMO, MEMBER),
                List.of());
    }

    private static Identities.User passcodeUser(String name, Optional<String> password) {
        return new Identities.User(
                Ids.hex("user/" + name),
                name,
                password,
                Optional.of("123456"),
                password.isPresent(),
                Optional.of(Contents.DEMO),
                Map.of(Contents.DEMO, MEMBER),
                List.of());
    }

    private static Identities.ApplicationCredential credential(String name, String id, Optional<Instant> expires) {
        return new Identities.ApplicationCredential(
                id, name, CREDENTIAL_SECRET, Contents.DEMO_USER, Contents.DEMO, expires);
    }

    private static List<Identities.Role> roles(String... names) {
        return Stream.of(names).map(Identities.Role::of).toList();
    }
}
