package io.github.openstackmaven.http;

import io.github.openstackmaven.OpenStackException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The transport on the JDK's client: HTTP/1.1, no redirects, a deadline for the connection and one for the answer. */
public final class JdkTransport implements Transport {
    private static final int PROXY_LOGIN = 407;
    static final Duration CONNECT = Duration.ofSeconds(10);

    /** The schemes by which Java logs in to no proxy that makes a tunnel, comma-separated; Basic where nobody says. */
    static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

    private final Connection connection;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

    public JdkTransport(Connection connection) {
        this.connection = connection;
        // Java reads it once, with its first client; who has set it keeps it.
        boolean unsaid = System.getProperty(TUNNELING) == null;
        if (connection.proxyLogin().isPresent() && unsaid) System.setProperty(TUNNELING, "");
    }

    private HttpClient client(URI uri) {
        return clients.computeIfAbsent(uri.getScheme().toLowerCase(Locale.ROOT), this::newClient);
    }

    // TLS is made ready only where an endpoint speaks it, since that takes as long as some requests do.
    private HttpClient newClient(String scheme) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(connection.proxies());
        if (scheme.equals("http")) builder.sslContext(new NoTls());
        else connection.tls().ifPresent(builder::sslContext);
        return builder.build();
    }

    @Override
    public Response send(Request request) {
        Duration limit = limit(request);
        NoAnswer none = new NoAnswer(request, connection, limit);
        Optional<String> proxyLogin = proxyLogin(request.uri());
        HttpRequest prepared = prepared(request, limit, proxyLogin);
        CompletableFuture<HttpResponse<String>> exchange =
                client(prepared.uri()).sendAsync(prepared, LimitedBody.handler());
        try {
            // The client's own deadline ends with the headers; this one is for the body too.
            HttpResponse<String> answer = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            // A proxy that refuses a tunnel leaves no body at all.
            String body = Objects.requireNonNullElse(answer.body(), "");
            if (answer.statusCode() == PROXY_LOGIN) {
                throw proxyLogin.isPresent() ? none.refusedByProxy() : none.wantsProxyLogin();
            }
            return new Response(answer.statusCode(), answer.headers(), body);
        } catch (ExecutionException e) {
            throw none.because(e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause()));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw none.because(new HttpTimeoutException("the answer never ended"));
        } catch (InterruptedException e) {
            exchange.cancel(true);
            throw UnreachableException.interrupted(request, e);
        }
    }

    private Duration limit(Request request) {
        Duration patience = request.patience().answer(request);
        return patience.compareTo(connection.answer()) < 0 ? patience : connection.answer();
    }

    // Not by the client's own authenticator: it takes each 401 of a server too, and fails where that names no scheme.
    private Optional<String> proxyLogin(URI uri) {
        return connection
                .proxyLogin()
                .flatMap(login -> connection
                        .proxy(uri)
                        .map(proxy -> login.requestPasswordAuthenticationInstance(
                                proxy.getHostString(),
                                null,
                                proxy.getPort(),
                                uri.getScheme(),
                                "",
                                "Basic",
                                null,
                                Authenticator.RequestorType.PROXY))
                        .map(JdkTransport::basic));
    }

    private static String basic(PasswordAuthentication login) {
        String pair = login.getUserName() + ":" + String.valueOf(login.getPassword());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    // The JDK's own message would quote the header, and with it the secret.
    private HttpRequest prepared(Request request, Duration limit, Optional<String> proxyLogin) {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).timeout(limit);
            builder.setHeader("Accept", "application/json").setHeader("User-Agent", "openstack-maven-plugin");
            request.body().ifPresent(body -> builder.setHeader("Content-Type", "application/json"));
            request.headers().forEach(builder::setHeader);
            proxyLogin.ifPresent(login -> builder.setHeader("Proxy-Authorization", login));
            return builder.method(
                            request.method(),
                            request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new OpenStackException(
                    "What goes into the headers of " + request + " has characters that HTTP can't carry",
                    "Look for line breaks or control characters in the token or the other parts of the login.");
        }
    }
}
