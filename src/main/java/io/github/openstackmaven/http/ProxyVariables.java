package io.github.openstackmaven.http;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Proxies as {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} name them, in capitals or not. */
public final class ProxyVariables {
    private ProxyVariables() {}

    /**
     * The proxies named; none when the variables are not set.
     *
     * @throws OpenStackException when a variable holds no URL; does not quote it, since it may hold a password
     */
    public static List<Proxies.Server> read(Map<String, String> variables) {
        NoProxy direct = NoProxy.parse(variable(variables, "no_proxy").orElse(""));
        return Stream.of("https", "http")
                .flatMap(scheme ->
                        variable(variables, scheme + "_proxy").stream().map(text -> server(scheme, text, direct)))
                .toList();
    }

    private static Proxies.Server server(String scheme, String text, NoProxy direct) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() == null) throw new IllegalArgumentException("no host");
            return new Proxies.Server(
                    scheme, uri.getHost(), uri.getPort() == -1 ? 80 : uri.getPort(), login(uri), direct);
        } catch (IllegalArgumentException e) {
            throw new OpenStackException(
                    "The variable " + scheme + "_proxy holds no URL of a proxy", "It looks like http://HOST:PORT.");
        }
    }

    private static Optional<Proxies.Login> login(URI uri) {
        return Optional.ofNullable(uri.getRawUserInfo()).map(info -> {
            String[] parts = info.split(":", 2);
            return new Proxies.Login(decoded(parts[0]), Secret.of(parts.length > 1 ? decoded(parts[1]) : ""));
        });
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .or(() -> Optional.ofNullable(variables.get(name.toUpperCase(Locale.ROOT))))
                .filter(Predicate.not(String::isBlank));
    }
}
