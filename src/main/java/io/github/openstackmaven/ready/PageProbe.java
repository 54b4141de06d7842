package io.github.openstackmaven.ready;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.Reach;
import io.github.openstackmaven.http.NoTls;
import io.github.openstackmaven.http.TlsContext;
import io.github.openstackmaven.plan.WaitFor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Gets the page, without a proxy: a server just made is not for the outside. Redirects are answers like others. */
final class PageProbe implements HttpProbe {
    private static final Duration ENOUGH = Duration.ofSeconds(10);
    private static final int PAGE_LIMIT = 1024 * 1024;

    // to HttpClient a TLS handshake is part of connecting, and a machine that has just booted takes seconds over its
    // first; without one, whoever is silent is soon asked anew, as a lost SYN is sent again only after 1, 3 and 7 s
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration CONNECTING_WITH_TLS = Duration.ofSeconds(9);

    // a page that comes byte by byte must not keep others from being read
    private final Executor readers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "openstack-page");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Kind, HttpClient> clients = new ConcurrentHashMap<>();
    private final Reach reach;
    private final Duration connectingWithTls;

    PageProbe(Reach reach) {
        this(reach, CONNECTING_WITH_TLS);
    }

    /**
     * Probes with a patience of its own.
     *
     * @param connectingWithTls how long a connection and its handshake may take
     */
    PageProbe(Reach reach, Duration connectingWithTls) {
        this.reach = reach;
        this.connectingWithTls = connectingWithTls;
    }

    @Override
    public ProbeResult look(Instance instance, WaitFor.Http wanted, Duration atMost) {
        URI uri = wanted.uri(instance.ip().orElseThrow());
        Duration timeout = Durations.shorter(atMost, ENOUGH);
        PortDiagnosis diagnosis = new PortDiagnosis(instance, Reach.port(uri));
        try {
            return look(HttpRequest.newBuilder(reached(uri)).build(), wanted, timeout, diagnosis);
        } catch (IOException e) {
            return failed(diagnosis, e);
        }
    }

    private ProbeResult look(HttpRequest request, WaitFor.Http wanted, Duration timeout, PortDiagnosis diagnosis)
            throws IOException {
        Kind kind = new Kind(isTls(request.uri()), wanted.insecure());
        long end = System.nanoTime() + timeout.toNanos();
        CompletableFuture<HttpResponse<InputStream>> answer =
                clients.computeIfAbsent(kind, this::client).sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return judged(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS), wanted, timeout, end);
        } catch (TimeoutException e) {
            return ProbeResult.notYet(
                    "has not answered in " + timeout.toSeconds() + " s", "Look at the server's console log.");
        } catch (ExecutionException e) {
            Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
            return kind.tls() && failure instanceof HttpConnectTimeoutException
                    ? withoutHandshake(diagnosis)
                    : failed(diagnosis, failure);
        } catch (InterruptedException e) {
            throw InterruptedWaitException.of("waiting for " + request.uri(), "", e);
        } finally {
            answer.cancel(true);
        }
    }

    // Of a page that may never end, such as one of events, no more is read than is asked for.
    private ProbeResult judged(HttpResponse<InputStream> page, WaitFor.Http wanted, Duration timeout, long end)
            throws IOException, ExecutionException, InterruptedException {
        String answered = "answered " + page.statusCode();
        try (InputStream body = page.body()) {
            if (!wanted.status().contains(page.statusCode())) {
                return ProbeResult.notYet(
                        answered + location(page) + ", not " + wanted.status(),
                        "Look at the server's console log, and that <status> is what the page answers.");
            }
            if (wanted.body().isEmpty()) return ProbeResult.holds(answered);
            String text = CompletableFuture.supplyAsync(() -> text(body), readers)
                    .get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return Pattern.compile(wanted.body().get()).matcher(text).find()
                    ? ProbeResult.holds(answered)
                    : ProbeResult.notYet(
                            answered + " with a page that has no match for '"
                                    + wanted.body().get() + "'",
                            "Its first line is: " + text.lines().findFirst().orElse("(none)"));
        } catch (TimeoutException e) {
            return ProbeResult.notYet(
                    answered + " with a page that has not ended in " + timeout.toSeconds() + " s",
                    "Leave <body> out where the page never ends.");
        }
    }

    private static String location(HttpResponse<InputStream> page) {
        return page.headers()
                .firstValue("location")
                .map(to -> " (to " + to + ")")
                .orElse("");
    }

    private static String text(InputStream body) {
        try {
            return new String(body.readNBytes(PAGE_LIMIT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port without a connection is another fault than one whose handshake never ends. */
    private ProbeResult withoutHandshake(PortDiagnosis diagnosis) {
        ProbeResult port = new SocketProbe(reach).look(diagnosis.instance(), diagnosis.port(), CONNECTING);
        return port.state() == ProbeResult.State.HOLDS
                ? withoutTls("accepts connections, and ends no handshake in " + connectingWithTls.toSeconds() + " s")
                : port;
    }

    private URI reached(URI uri) throws IOException {
        return reach.instead(uri.getHost(), Reach.port(uri))
                .map(there -> at(uri, there))
                .orElse(uri);
    }

    private static URI at(URI uri, InetSocketAddress there) {
        String authority = "//" + there.getHostString() + ":" + there.getPort();
        return URI.create(uri.toString().replaceFirst("//[^/?#]*", authority));
    }

    private HttpClient client(Kind kind) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(kind.tls() ? connectingWithTls : CONNECTING);
        // in plain text HTTP/2 would be asked for by an upgrade, which who knows but WebSocket refuses
        if (!kind.tls()) client.version(HttpClient.Version.HTTP_1_1).sslContext(new NoTls());
        else if (kind.trustsEverybody()) client.sslContext(TlsContext.trustingEverybody());
        return client.build();
    }

    private static ProbeResult failed(PortDiagnosis reach, Throwable failure) {
        if (causes(failure).anyMatch(CertPathBuilderException.class::isInstance)) {
            return ProbeResult.notYet(
                    "has a certificate that this JDK does not trust",
                    "Set <insecure>true</insecure> in <http> when the server has made its certificate itself, or bring"
                            + " its CA into the JDK's trust store (-Djavax.net.ssl.trustStore in MAVEN_OPTS).");
        }
        if (causes(failure).anyMatch(SSLException.class::isInstance)) {
            return withoutTls(message(failure));
        }
        if (failure instanceof HttpConnectTimeoutException) return reach.unreachable("does not answer");
        if (causes(failure).anyMatch(PageProbe::isOfConnecting)) return reach.failed(message(failure));
        return ProbeResult.notYet("broke off: " + message(failure), "Check that the port speaks HTTP.");
    }

    private static ProbeResult withoutTls(String words) {
        return ProbeResult.notYet(
                "does not do TLS: " + words,
                "Check that the port speaks TLS, and that the certificate is for the address in the URL.");
    }

    private static boolean isOfConnecting(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof NoRouteToHostException;
    }

    private static String message(Throwable failure) {
        return causes(failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner)
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isTls(URI uri) {
        return uri.getScheme().equals("https");
    }

    private record Kind(boolean tls, boolean trustsEverybody) {}
}
