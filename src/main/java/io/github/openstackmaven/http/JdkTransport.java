package io.github.openstackmaven.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The transport on the JDK's client: HTTP/1.1, no redirects, a deadline for the connection and one for the answer. */
public final class JdkTransport implements Transport {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final ProxySelector proxies;
    private final HttpClient client;

    public JdkTransport(ProxySelector proxies) {
        this.proxies = proxies;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(proxies)
                .build();
    }

    @Override
    public Response send(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("User-Agent", "openstack-maven-plugin");
        request.headers().forEach(builder::header);
        request.body()
                .ifPresentOrElse(
                        body -> builder.header("Content-Type", "application/json")
                                .method(request.method(), BodyPublishers.ofString(body)),
                        () -> builder.method(request.method(), BodyPublishers.noBody()));
        try {
            HttpResponse<String> answer = client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(answer.statusCode(), answer.headers(), answer.body());
        } catch (SSLException e) {
            throw new UnreachableException(
                    "TLS failed with " + target(request.uri()) + ": " + reason(e),
                    "The JVM must trust the cloud's certificate: add its CA to a trust store and name it with"
                            + " -Djavax.net.ssl.trustStore in MAVEN_OPTS, and check that the host name is the certificate's.",
                    e);
        } catch (IOException e) {
            throw new UnreachableException(
                    "Cannot reach " + target(request.uri()) + ": " + reason(e),
                    "Check the host and port of the URL, and that this machine may connect to them.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("Interrupted while waiting for " + target(request.uri()), "", e);
        }
    }

    private String target(URI uri) {
        int port = uri.getPort() != -1 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return "host " + uri.getHost() + ", port " + port + ", "
                + proxies.select(uri).stream()
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

    private static String reason(IOException e) {
        if (e instanceof HttpConnectTimeoutException) return "no connection within " + CONNECT.toSeconds() + " s";
        if (e instanceof HttpTimeoutException) return "no answer within " + ANSWER.toSeconds() + " s";
        if (causes(e).anyMatch(CertPathBuilderException.class::isInstance)) {
            return "the certificate is of a CA that is not known here";
        }
        if (causes(e).anyMatch(UnresolvedAddressException.class::isInstance)) return "the host name is unknown";
        if (e instanceof ConnectException && e.getMessage() == null) return "connection refused";
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }
}
