package io.github.openstackmaven.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTest {
    private static final HostKey KEY = HostKeysUnderTest.ecdsa(1);
    private static final HostKey OTHER = HostKeysUnderTest.ecdsa(2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1 %s",
                "  192.0.2.1\t%s",
                "db,192.0.2.1 %s a comment",
                "192.0.2.* %s",
                // ssh-keygen -H of 192.0.2.1
                "|1|njXYCfjMo74YTFHPcuf0chI2Axw=|hvWRwbs9QqTpaioycip7B+fD2rQ= %s"
            })
    void a_server_is_known_by_its_name_plain_or_hashed_and_by_a_pattern(String line) {
        KnownHosts known = known(line);

        assertThat(known.keys("192.0.2.1", 22)).containsExactly(KEY);
        assertThat(known.keys("203.0.113.9", 22)).isEmpty();
    }

    @Test
    void another_port_is_another_server() {
        KnownHosts known = KnownHosts.none().with("192.0.2.1", 2222, KEY).with("192.0.2.1", 22, OTHER);

        assertThat(known.lines()).containsExactly("[192.0.2.1]:2222 " + KEY, "192.0.2.1 " + OTHER);
        assertThat(known.keys("192.0.2.1", 2222)).containsExactly(KEY);
        assertThat(known.keys("192.0.2.1", 22)).containsExactly(OTHER);
    }

    @Test
    void an_ipv6_address_is_known_like_any() {
        KnownHosts known = KnownHosts.none().with("2001:db8::1", 22, KEY).with("2001:db8::1", 2222, OTHER);

        assertThat(known.keys("2001:db8::1", 22)).containsExactly(KEY);
        assertThat(known.keys("2001:db8::1", 2222)).containsExactly(OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# a comment",
                "@revoked 192.0.2.1 %s",
                "@cert-authority * %s",
                "192.0.2.1",
                "|1|x| %s",
                "!192.0.2.1 %s"
            })
    void what_names_no_key_of_a_server_is_passed_over(String line) {
        assertThat(known(line).keys("192.0.2.1", 22)).isEmpty();
    }

    private static KnownHosts known(String line) {
        return new KnownHosts(List.of(line.replace("%s", KEY.toString())));
    }
}
