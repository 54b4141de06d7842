package io.github.openstackmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.http.UnreadableAnswerException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a token is kept, and who takes the next one. */
class KeystoneSessionTest {
    private final SteppedTime time = new SteppedTime();

    @Test
    void a_token_is_kept_while_it_lives() {
        Keystones keystone = new Keystones(Duration.ofHours(1));
        KeystoneSession session = session(keystone);

        time.sleep(Duration.ofMinutes(57));

        assertThat(session.token()).contains(Secret.of("token-1"));
    }

    @Test
    void how_far_the_clock_is_ahead_of_keystones_is_known_from_what_it_issues() {
        KeystoneSession session = session(new Keystones(Duration.ofHours(1)));

        assertThat(session.login().ahead())
                .isEqualTo(Duration.between(Instant.parse("2020-01-01T00:00:00Z"), SteppedTime.START));
    }

    @Test
    void a_token_is_renewed_before_it_expires() {
        Keystones keystone = new Keystones(Duration.ofHours(1));
        KeystoneSession session = session(keystone);

        time.sleep(Duration.ofMinutes(58));

        assertThat(session.token()).contains(Secret.of("token-2"));
    }

    @Test
    void a_short_token_is_used_for_two_thirds_of_its_life() {
        KeystoneSession session = session(new Keystones(Duration.ofSeconds(45)));

        time.sleep(Duration.ofSeconds(29));
        assertThat(session.token()).contains(Secret.of("token-1"));
        time.sleep(Duration.ofSeconds(1));
        assertThat(session.token()).contains(Secret.of("token-2"));
    }

    @Test
    void a_keystone_that_is_away_for_a_moment_stops_nobody_whose_token_still_lives() {
        Keystones keystone = new Keystones(Duration.ofHours(1));
        KeystoneSession session = session(keystone);
        time.sleep(Duration.ofMinutes(58));

        keystone.away = true;
        assertThat(session.token()).contains(Secret.of("token-1"));
        keystone.away = false;
        time.sleep(Duration.ofSeconds(10));
        assertThat(session.token()).contains(Secret.of("token-2"));
    }

