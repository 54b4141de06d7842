package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.openstackmaven.Reach;
import io.github.openstackmaven.http.SelfSigned;
import io.github.openstackmaven.http.TlsContext;
import io.github.openstackmaven.image.ImageUsers;
import io.github.openstackmaven.plan.StatusRange;
import io.github.openstackmaven.plan.WaitFor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbesTest {
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    private final Probes probes = Probes.network(Reach.direct());
    private HttpServer server;
    private int status = 200;
    private volatile Map<String, List<String>> asked = Map.of();

    /** A JVM's first handshake loads so much that it takes seconds on a busy machine, and no probe waits for long. */
    @BeforeAll
    static void shakeHandsOnce() throws Exception {
        HttpsServer secure = secure(HttpExchange::close);
        try {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(TlsContext.trustingEverybody())
                    .build();
            client.sendAsync(
                            HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port(secure)))
                                    .build(),
                            BodyHandlers.discarding())
                    .handle((answer, failure) -> answer)
                    .join();
        } finally {
            secure.stop(0);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = Map.copyOf(exchange.getRequestHeaders());
        byte[] page = "Application is up\n".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "/login");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_port_that_accepts_connections_holds() {
        assertThat(tcp()).isEqualTo(ProbeResult.holds("accepts connections"));
    }

    @Test
    void a_port_where_nothing_listens_is_told_as_refused() {
        server.stop(0);

        assertThat(tcp().words()).isEqualTo("refused the connection");
        assertThat(tcp().advice()).contains("The machine is up and nothing listens on port ");
        assertThat(page("", "200").words()).isEqualTo("refused the connection");
    }

    @Test
    void a_page_with_a_wanted_status_and_text_holds() {
        assertThat(page("is up$", "200-299")).isEqualTo(ProbeResult.holds("answered 200"));
    }

    @Test
    void another_status_or_text_is_told_with_what_was_wanted() {
        assertThat(page("is down", "200").words())
                .isEqualTo("answered 200 with a page that has no match for 'is down'");
        assertThat(page("is down", "200").advice()).isEqualTo("Its first line is: Application is up");
        status = 503;
        assertThat(page("", "200-299").words()).isEqualTo("answered 503 (to /login), not 200-299");
        assertThat(page("", "503").state()).isEqualTo(ProbeResult.State.HOLDS);
    }

    @Test
    void nobody_is_asked_to_speak_another_protocol_since_who_knows_but_websocket_would_refuse() {
        assertThat(page("", "200").state()).isEqualTo(ProbeResult.State.HOLDS);

        assertThat(asked).doesNotContainKeys("Upgrade", "Http2-settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "204"})
    void a_page_that_never_ends_is_judged_by_its_status_where_nothing_else_is_asked(String wanted) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.createContext("/events", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: up\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            ended(over);
        });
        try {
            assertThat(look("http://@{ip}:" + port() + "/events", "", wanted).words())
                    .startsWith("answered 200");
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_page_that_is_to_have_a_text_and_never_ends_is_told_as_such() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.createContext("/events", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            ended(over);
        });
        WaitFor.Http wanted = new WaitFor.Http(
                "http://@{ip}:" + port() + "/events",
                StatusRange.success(),
                Optional.of("up"),
                false,
                Optional.empty());
        try {
            ProbeResult seen = probes.http().look(instance("127.0.0.1", false), wanted, Duration.ofSeconds(1));

            assertThat(seen.words()).isEqualTo("answered 200 with a page that has not ended in 1 s");
            assertThat(seen.advice()).startsWith("Leave <body> out ");
        } finally {
            over.countDown();
        }
    }

    private static void ended(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_speaks_no_tls_is_told_as_such() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // a thread of its own: the common pool may be busy, and the probe does not wait for long
            CompletableFuture<Void> answered =
                    CompletableFuture.runAsync(() -> answerInPlainText(plain), task -> new Thread(task).start());

            assertThat(look("https://@{ip}:" + plain.getLocalPort(), "", "200").words())
                    .startsWith("does not do TLS: ");
            answered.join();
        }
    }

    @Test
    void what_never_ends_a_handshake_is_told_as_another_fault_than_what_takes_no_connection() throws IOException {
        WaitFor.Http wanted;
        PageProbe impatient = new PageProbe(Reach.direct(), Duration.ofSeconds(1));
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            wanted = any("https://@{ip}:" + mute.getLocalPort());

            assertThat(impatient
                            .look(instance("127.0.0.1", false), wanted, ENOUGH)
                            .words())
                    .isEqualTo("does not do TLS: accepts connections, and ends no handshake in 1 s");
        }
        assertThat(impatient.look(instance("127.0.0.1", false), wanted, ENOUGH).words())
                .isEqualTo("refused the connection");
    }

    @Test
    void a_certificate_of_the_servers_own_is_told_and_will_do_where_that_is_said() throws Exception {
        HttpsServer secure = secure(this::answer);
        try {
            String url = "https://@{ip}:" + port(secure);

            assertThat(look(url, "", "200").words()).isEqualTo("has a certificate that this JDK does not trust");
            assertThat(look(url, "", "200").advice()).startsWith("Set <insecure>true</insecure> in <http> ");
            assertThat(probes.http()
                            .look(
                                    instance("127.0.0.1", false),
                                    new WaitFor.Http(
                                            url, StatusRange.success(), Optional.empty(), true, Optional.empty()),
                                    ENOUGH))
                    .isEqualTo(ProbeResult.holds("answered 200"));
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void a_port_that_never_says_a_word_is_not_waited_for_longer_than_given() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WaitFor.Http wanted = any("http://@{ip}:" + mute.getLocalPort());

            assertThat(probes.http()
                            .look(instance("127.0.0.1", false), wanted, Duration.ofSeconds(1))
                            .words())
                    .isEqualTo("has not answered in 1 s");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "172.16.0.5", "192.168.1.5", "100.64.0.5", "fd00::5"})
    void a_private_address_without_a_floating_ip_is_told_as_the_cause(String ip) {
        ProbeResult seen = new PortDiagnosis(instance(ip, false), 22).unreachable("does not answer");

        assertThat(seen.words()).isEqualTo("does not answer, a private address, and the server has no floating IP");
        assertThat(seen.advice()).startsWith("Set <floatingIp> ");
    }

    @Test
    void another_address_makes_one_think_of_security_groups() {
        assertThat(new PortDiagnosis(instance("192.0.2.5", false), 22)
                        .unreachable("does not answer")
                        .advice())
                .contains("security group", "<ingress>tcp 22</ingress>");
        assertThat(new PortDiagnosis(instance("10.0.0.5", true), 22)
                        .unreachable("does not answer")
                        .words())
                .isEqualTo("does not answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No route to host", "No route to host: connect", "Host is down"})
    void a_machine_that_has_no_address_yet_is_told_in_plain_words(String words) {
        ProbeResult seen = new PortDiagnosis(instance("10.0.0.5", false), 22).failed(words);

        assertThat(seen.state()).isEqualTo(ProbeResult.State.NOT_YET);
        assertThat(seen.words()).isEqualTo("is not on the network yet: no machine has that address");
        assertThat(seen.advice()).contains("console log", "10.0.0.5");
    }

    private static HttpsServer secure(HttpHandler handler) throws Exception {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(SelfSigned.keys())));
        secure.createContext("/", handler);
        secure.start();
        return secure;
    }

    private static WaitFor.Http any(String url) {
        return new WaitFor.Http(url, StatusRange.success(), Optional.empty(), false, Optional.empty());
    }

    private static void answerInPlainText(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().transferTo(OutputStream.nullOutputStream()); // else its reset could come first
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProbeResult tcp() {
        return probes.tcp().look(instance("127.0.0.1", false), port(), ENOUGH);
    }

    private ProbeResult page(String body, String statuses) {
        return look("http://@{ip}:" + port() + "/", body, statuses);
    }

    private ProbeResult look(String url, String body, String statuses) {
        WaitFor.Http wanted = new WaitFor.Http(
                url,
                StatusRange.parse(statuses),
                Optional.of(body).filter(text -> !text.isEmpty()),
                false,
                Optional.empty());
        return probes.http().look(instance("127.0.0.1", false), wanted, ENOUGH);
    }

    private int port() {
        return port(server);
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    private static Instance instance(String ip, boolean floating) {
        return new Instance(
                "web",
                "id-1",
                Optional.of(ip),
                floating,
                ImageUsers.named(Optional.empty()),
                Optional.empty(),
                () -> "");
    }
}
