package io.github.openstackmaven.http;

import io.github.openstackmaven.Reach;
import io.github.openstackmaven.config.Secret;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The proxies between this machine and the clouds. */
public final class Proxies extends ProxySelector {
    // As in Java itself, no proxy stands before this machine.
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");

    private final List<Server> servers;

    public Proxies(List<Server> servers) {
        this.servers = List.copyOf(servers);
    }

    /**
     * One proxy.
     *
     * @param scheme of the URLs it serves: {@code http} or {@code https}
     * @param direct the hosts in small letters, and their ports, that are reached without it
     */
    public record Server(
            String scheme, String host, int port, Optional<Login> login, BiPredicate<String, Integer> direct) {}

    /** Who one is before a proxy. */
    public record Login(String username, Secret password) {}

    @Override
    public List<Proxy> select(URI uri) {
        String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
        if (LOOPBACK.matcher(host).matches()) return List.of(Proxy.NO_PROXY);
        return servers.stream()
                .filter(server -> server.scheme().equalsIgnoreCase(uri.getScheme()))
                .limit(1)
                .filter(server -> !server.direct().test(host, Reach.port(uri)))
                .map(server ->
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(server.host(), server.port())))
                .findFirst()
                .map(List::of)
                .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // there is no other proxy to try
    }

    /** Answers a proxy's question who one is; empty when none of the proxies has a login. */
    public Optional<Authenticator> login() {
        boolean any = servers.stream().anyMatch(server -> server.login().isPresent());
        return any ? Optional.of(new ProxyAuthenticator()) : Optional.empty();
    }

    private final class ProxyAuthenticator extends Authenticator {
        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) return null;
            return servers.stream()
                    .filter(server -> server.port() == getRequestingPort()
                            && server.host().equalsIgnoreCase(getRequestingHost()))
                    .flatMap(server -> server.login().stream())
                    .findFirst()
                    .map(login -> new PasswordAuthentication(
                            login.username(), login.password().reveal().toCharArray()))
                    .orElse(null);
        }
    }
}
