package io.github.openstackmaven.session;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.http.Proxies;
import io.github.openstackmaven.pom.AuthParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What settings.xml says of logins and proxies, decrypted as Maven decrypts it. */
public record MavenSettings(org.apache.maven.settings.Settings settings, SettingsDecrypter decrypter) {
    private static final Pattern ENCRYPTED = Pattern.compile("\\s*\\{.+\\}\\s*", Pattern.DOTALL);

    /**
     * The login that a {@code <server>} holds: username, password, and any element of {@code <auth>} in its
     * {@code <configuration>}.
     *
     * @throws OpenStackException when there is no server of that id, or its password can't be decrypted
     */
    public Settings login(String id) {
        Server written = Optional.ofNullable(settings.getServer(id))
                .orElseThrow(() -> new OpenStackException(
                        "No <server> with id " + id + " in settings.xml",
                        "It has "
                                + settings.getServers().stream()
                                        .map(Server::getId)
                                        .sorted()
                                        .toList() + "; <settingsServer> of <auth> names one."));
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(written));
        failOn(result, "server " + id);
        Server server = result.getServer();
        Map<String, String> elements = new LinkedHashMap<>();
        if (server.getUsername() != null) elements.put("username", server.getUsername());
        if (server.getPassword() != null) elements.put("password", server.getPassword());
        if (server.getConfiguration() instanceof Xpp3Dom configuration) {
            Stream.of(configuration.getChildren())
                    .forEach(child -> elements.put(child.getName(), decrypted(id, child.getName(), child.getValue())));
        }
        return AuthParameters.settings(elements, element -> "server " + id + " of settings.xml");
    }

    // Maven decrypts passwords alone: any other secret is one, too.
    private @Nullable String decrypted(String id, String element, @Nullable String value) {
        if (value == null || !ENCRYPTED.matcher(value).matches()) return value;
        if (AuthParameters.secretsIn(Map.of(element, value)).isEmpty()) return value;
        Server secret = new Server();
        secret.setId(id);
        secret.setPassword(value.strip());
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(secret));
        failOn(result, "server " + id + " (<" + element + ">)");
        return result.getServer().getPassword();
    }

    /** The active proxies; a proxy for http serves https too where there is no other, as in Maven itself. */
    public List<Proxies.Server> proxies() {
        List<Proxy> active = settings.getProxies().stream()
                .filter(Proxy::isActive)
                .map(this::decrypted)
                .toList();
        return Stream.of("https", "http")
                .flatMap(scheme -> first(active, scheme)
                        .or(() -> scheme.equals("https") ? first(active, "http") : Optional.empty())
                        .map(proxy -> server(scheme, proxy))
                        .stream())
                .toList();
    }

    private static Optional<Proxy> first(List<Proxy> proxies, String scheme) {
        return proxies.stream()
                .filter(proxy -> scheme.equalsIgnoreCase(proxy.getProtocol()))
                .findFirst();
    }

    private Proxy decrypted(Proxy proxy) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        failOn(result, "proxy " + proxy.getId());
        return result.getProxy();
    }

    private static Proxies.Server server(String scheme, Proxy proxy) {
        Optional<Proxies.Login> login = Optional.ofNullable(proxy.getUsername())
                .map(name -> new Proxies.Login(
                        name, Secret.of(Optional.ofNullable(proxy.getPassword()).orElse(""))));
        return new Proxies.Server(scheme, proxy.getHost(), proxy.getPort(), login, direct(proxy.getNonProxyHosts()));
    }

    // As in Java's own http.nonProxyHosts: patterns with * at bars; Maven also takes commas.
    private static BiPredicate<String, Integer> direct(String nonProxyHosts) {
        List<Pattern> patterns = Arrays.stream(
                        Optional.ofNullable(nonProxyHosts).orElse("").split("[|,]", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .map(text -> Pattern.compile(
                        Pattern.quote(text.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q")))
                .toList();
        return (host, port) ->
                patterns.stream().anyMatch(pattern -> pattern.matcher(host).matches());
    }

    private static void failOn(SettingsDecryptionResult result, String what) {
        boolean failed = result.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
        if (failed) {
            throw new OpenStackException(
                    "The password of " + what + " in settings.xml can't be decrypted",
                    "Encrypt it anew ('mvn --encrypt-password', in Maven 4 'mvnenc'), with the master password of"
                            + " settings-security.xml.");
        }
    }
}
