package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.openstackmaven.config.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that wants a login, and servers behind it and beside it that want one too. */
class ProxyLoginTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final String RIGHT = "Basic bWU6cyBw";

    private final Queue<String> atServer = new ConcurrentLinkedQueue<>();
    private Optional<String> challenge = Optional.empty();
    private HttpServer plain;
    private HttpsServer secure;
    private LoopbackProxy proxy;

    @BeforeEach
    void start() throws Exception {
        plain = HttpServer.create(ANY_PORT, 0);
        secure = HttpsServer.create(ANY_PORT, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(SelfSigned.keys())));
        for (HttpServer server : List.of(plain, secure)) {
            server.createContext("/", this::refuse);
            server.start();
        }
        proxy = new LoopbackProxy();
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        secure.stop(0);
        plain.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cloud.example:%s/", "https://cloud.example:%s/"})
    void the_login_goes_to_the_proxy_and_to_nobody_else(String url) {
        assertThat(send(url, "s p").status()).isEqualTo(401);

        assertThat(proxy.logins).containsExactly(RIGHT);
        assertThat(atServer).containsExactly("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cloud.example:%s/", "https://cloud.example:%s/"})
    void a_wrong_login_is_told_as_such_and_not_tried_again(String url) {
        assertThatThrownBy(() -> send(url, "wrong"))
                .isInstanceOfSatisfying(UnreachableException.class, e -> {
                    assertThat(e.passing()).isFalse();
                    assertThat(e.advice()).contains("<password> of the <proxy>");
                })
                .hasMessageStartingWith("No way to host cloud.example, port ")
                .hasMessageEndingWith(": the proxy refuses the login that is set (HTTP 407)");
        assertThat(proxy.logins).hasSize(1);
        assertThat(atServer).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:%s/",
                "https://localhost:%s/",
                "http://cloud.example:%s/",
                "https://cloud.example:%s/"
            })
    void a_401_of_a_server_is_the_servers_whether_it_names_a_scheme_or_none(String url) {
        assertThat(send(url, "s p").status()).isEqualTo(401);

        challenge = Optional.of("Basic realm=\"cloud\"");
        assertThat(send(url, "s p").status()).isEqualTo(401);
        assertThat(atServer).hasSize(2);
    }

    @Test
    void a_login_of_the_request_is_the_servers_too() {
        Request request = new Request(
                "GET", uri("http://cloud.example:%s/"), Map.of("Authorization", "Bearer t"), Optional.empty());

        assertThat(transport("s p").send(request).status()).isEqualTo(401);
        assertThat(atServer).containsExactly("Bearer t");
    }

    private Response send(String url, String password) {
        return transport(password).send(new Request("GET", uri(url), Map.of(), Optional.empty()));
    }

    private JdkTransport transport(String password) {
        Proxies.Login login = new Proxies.Login("me", Secret.of(password));
        Proxies proxies = new Proxies(List.of(server("http", login), server("https", login)));
        return new JdkTransport(new Connection(
                proxies, proxies.login(), Optional.of(TlsContext.trustingEverybody()), Duration.ofSeconds(10)));
    }

    private Proxies.Server server(String scheme, Proxies.Login login) {
        return new Proxies.Server(scheme, "127.0.0.1", proxy.port(), Optional.of(login), (host, port) -> false);
    }

    private URI uri(String url) {
        HttpServer server = url.startsWith("https") ? secure : plain;
        return URI.create(url.replace("%s", String.valueOf(server.getAddress().getPort())));
    }

    private void refuse(HttpExchange exchange) throws IOException {
        atServer.add(String.join(" ", exchange.getRequestHeaders().getOrDefault("Authorization", List.of("none")))
                + String.join("", exchange.getRequestHeaders().getOrDefault("Proxy-Authorization", List.of())));
        challenge.ifPresent(one -> exchange.getResponseHeaders().add("WWW-Authenticate", one));
        exchange.sendResponseHeaders(401, -1);
        exchange.close();
    }

    /** Lets in who has the login: to a tunnel, or to the server of that port on this machine. */
    private static final class LoopbackProxy implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Queue<String> logins = new ConcurrentLinkedQueue<>();

        LoopbackProxy() throws IOException {
            start(this::accept);
        }

        int port() {
            return listening.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }

        private void accept() throws IOException {
            while (true) {
                Socket client = listening.accept();
                start(() -> serve(client));
            }
        }

        private void serve(Socket client) throws IOException {
            try (client) {
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0)
                    head.append((char) client.getInputStream().read());
                String login = header(head.toString(), "Proxy-Authorization: ");
                logins.add(login);
                if (!login.equals(RIGHT)) {
                    write(
                            client,
                            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
                    return;
                }
                int port = Integer.parseInt(header(head.toString(), "Host: cloud.example:"));
                try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    if (head.indexOf("CONNECT ") == 0) write(client, "HTTP/1.1 200 OK\r\n\r\n");
                    else write(server, head.toString().replaceFirst("(?m)^Proxy-Authorization: .*\r\n", ""));
                    start(() -> client.getInputStream().transferTo(server.getOutputStream()));
                    server.getInputStream().transferTo(client.getOutputStream());
                }
            }
        }

        private static String header(String head, String start) {
            return head.lines()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse("");
        }

        private static void write(Socket socket, String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void start(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    // the test is over, or one of the two has hung up
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }
}
