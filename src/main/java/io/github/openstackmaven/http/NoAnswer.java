package io.github.openstackmaven.http;

import io.github.openstackmaven.Reach;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Why no answer came, in the user's terms: which host, which port, which proxy, and what went wrong.
 *
 * @param limit how long it was waited for
 */
record NoAnswer(Request request, Connection connection, Duration limit) {
    private static final String ANSWER = "No answer to";

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
        if (cause instanceof LimitedBody.TooLongException) {
            return exception(
                    ANSWER,
                    message(cause),
                    "Check that a cloud's service answers there: no list is that long, page by page.",
                    false,
                    true,
                    cause);
        }
        boolean connected = !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
        boolean unknownHost = isCausedBy(cause, UnresolvedAddressException.class);
        return exception(
                connected && !unknownHost ? ANSWER : "Cannot reach",
                unknownHost ? "the host name is unknown" : message(cause),
                connected && !unknownHost
                        ? "Look whether a proxy or load balancer in between cuts connections, and whether the service is well."
                        : "Check the host and port of the URL, and that this machine may connect to them.",
                !unknownHost,
                connected && !unknownHost,
                cause);
    }

    /** That the proxy in between wants to know who one is. */
    UnreachableException wantsProxyLogin() {
        return ofProxyLogin(
                "wants a login, or another one",
                "Set <username> and <password> of the <proxy> in settings.xml, or write them into HTTPS_PROXY.");
    }

    /** That the proxy in between does not take the login that is set. */
    UnreachableException refusedByProxy() {
        boolean tunnel = "https".equalsIgnoreCase(request.uri().getScheme());
        return ofProxyLogin(
                "refuses the login that is set",
                "Check <username> and <password> of the <proxy> in settings.xml, or those in HTTPS_PROXY."
                        + (tunnel
                                ? " If they are right, Java keeps them back: put -D" + JdkTransport.TUNNELING
                                        + "=none into MAVEN_OPTS."
                                : ""));
    }

    private UnreachableException ofProxyLogin(String what, String advice) {
        String why = "the proxy " + what + " (HTTP 407)";
        return exception("No way to", why, advice, false, false, new IOException("HTTP 407"));
    }

    private UnreachableException exception(
            String what, String why, String advice, boolean passing, boolean mayHaveArrived, IOException cause) {
        String whom = what.equals(ANSWER) ? request + ", " + proxy() : target();
        return new UnreachableException(what + " " + whom + ": " + why, advice, passing, mayHaveArrived, cause);
    }

    private String message(IOException cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + JdkTransport.CONNECT.toSeconds() + " s";
        }
        if (cause instanceof HttpTimeoutException) {
            return "no answer within " + text(limit);
        }
        if (cause instanceof ConnectException && cause.getMessage() == null) return "connection refused";
        return inPlainWords(
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()));
    }

    // The words of the JDK's client are those of its parser.
    private static String inPlainWords(String words) {
        if (words.contains("parser received no bytes") || words.contains("EOF reached")) {
            return "the connection was closed before an answer came";
        }
        if (words.contains("bytes received") || words.contains("chunked transfer encoding")) {
            return "the answer broke off";
        }
        if (words.contains("nvalid status line")) return "what answers there speaks no HTTP";
        return words.contains("Connection reset") ? "the connection was reset before an answer came" : words;
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private String target() {
        URI uri = request.uri();
        return "host " + uri.getHost() + ", port " + Reach.port(uri) + ", " + proxy();
    }

    private String proxy() {
        return connection
                .proxy(request.uri())
                .map(proxy -> "through the proxy " + proxy.getHostString() + ":" + proxy.getPort())
                .orElse("without a proxy");
    }

    private static boolean isCausedBy(IOException cause, Class<? extends Throwable> type) {
        return Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(type::isInstance);
    }
}
