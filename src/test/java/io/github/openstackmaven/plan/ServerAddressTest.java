package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.compute.Server;
import org.junit.jupiter.api.Test;

/** At which of its addresses a server is reached. */
class ServerAddressTest {
    private static final String OUTER = """
            {"addr": "203.0.113.7", "version": 4, "OS-EXT-IPS:type": "fixed"}""";
    private static final String OUTER_6 = """
            {"addr": "2001:db8::7", "version": 6, "OS-EXT-IPS:type": "fixed"}""";
    private static final String INNER = """
            {"addr": "10.0.0.5", "version": 4, "OS-EXT-IPS:type": "fixed"}""";
    private static final String FLOATING = """
            {"addr": "198.51.100.9", "version": 4, "OS-EXT-IPS:type": "floating"}""";

    @Test
    void the_first_network_that_was_named_counts_whatever_it_is_called() {
        Server server = at("\"provider\": [%s], \"backend\": [%s]".formatted(OUTER, INNER));

        assertThat(ServerAddress.best(server)).contains("203.0.113.7");
        assertThat(ServerAddress.of(server))
                .extracting(ServerAddress::address)
                .containsExactly("203.0.113.7", "10.0.0.5");
    }

    @Test
    void a_floating_ip_counts_wherever_it_leads() {
        assertThat(ServerAddress.best(
                        at("\"provider\": [%s], \"backend\": [%s, %s]".formatted(OUTER, INNER, FLOATING))))
                .contains("198.51.100.9");
    }

    @Test
    void one_of_ipv6_counts_where_there_is_no_other_or_it_is_preferred() {
        Server both = at("\"provider\": [%s, %s]".formatted(OUTER_6, OUTER));

        assertThat(ServerAddress.best(both)).contains("203.0.113.7");
        assertThat(ServerAddress.best(both, true)).contains("2001:db8::7");
        assertThat(ServerAddress.best(at("\"provider\": [%s]".formatted(OUTER_6))))
                .contains("2001:db8::7");
        assertThat(ServerAddress.best(at(""))).isEmpty();
    }

    @Test
    void what_is_no_address_is_none_whatever_the_cloud_says() {
        String line = """
                {"addr": "10.0.0.5\\n    ProxyCommand touch /tmp/x", "version": 4}""";
        String name = """
                {"addr": "inner.example.com", "version": 4}""";

        assertThat(ServerAddress.of(at("\"provider\": [%s, %s]".formatted(line, name))))
                .isEmpty();
    }

    private static Server at(String addresses) {
        return Shown.as(Server.class, """
                {"id": "s", "name": "s", "status": "ACTIVE", "metadata": {}, "addresses": {%s}}""".formatted(addresses));
    }
}
