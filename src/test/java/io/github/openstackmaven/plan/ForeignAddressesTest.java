package io.github.openstackmaven.plan;

import io.github.openstackmaven.Mutants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands where an address or a rule should: it is one, or told to be none. */
class ForeignAddressesTest {

    @Test
    void blocks_of_addresses() {
        Mutants.of(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/32", "::1", "::ffff:10.0.0.1"), text -> {
            try {
                Cidr cidr = Cidr.parse(text);
                cidr.contains(Cidr.parse("10.0.0.5"));
                cidr.contains(Cidr.parse("2001:db8::5"));
            } catch (IllegalArgumentException e) {
                // what its callers put into words
            }
        });
    }

    @Test
    void ingress_rules() {
        Mutants.of(
                List.of("tcp 22 from 10.0.0.0/8", "any from group db", "udp 1000-2000", "icmp from 2001:db8::/32"),
                IngressRule::parse);
    }
}
