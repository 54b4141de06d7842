package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.network.SecurityGroupRuleCreate;
import io.github.openstackmaven.plan.IngressRule.Group;
import io.github.openstackmaven.plan.IngressRule.Protocol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngressRuleTest {
    @Test
    void a_rule_has_protocol_port_and_block() {
        assertThat(IngressRule.parse("tcp 22 from 10.0.0.0/8"))
                .isEqualTo(
                        new IngressRule(Protocol.TCP, Optional.of(new PortRange(22, 22)), new Cidr("10.0.0.0", 8, 4)));
    }

    @Test
    void ports_may_be_a_range_and_spaces_and_capitals_do_not_matter() {
        assertThat(IngressRule.parse("  UDP   8000-8100  from  2001:db8::/32\n"))
                .isEqualTo(new IngressRule(
                        Protocol.UDP, Optional.of(new PortRange(8000, 8100)), new Cidr("2001:db8::", 32, 6)));
    }

    @Test
    void without_from_it_is_from_anywhere() {
        assertThat(IngressRule.parse("icmp").from()).isEqualTo(new IngressRule.Anywhere());
        assertThat(IngressRule.parse("tcp 443").from()).hasToString("anywhere");
    }

    @Test
    void the_remote_may_be_a_group_with_spaces_in_its_name() {
        assertThat(IngressRule.parse("any from group web servers"))
                .isEqualTo(new IngressRule(Protocol.ANY, Optional.empty(), new Group("web servers")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is no rule",
                "tcp 22 of 10.0.0.0/8 | it is no rule",
                "tcp 22 from | it is no rule",
                "tcp | it names no port",
                "tcp from 10.0.0.0/8 | it names no port",
                "icmp 8 | icmp has no ports",
                "any 80 | any has no ports",
                "sctp 80 | 'sctp' is none of tcp, udp, icmp, any",
                "tcp ssh | 'ssh' is neither a port nor a range",
                "tcp 0 | ports are 1 to 65535, not 0",
                "tcp 80-70000 | ports are 1 to 65535, not 70000",
                "tcp 8100-8000 | the range 8100-8000 is upside down",
                "tcp 22 from 10.0.0.0/33 | the prefix of an IPv4 address is 0 to 32, not 33",
                "tcp 22 from example.com | 'example.com' is neither an IPv4 nor an IPv6 address"
            })
    void what_is_wrong_is_told_with_the_element(String text, String reason) {
        OpenStackException e = catchThrowableOfType(OpenStackException.class, () -> IngressRule.parse(text));

        assertThat(e).hasMessage("Malformed <ingress> '" + text + "': " + reason);
        assertThat(e.advice()).contains("tcp 22 from 10.0.0.0/8");
    }

    @Test
    void a_block_becomes_one_rule_of_its_own_version() {
        assertThat(creates("tcp 22 from 10.0.0.0/8"))
                .containsExactly(rule("IPv4", Optional.of("tcp"), Optional.of(22), Optional.of("10.0.0.0/8")));
        assertThat(creates("icmp from ::/0"))
                .containsExactly(rule("IPv6", Optional.of("ipv6-icmp"), Optional.empty(), Optional.of("::/0")));
    }

    @Test
    void anywhere_becomes_a_rule_for_each_version() {
        assertThat(creates("tcp 22"))
                .containsExactly(
                        rule("IPv4", Optional.of("tcp"), Optional.of(22), Optional.of("0.0.0.0/0")),
                        rule("IPv6", Optional.of("tcp"), Optional.of(22), Optional.of("::/0")));
        assertThat(creates("icmp"))
                .containsExactly(
                        rule("IPv4", Optional.of("icmp"), Optional.empty(), Optional.of("0.0.0.0/0")),
                        rule("IPv6", Optional.of("ipv6-icmp"), Optional.empty(), Optional.of("::/0")));
    }

    @Test
    void a_group_becomes_a_rule_for_each_version_with_the_groups_id() {
        assertThat(creates("any from group web"))
                .extracting(
                        SecurityGroupRuleCreate::ethertype,
                        SecurityGroupRuleCreate::protocol,
                        SecurityGroupRuleCreate::remoteIpPrefix,
                        SecurityGroupRuleCreate::remoteGroupId)
                .containsExactly(
                        tuple("IPv4", Optional.empty(), Optional.empty(), Optional.of("id of web")),
                        tuple("IPv6", Optional.empty(), Optional.empty(), Optional.of("id of web")));
    }

    private static List<SecurityGroupRuleCreate> creates(String text) {
        return IngressRule.parse(text).creates("g", name -> "id of " + name).toList();
    }

    private static SecurityGroupRuleCreate rule(
            String ethertype, Optional<String> protocol, Optional<Integer> port, Optional<String> prefix) {
        return SecurityGroupRuleCreate.ingress("g", ethertype, protocol, port, port, prefix, Optional.empty());
    }
}
