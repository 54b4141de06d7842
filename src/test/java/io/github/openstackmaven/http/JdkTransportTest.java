package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            Response response = new JdkTransport(DIRECT)
                    .send(new Request("DELETE", uri("http", server), Map.of("X-Auth-Token", "t"), Optional.empty()));

            assertThat(response.status()).isEqualTo(409);
            assertThat(response.body()).isEqualTo("DELETEt");
            assertThat(response.requestId()).contains("req-1");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_refused_connection_names_host_port_and_proxy() throws IOException {
        int port = closedPort();

        assertThatThrownBy(() -> new JdkTransport(DIRECT).send(get(URI.create("http://localhost:" + port + "/v3"))))
                .hasMessage("Cannot reach host localhost, port " + port + ", without a proxy: connection refused");
    }

    @Test
    void an_unknown_host_name_is_told_as_such() {
        assertThatThrownBy(() -> new JdkTransport(DIRECT).send(get(URI.create("https://keystone.invalid/v3"))))
                .hasMessage("Cannot reach host keystone.invalid, port 443, without a proxy: the host name is unknown");
    }

    @Test
    void a_proxy_in_between_is_named() throws IOException {
        int port = closedPort();
        ProxySelector proxy = ProxySelector.of(new InetSocketAddress("localhost", port));

        assertThatThrownBy(() -> new JdkTransport(proxy).send(get(URI.create("http://cloud.example:5000/v3"))))
                .hasMessage("Cannot reach host cloud.example, port 5000, through the proxy localhost:" + port
                        + ": connection refused");
    }

    @Test
    void a_certificate_that_nobody_here_knows_is_told_as_a_matter_of_tls(@TempDir Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        server.start();
        try {
            UnreachableException e = catchThrowableOfType(
                    UnreachableException.class, () -> new JdkTransport(DIRECT).send(get(uri("https", server))));

            assertThat(e)
                    .hasMessage("TLS failed with host localhost, port "
                            + server.getAddress().getPort()
                            + ", without a proxy: the certificate is of a CA that is not known here");
            assertThat(e.advice()).contains("CA");
        } finally {
            server.stop(0);
        }
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

    private static SSLContext selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
