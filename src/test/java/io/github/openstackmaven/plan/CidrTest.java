package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0.0.0.0/0, 4, 0",
        "10.0.0.0/8, 4, 8",
        "192.168.255.1/32, 4, 32",
        "10.0.0.7, 4, 32",
        "::/0, 6, 0",
        "2001:db8::/32, 6, 32",
        "fe80::1, 6, 128",
        "::ffff:10.0.0.1/128, 6, 128"
    })
    void a_block_is_an_address_and_a_prefix(String text, int version, int prefix) {
        Cidr cidr = Cidr.parse(text);

        assertThat(cidr.version()).isEqualTo(version);
        assertThat(cidr.prefix()).isEqualTo(prefix);
        assertThat(cidr).hasToString(text.contains("/") ? text : text + "/" + prefix);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.0/33 | the prefix of an IPv4 address is 0 to 32, not 33",
                "::/129 | the prefix of an IPv6 address is 0 to 128, not 129",
                "10.0.0/8 | '10.0.0' is neither an IPv4 nor an IPv6 address",
                "10.0.0.256/8 | '10.0.0.256' is neither an IPv4 nor an IPv6 address",
                "10.0.0.0.0/8 | '10.0.0.0.0' is neither an IPv4 nor an IPv6 address",
                "1.2.3.4./8 | '1.2.3.4.' is neither an IPv4 nor an IPv6 address",
                "example.com/8 | 'example.com' is neither an IPv4 nor an IPv6 address",
                "cafe/8 | 'cafe' is neither an IPv4 nor an IPv6 address",
                "1::2::3/8 | '1::2::3' is neither an IPv4 nor an IPv6 address",
                "fe80::1%eth0/64 | 'fe80::1%eth0' is neither an IPv4 nor an IPv6 address",
                "10.0.0.0/ | '10.0.0.0/' is not ADDRESS/PREFIX",
                "10.0.0.0/-1 | '10.0.0.0/-1' is not ADDRESS/PREFIX",
                "10.0.0.0/8/8 | '10.0.0.0/8/8' is not ADDRESS/PREFIX",
                "'' | '' is not ADDRESS/PREFIX"
            })
    void what_is_none_is_told_with_the_reason(String text, String reason) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }
}
