package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.simulator.Fault;
import io.github.openstackmaven.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the end of a build gets at a cloud. */
class LoginsTest {
    private final Logins logins = Logins.overHttp(Time.system(), secret -> {});
    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_launch_s_token_is_gone_on_with_even_if_its_password_is_good_no_more() {
        Optional<String> token = token();
        simulator.clearRequests();

        Cloud cloud = to(site("spent", token));

        assertThat(cloud.compute().all()).isEmpty();
        assertThat(cloud.projectId()).isPresent();
        assertThat(passwordsTried()).isZero();
    }

    @Test
    void a_page_in_the_place_of_keystone_is_no_end_of_a_launch_s_token() {
        Optional<String> token = token();
        simulator.clearRequests();
        simulator.fail("GET", ".*/auth/tokens", new Fault.Status(404, Map.of(), "<html>No such page</html>"));

        assertThatThrownBy(() -> to(site("spent", token)))
                .isInstanceOfSatisfying(
                        HttpStatusException.class, e -> assertThat(e.mayPass()).isTrue());

        assertThat(to(site("spent", token)).compute().all()).isEmpty();
        assertThat(passwordsTried()).isZero();
    }

    @Test
    void a_token_that_is_good_no_more_is_replaced() {
        Cloud cloud = to(site("passw0rd", Optional.of("gAAAA-expired")));

        assertThat(cloud.compute().all()).isEmpty();
        assertThat(passwordsTried()).isOne();
    }

    @Test
    void modules_with_the_same_login_share_it() {
        Cloud one = to(site("passw0rd", Optional.empty()));

        assertThat(to(site("passw0rd", Optional.empty())).session()).isSameAs(one.session());
    }

    @Test
    void a_refused_login_is_tried_once_whoever_asks() {
        assertThatThrownBy(() -> to(site("wrong", Optional.empty()))).hasMessageContaining("HTTP 401");
        long tried = passwordsTried();

        assertThatThrownBy(() -> to(site("wrong", Optional.empty()))).hasMessageContaining("HTTP 401");

        assertThat(passwordsTried()).isEqualTo(tried);
    }

    @Test
    void a_cloud_with_a_problem_of_its_own_is_asked_again() {
        for (int tries = 1; tries <= 3; tries++) {
            simulator.fail("POST", ".*/auth/tokens", new Fault.Status(500, Map.of(), ""));
        }
        assertThatThrownBy(() -> to(site("passw0rd", Optional.empty())))
                .isInstanceOfSatisfying(
                        HttpStatusException.class, e -> assertThat(e.mayPass()).isTrue());

        assertThat(to(site("passw0rd", Optional.empty())).compute().all()).isEmpty();
    }

    @Test
    void a_session_whose_classes_are_gone_has_no_token() {
        LaunchSite site = new LaunchSite(
                new LaunchSite.LedgerState(Path.of("ledger.json"), () -> "", List::of),
                place(),
                settings("passw0rd"),
                System.getenv(),
                Connection.standard(),
                Duration.ZERO,
                LoginsTest::closed);

        assertThat(to(site).compute().all()).isEmpty();
    }

    private static Optional<String> closed() {
        throw new NoClassDefFoundError("the class loader is closed");
    }

    private Cloud to(LaunchSite site) {
        return logins.to(site, Patience.standard());
    }

    private LaunchSite site(String password, Optional<String> token) {
        return new LaunchSite(
                new LaunchSite.LedgerState(Path.of("ledger.json"), () -> "", List::of),
                place(),
                settings(password),
                System.getenv(),
                Connection.standard(),
                Duration.ZERO,
                () -> token);
    }

    private LedgerEntry.Place place() {
        return new LedgerEntry.Place(simulator.authUrl().toString(), "", "demo");
    }

    private Optional<String> token() {
        return Cloud.login(
                        new CloudSettings(settings("passw0rd"), Environment.of(System.getenv())).toCloudConfig(),
                        new JdkTransport(Connection.standard()),
                        Time.system())
                .session()
                .current()
                .map(Secret::reveal);
    }

    private Settings settings(String password) {
        Map<String, Object> login = new HashMap<>(Map.of(
                "auth.auth_url", simulator.authUrl().toString(),
                "auth.username", "demo",
                "auth.password", password,
                "auth.project_name", "demo",
                "auth.user_domain_id", "default",
                "auth.project_domain_id", "default"));
        return Settings.of(login, new Source.Explicit("the test"));
    }

    private long passwordsTried() {
        return simulator.requests().stream()
                .filter(one -> one.method().equals("POST") && one.path().endsWith("/auth/tokens"))
                .count();
    }
}
