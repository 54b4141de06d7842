package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    @Test
    void each_scheme_has_its_proxy() {
        Proxies proxies = of(Map.of("HTTPS_PROXY", "http://secure:3128", "http_proxy", "plain:8080"));

        assertThat(proxy(proxies, "https://cloud.example:5000/v3")).isEqualTo("secure:3128");
        assertThat(proxy(proxies, "http://cloud.example:5000/v3")).isEqualTo("plain:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloud.example",
                ".cloud.example",
                "*.cloud.example",
                "other, cloud.example",
                "*",
                "CLOUD.example"
            })
    void no_proxy_names_the_hosts_that_are_reached_without(String noProxy) {
        Proxies proxies = of(Map.of("HTTPS_PROXY", "http://secure:3128", "NO_PROXY", noProxy));

        assertThat(proxies.select(URI.create("https://cloud.example/v3"))).containsExactly(Proxy.NO_PROXY);
        assertThat(proxies.select(URI.create("https://api.cloud.example/v3"))).containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.2.3, true",
        "10.0.0.0/8, 11.1.2.3, false",
        "'localhost,10.0.0.0/8,.svc', 10.1.2.3, true",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "10.1.2.3/32, 10.1.2.3, true",
        "0.0.0.0/0, 10.1.2.3, true",
        "0.0.0.0/0, [fd00::1], false",
        "10.0.0.0/8, 10.example, false",
        "no/8, 10.1.2.3, false",
        "fd00::/8, [fd12:3::1], true",
        "[fd00::]/8, [fd12:3::1], true",
        "fd00::/8, [fe80::1], false",
        "fd00:0::1, [fd00::1], true",
        "10.1.2.3, 10.1.2.3, true",
        "2.3, 10.1.2.3, false",
        "keystone.lab:5000, keystone.lab, true",
        "keystone.lab:5000, api.keystone.lab, true",
        ".lab:5000, keystone.lab, true",
        "keystone.lab:9292, keystone.lab, false",
        "10.1.2.3:5000, 10.1.2.3, true",
        "[fd00::1]:5000, [fd00::1], true",
        "[fd00::1]:9292, [fd00::1], false"
    })
    void no_proxy_names_ranges_of_addresses_and_ports_too(String noProxy, String host, boolean direct) {
        Proxies proxies = of(Map.of("HTTP_PROXY", "http://plain:3128", "NO_PROXY", noProxy));

        assertThat(proxies.select(URI.create("http://" + host + ":5000/v3")).contains(Proxy.NO_PROXY))
                .isEqualTo(direct);
    }

    @Test
    void a_port_that_goes_without_saying_counts_as_well() {
        Proxies proxies = of(Map.of("HTTPS_PROXY", "http://secure:3128", "NO_PROXY", "cloud.example:443"));

        assertThat(proxies.select(URI.create("https://cloud.example/v3"))).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void a_name_that_only_ends_alike_is_another_host() {
        Proxies proxies = of(Map.of("HTTPS_PROXY", "http://secure:3128", "NO_PROXY", "cloud.example"));

        assertThat(proxy(proxies, "https://notcloud.example/v3")).isEqualTo("secure:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5000/", "http://127.0.0.1/", "http://[::1]:80/"})
    void no_proxy_stands_before_this_machine(String url) {
        assertThat(of(Map.of("http_proxy", "plain:8080")).select(URI.create(url)))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void a_malformed_variable_is_named_and_not_quoted() {
        assertThatThrownBy(() -> of(Map.of("HTTPS_PROXY", "http://me:s3cret@ a proxy")))
                .hasMessage("The variable https_proxy holds no URL of a proxy")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret"));
    }

    @Test
    void a_proxy_that_asks_who_one_is_gets_the_login() throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            String login = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            if (login == null) exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
            exchange.sendResponseHeaders(login == null ? 407 : login.equals("Basic bWU6cyBw") ? 200 : 403, -1);
            exchange.close();
        });
        proxy.start();
        try {
            Proxies proxies = of(Map.of(
                    "HTTP_PROXY",
                    "http://me:s%20p@127.0.0.1:" + proxy.getAddress().getPort()));
            Response response = new JdkTransport(
                            new Connection(proxies, proxies.login(), Optional.empty(), Duration.ofSeconds(10)))
                    .send(new Request("GET", URI.create("http://cloud.invalid/v3"), Map.of(), Optional.empty()));

            assertThat(response.status()).isEqualTo(200);
        } finally {
            proxy.stop(0);
        }
    }

    private static Proxies of(Map<String, String> variables) {
        return new Proxies(ProxyVariables.read(variables));
    }

    private static String proxy(Proxies proxies, String url) {
        InetSocketAddress address =
                (InetSocketAddress) proxies.select(URI.create(url)).get(0).address();
        return address.getHostString() + ":" + address.getPort();
    }
}