    @Test
    void a_rejected_token_is_renewed_once_whoever_complains() throws Exception {
        Keystones keystone = new Keystones(Duration.ofHours(1));
        KeystoneSession session = session(keystone);
        Optional<Secret> rejected = session.token();

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<Secret>> complaint = () -> session.renew(rejected);
            List<Optional<Secret>> renewed = Stream.of(threads.invokeAll(Collections.nCopies(20, complaint)))
                    .flatMap(List::stream)
                    .map(KeystoneSessionTest::result)
                    .toList();
            assertThat(renewed).containsOnly(Optional.of(Secret.of("token-2")));
        } finally {
            threads.shutdownNow();
        }
        assertThat(keystone.logins).hasValue(2);
    }

    @Test
    void a_login_that_was_refused_is_not_tried_again() {
        Keystones keystone = new Keystones(Duration.ofHours(1));
        KeystoneSession session = session(keystone);
        Optional<Secret> rejected = session.token();
        keystone.refuses = true;

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> session.renew(rejected))
                    .isInstanceOf(LoginRefusedException.class)
                    .hasMessageStartingWith("Wrong user name or password, or no role in project p1:");
        }
        assertThat(keystone.refusals).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"user\": null, \"project\": null, \"catalog\": null",
                ", \"catalog\": [null, {\"type\": null}, {\"type\": \"identity\", \"endpoints\": [null, {\"url\": null},"
                        + " {\"url\": null, \"interface\": null, \"region_id\": null}]}]"
            })
    void a_token_needs_nothing_but_its_end(String others) {
        Token token = session(answering("{\"token\": {\"expires_at\": \"2026-01-01T00:00:00Z\"" + others + "}}"))
                .login();

        assertThat(token.user()).isEmpty();
        assertThat(token.catalog().regionOf(URI.create("http://cloud:5000/v3"))).isEmpty();
        assertThat(token.catalog().has(ServiceType.IDENTITY, "identity", Optional.empty(), List.of("public")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"token\": null}",
                "{\"token\": {}}",
                "{\"token\": {\"expires_at\": \"soon\"}}",
                "{\"token\": {\"expires_at\": \"+999999999-01-01T00:00:00Z\"}}"
            })
    void a_token_without_it_is_none(String body) {
        assertThatThrownBy(() -> session(answering(body))).isInstanceOf(UnreadableAnswerException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "429, '{\"error\": {\"code\": 429, \"message\": \"slower\"}}'",
        "408, ''",
        "302, '<html>Sign in</html>'",
        "503, ''",
        "401, '<html>The gateway wants a login</html>'",
        "404, '<html>No such page</html>'",
        "200, '<html>Sign in</html>'"
    })
    void a_token_is_not_given_up_for_what_keystone_has_not_said(int status, String body) {
        assertThatThrownBy(() -> resumed(status, body))
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.mayPass()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void a_token_is_given_up_at_keystones_own_word(int status) {
        assertThat(resumed(status, "{\"error\": {\"code\": " + status + ", \"message\": \"no\"}}"))
                .isEmpty();
    }

    @Test
    void a_keystone_that_is_asked_too_often_is_asked_again_for_a_token_there_is() {
        Keystones keystone = new Keystones(Duration.ofHours(1));
        AtomicInteger asked = new AtomicInteger();
        Transport busy = request -> asked.incrementAndGet() == 1 ? answer(429, "") : keystone.send(request);

        assertThat(KeystoneSession.resume(config(), Secret.of("t"), busy, time, Patience.standard()))
                .isPresent();
    }

    private Optional<KeystoneSession> resumed(int status, String body) {
        return KeystoneSession.resume(
                config(), Secret.of("t"), request -> answer(status, body), time, Patience.standard());
    }

    private static Response answer(int status, String body) {
        return new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }

    private static Transport answering(String body) {
        return request ->
                new Response(201, HttpHeaders.of(Map.of("X-Subject-Token", List.of("t")), (name, value) -> true), body);
    }

    private KeystoneSession session(Transport keystone) {
        return KeystoneSession.login(config(), keystone, time);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static CloudConfig config() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        Map.of(
                        "auth.auth_url",
                        "http://cloud:5000",
                        "auth.username",
                        "demo",
                        "auth.password",
                        "p",
                        "auth.project_id",
                        "p1")
                .forEach((key, value) -> settings.put(key, new Setting(value, new Source.Explicit("the test"))));
        return new CloudSettings(new Settings(settings), Environment.of(System.getenv())).toCloudConfig();
    }

    /** Hands out token-1, token-2 and so on. */
    private static final class Keystones implements Transport {
        private final Duration life;
        private boolean away;
        private boolean refuses;
        private final AtomicInteger refusals = new AtomicInteger();
        private final AtomicInteger logins = new AtomicInteger();

        Keystones(Duration life) {
            this.life = life;
        }

        @Override
        public Response send(Request request) {
            if (refuses) {
                refusals.incrementAndGet();
                String words = "{\"error\": {\"code\": 401, \"message\": \"requires authentication\"}}";
                return new Response(401, HttpHeaders.of(Map.of(), (name, value) -> true), words);
            }
            if (away) return new Response(500, HttpHeaders.of(Map.of(), (name, value) -> true), "");
            String body = """
                    {"token": {"issued_at": "2020-01-01T00:00:00Z", "expires_at": "%s", "user": {"id": "u", "name": "demo"},
                     "project": {"id": "p1", "name": "demo"}, "catalog": []}}""".formatted(Instant.parse("2020-01-01T00:00:00Z").plus(life));
            return new Response(
                    201,
                    HttpHeaders.of(
                            Map.of("X-Subject-Token", List.of("token-" + logins.incrementAndGet())),
                            (name, value) -> true),
                    body);
        }
    }
}
