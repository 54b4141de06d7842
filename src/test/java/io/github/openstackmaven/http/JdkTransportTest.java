package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JdkTransportTest {
    private static final ProxySelector DIRECT = ProxySelector.of(null);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void an_answer_of_any_status_is_returned_with_its_headers() throws IOException {
        HttpServer server = HttpServer.create(ANY_PORT, 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("x-openstack-request-id", "req-1");
            byte[] asked = (exchange.getRequestMethod()
                            + exchange.getRequestHeaders().getFirst("X-Auth-Token"))
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(409, asked.length);
            exchange.getResponseBody().write(asked);
            exchange.close();
        });
        server.start();
        try {
            Response response = transport(DIRECT)
                    .send(new Request("DELETE", uri("http", server), Map.of("X-Auth-Token", "t"), Optional.empty()));

            assertThat(response.status()).isEqualTo(409);
            assertThat(response.body()).isEqualTo("DELETEt");
            assertThat(response.requestId()).contains("req-1");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_a_header_can_not_carry_is_told_without_it() {
        Request request = new Request(
                "GET", URI.create("http://localhost/"), Map.of("X-Auth-Token", "s3cret\nline"), Optional.empty());

        assertThatThrownBy(() -> transport(DIRECT).send(request))
                .hasMessageStartingWith("What goes into the headers of GET http://localhost/ has characters")
                .satisfies(e -> assertThat(String.valueOf(e) + e.getCause()).doesNotContain("s3cret"));
    }

    @Test
    void a_proxy_that_wants_a_login_is_told_as_such() throws IOException {
        HttpServer proxy = HttpServer.create(ANY_PORT, 0);
        proxy.createContext("/", exchange -> {
            exchange.sendResponseHeaders(407, -1);
            exchange.close();
        });
        proxy.start();
        try {
            assertThatThrownBy(() -> transport(ProxySelector.of(proxy.getAddress()))
                            .send(get(URI.create("http://cloud.example:5000/v3"))))
                    .hasMessageStartingWith("No way to host cloud.example, port 5000, through the proxy ")
                    .hasMessageEndingWith(": the proxy wants a login, or another one (HTTP 407)");
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void an_answer_has_a_limit() throws IOException {
        HttpServer server = HttpServer.create(ANY_PORT, 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] megabyte = new byte[1024 * 1024];
            for (int sent = 0; sent <= LimitedBody.MEBIBYTES; sent++) {
                exchange.getResponseBody().write(megabyte);
            }
            exchange.close();
        });
        server.start();
        try {
            assertThatThrownBy(() -> transport(DIRECT).send(get(uri("http", server))))
                    .hasMessageStartingWith("No answer to GET http://localhost:")
                    .hasMessageEndingWith(": the answer is longer than 32 MiB");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_refused_connection_names_host_port_and_proxy() throws IOException {
        int port = closedPort();

        assertThatThrownBy(() -> transport(DIRECT).send(get(URI.create("http://localhost:" + port + "/v3"))))
                .hasMessage("Cannot reach host localhost, port " + port + ", without a proxy: connection refused");
    }

    @Test
    void an_unknown_host_name_is_told_as_such() {
        assertThatThrownBy(() -> transport(DIRECT).send(get(URI.create("https://keystone.invalid/v3"))))
                .hasMessage("Cannot reach host keystone.invalid, port 443, without a proxy: the host name is unknown");
    }

    @Test
    void a_proxy_in_between_is_named() throws IOException {
        int port = closedPort();
        ProxySelector proxy = ProxySelector.of(new InetSocketAddress("localhost", port));

        assertThatThrownBy(() -> transport(proxy).send(get(URI.create("http://cloud.example:5000/v3"))))
                .hasMessage("Cannot reach host cloud.example, port 5000, through the proxy localhost:" + port
                        + ": connection refused");
    }

    private static JdkTransport transport(ProxySelector proxies) {
        return new JdkTransport(new Connection(proxies, Optional.empty(), Optional.empty(), Duration.ofSeconds(10)));
    }

    private static Request get(URI uri) {
        return new Request("GET", uri, Map.of(), Optional.empty());
    }

    private static URI uri(String scheme, HttpServer server) {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + "/");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
