package io.github.openstackmaven.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The transport on the JDK's client: HTTP/1.1, no redirects, a deadline for the connection and one for the answer. */
public final class JdkTransport implements Transport {
    static final Duration CONNECT = Duration.ofSeconds(10);

    private final Connection connection;
    private final HttpClient client;

    public JdkTransport(Connection connection) {
        this.connection = connection;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(connection.proxies());
        connection.proxyLogin().ifPresent(builder::authenticator);
        connection.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    @Override
    public Response send(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).timeout(connection.answer());
        builder.setHeader("Accept", "application/json").setHeader("User-Agent", "openstack-maven-plugin");
        request.body().ifPresent(body -> builder.setHeader("Content-Type", "application/json"));
        request.headers().forEach(builder::setHeader);
        builder.method(
                request.method(), request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        try {
            HttpResponse<String> answer = client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new NoAnswer(request, connection, e).toException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnreachableException.interrupted(request, e);
        }
    }
}
