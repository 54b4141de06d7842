package io.github.openstackmaven.http;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a connection to a cloud is made.
 *
 * @param proxies which proxy stands before which host
 * @param proxyLogin who one is before the proxy
 * @param tls whom to trust and as whom to come; empty for the JVM's own
 * @param answer how long a service may take to answer
 */
public record Connection(
        ProxySelector proxies, Optional<Authenticator> proxyLogin, Optional<SSLContext> tls, Duration answer) {

    /** The proxy before a host; empty where it is reached directly. */
    Optional<InetSocketAddress> proxy(URI uri) {
        return proxies.select(uri).stream()
                .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .findFirst();
    }

    /** The JVM's proxies and authorities, and a minute for an answer. */
    public static Connection standard() {
        return new Connection(ProxySelector.getDefault(), Optional.empty(), Optional.empty(), Duration.ofSeconds(60));
    }
}
