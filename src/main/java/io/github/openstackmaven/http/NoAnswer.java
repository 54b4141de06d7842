package io.github.openstackmaven.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Why no answer came, in the user's terms: which host, which port, which proxy, and what went wrong. */
record NoAnswer(Request request, Connection connection) {

    /** What a failed exchange means. */
    UnreachableException because(IOException cause) {
        if (isCausedBy(cause, CertPathBuilderException.class)) {
            return exception(
                    "TLS failed with",
                    "the certificate is of a CA that is not known here",
                    "Name a PEM file with the cloud's CA as cacert, in clouds.yaml, OS_CACERT, <cacert> or -Dopenstack.cacert.",
                    false,
                    false,
                    cause);
        }
        if (cause instanceof SSLException) {
            return exception(
                    "TLS failed with",
                    message(cause),
                    "Check that the port speaks TLS, that the host name is the certificate's, and that the cloud wants no"
                            + " client certificate but the one that is set.",
                    false,
                    !(cause instanceof SSLHandshakeException), // TLS may break when the request is sent already
                    cause);
        }
        boolean connected = !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
        boolean unknownHost = isCausedBy(cause, UnresolvedAddressException.class);
        boolean late = cause instanceof HttpTimeoutException;
        return exception(
                "Cannot reach",
                unknownHost ? "the host name is unknown" : message(cause),
                "Check the host and port of the URL, and that this machine may connect to them.",
                !unknownHost && !late,
                connected,
                cause);
    }

    /** That the proxy in between wants to know who one is. */
    UnreachableException wantsProxyLogin() {
        return exception(
                "No way to",
                "the proxy wants a login, or another one (HTTP 407)",
                "Set <username> and <password> of the <proxy> in settings.xml, or write them into HTTPS_PROXY.",
                false,
                false,
                new IOException("HTTP 407"));
    }

    private UnreachableException exception(
            String what, String why, String advice, boolean passing, boolean mayHaveArrived, IOException cause) {
        return new UnreachableException(what + " " + target() + ": " + why, advice, passing, mayHaveArrived, cause);
    }

    private String message(IOException cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + JdkTransport.CONNECT.toSeconds() + " s";
        }
        if (cause instanceof HttpTimeoutException) {
            return "no answer within " + connection.answer().toSeconds() + " s";
        }
        if (cause instanceof ConnectException && cause.getMessage() == null) return "connection refused";
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private String target() {
        URI uri = request.uri();
        int port = uri.getPort() != -1 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return "host " + uri.getHost() + ", port " + port + ", "
                + connection.proxies().select(uri).stream()
                        .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                        .findFirst()
                        .map(proxy -> "through the proxy " + address(proxy))
                        .orElse("without a proxy");
    }

    private static String address(Proxy proxy) {
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : proxy.toString();
    }

    private static boolean isCausedBy(IOException cause, Class<? extends Throwable> type) {
        return Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(type::isInstance);
    }
}
