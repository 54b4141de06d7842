package io.github.openstackmaven.teardown;

import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * Ledger and login of the launches on one cloud, for the end of their build.
 *
 * @param ledger with what was made
 * @param place where a login with these settings leads
 * @param settings the login, with its secrets
 * @param variables of the environment in which they are read
 * @param ahead how far this machine's clock is ahead of the cloud's
 * @param token the login's token as it is then, which may be refused; empty where there is none
 */
public record LaunchSite(
        LedgerState ledger,
        LedgerEntry.Place place,
        Settings settings,
        Map<String, String> variables,
        Connection connection,
        Duration ahead,
        Supplier<Optional<String>> token) {

    /**
     * What launches know of a ledger, as it is then.
     *
     * @param file with what was made
     * @param memory its contents, should the file be gone
     * @param refused {@linkplain ResourceType names} of the kinds of what the cloud said not to be made
     */
    public record LedgerState(Path file, Supplier<String> memory, Supplier<Collection<String>> refused) {

        /** That of a ledger in a file. */
        public static LedgerState of(Path file, Ledger ledger) {
            return new LedgerState(
                    file,
                    ledger::memory,
                    () -> ledger.refused().stream().map(ResourceType::name).toList());
        }

        Set<ResourceType> refusedKinds() {
            return refused.get().stream().map(ResourceType::valueOf).collect(Collectors.toSet());
        }
    }

    /** The same of the JDK's types only, as it crosses class loaders. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = new HashMap<>();
        plain.put("ledger", ledger.file());
        plain.put("memory", ledger.memory());
        plain.put("refused", ledger.refused());
        plain.put("place", List.of(place.cloud(), place.region(), place.project(), place.user()));
        plain.put("settings", settings.plain());
        plain.put("variables", variables);
        plain.put("proxies", connection.proxies());
        connection.proxyLogin().ifPresent(login -> plain.put("proxyLogin", login));
        connection.tls().ifPresent(tls -> plain.put("tls", tls));
        plain.put("answer", connection.answer());
        plain.put("ahead", ahead);
        plain.put("token", token);
        return plain;
    }

    @SuppressWarnings("unchecked") // that is what plain() has put there
    static LaunchSite of(Map<String, Object> plain) {
        List<?> place = (List<?>) BuildState.part(plain, "place");
        return new LaunchSite(
                new LedgerState(
                        (Path) BuildState.part(plain, "ledger"),
                        (Supplier<String>) BuildState.part(plain, "memory"),
                        (Supplier<Collection<String>>) BuildState.part(plain, "refused")),
                new LedgerEntry.Place(
                        (String) place.get(0), (String) place.get(1), (String) place.get(2), (String) place.get(3)),
                Settings.of((Map<?, ?>) BuildState.part(plain, "settings"), new Source.Explicit("the launch")),
                (Map<String, String>) BuildState.part(plain, "variables"),
                new Connection(
                        (ProxySelector) BuildState.part(plain, "proxies"),
                        Optional.ofNullable((Authenticator) plain.get("proxyLogin")),
                        Optional.ofNullable((SSLContext) plain.get("tls")),
                        (Duration) BuildState.part(plain, "answer")),
                (Duration) BuildState.part(plain, "ahead"),
                (Supplier<Optional<String>>) BuildState.part(plain, "token"));
    }
}
