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
        return new Identities(
                List.of(
                        new Project(Contents.OTHER, "other"),
                        new Project(Contents.DEMO, "demo"),
                        new Project(Contents.ADMIN, "admin")),
                List.of(
                        Identities.User.of("demo", Map.of(Contents.DEMO, MEMBER, Contents.OTHER, MEMBER))
                                .withPassword(PASSWORD)
                                .withDefaultProject(Contents.DEMO),
                        Identities.User.of("other", Map.of(Contents.OTHER, MEMBER))
                                .withPassword(PASSWORD)
                                .withDefaultProject(Contents.OTHER),
                        Identities.User.of("admin", Map.of(Contents.ADMIN, ADMINISTRATOR))
                                .withPassword("adm1nPassw0rd")
                                .withSystemRoles(ADMINISTRATOR),
                        passcodeUser("demo-totp"),
                        passcodeUser("demo-mfa").withPassword(PASSWORD),
                        Identities.User.of(Federation.USER, Map.of(Contents.DEMO, MEMBER))),
                List.of(
                        credential("ci", CREDENTIAL, Optional.empty()),
                        credential("expired", EXPIRED_CREDENTIAL, Optional.of(now.minusSeconds(1)))),
                List.of(new Identities.Trust("trust-demo", Contents.DEMO_USER, Ids.hex("user/other"), Contents.DEMO)));
    }

    private static Identities.User passcodeUser(String name) {
        return Identities.User.of(name, Map.of(Contents.DEMO, MEMBER))
                .withPasscode("123456")
                .withDefaultProject(Contents.DEMO);
    }

    private static Identities.ApplicationCredential credential(String name, String id, Optional<Instant> expires) {
        return new Identities.ApplicationCredential(
                id, name, CREDENTIAL_SECRET, Contents.DEMO_USER, Contents.DEMO, expires);
    }

    private static List<Identities.Role> roles(String... names) {
        return Stream.of(names).map(Identities.Role::of).toList();
    }
}
