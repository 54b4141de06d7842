package io.github.openstackmaven.teardown;

import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.ledger.LedgerEntry;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Ledger and login of the launches on one cloud, for the end of their build.
 *
 * @param ledger the file with what was made
 * @param place where a login with these settings leads
 * @param memory what the launches know of the ledger, should its file be gone
 * @param settings the login, with its secrets
 * @param variables of the environment in which they are read
 * @param token the login's token as it is then, which may be refused; empty where there is none
 */
public record LaunchSite(
        Path ledger,
        Supplier<String> memory,
        LedgerEntry.Place place,
        Settings settings,
        Map<String, String> variables,
        Connection connection,
        Supplier<Optional<String>> token) {

    /** The same of the JDK's types only, as it crosses class loaders. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = new HashMap<>();
        plain.put("ledger", ledger);
        plain.put("memory", memory);
        plain.put("place", List.of(place.cloud(), place.region(), place.project()));
        plain.put("settings", settings.plain());
        plain.put("variables", variables);
        plain.put("proxies", connection.proxies());
        connection.proxyLogin().ifPresent(login -> plain.put("proxyLogin", login));
        connection.tls().ifPresent(tls -> plain.put("tls", tls));
        plain.put("answer", connection.answer());
        plain.put("token", token);
        return plain;
    }

    @SuppressWarnings("unchecked") // that is what plain() has put there
    static LaunchSite of(Map<String, Object> plain) {
        List<?> place = (List<?>) BuildState.part(plain, "place");
        return new LaunchSite(
                (Path) BuildState.part(plain, "ledger"),
                (Supplier<String>) BuildState.part(plain, "memory"),
                new LedgerEntry.Place((String) place.get(0), (String) place.get(1), (String) place.get(2)),
                Settings.of((Map<?, ?>) BuildState.part(plain, "settings"), new Source.Explicit("the launch")),
                (Map<String, String>) BuildState.part(plain, "variables"),
                new Connection(
                        (ProxySelector) BuildState.part(plain, "proxies"),
                        Optional.ofNullable((Authenticator) plain.get("proxyLogin")),
                        Optional.ofNullable((SSLContext) plain.get("tls")),
                        (Duration) BuildState.part(plain, "answer")),
                (Supplier<Optional<String>>) BuildState.part(plain, "token"));
    }
}
