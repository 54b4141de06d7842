package io.github.openstackmaven.http;

import java.net.Authenticator;
import java.net.ProxySelector;
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

    /** The JVM's proxies and authorities, and a minute for an answer. */
    public static Connection standard() {
        return new Connection(ProxySelector.getDefault(), Optional.empty(), Optional.empty(), Duration.ofSeconds(60));
    }
}
