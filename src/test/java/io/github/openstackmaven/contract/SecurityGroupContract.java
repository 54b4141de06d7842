package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.PortCreate;
import io.github.openstackmaven.network.SecurityGroup;
import io.github.openstackmaven.network.SecurityGroup.Rule;
import io.github.openstackmaven.network.SecurityGroupClient;
import io.github.openstackmaven.network.SecurityGroupCreate;
import io.github.openstackmaven.plan.IngressRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any cloud does with security groups, and with rules as a POM says them. */
abstract class SecurityGroupContract {
    private final String name = "blk-" + UUID.randomUUID();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private Cloud cloud;
    private SecurityGroupClient groups;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud().logIn();
        groups = cloud.securityGroups();
    }

    @AfterEach
    void deleteWhatWasMade() {
        undo.forEach(Runnable::run);
    }

    @Test
    void a_group_is_the_one_that_was_described_and_lets_everything_out_and_nothing_in() {
        SecurityGroup group = group();

        assertThat(group.name()).isEqualTo(name);
        assertThat(group.description()).isEqualTo("for a test");
        assertThat(group.rules()).hasSize(2).allMatch(rule -> rule.direction().equals("egress"));
        assertThat(groups.byId(group.id()).map(SecurityGroup::name)).contains(name);
        assertThat(groups.byName(name)).extracting(SecurityGroup::id).containsExactly(group.id());
        assertThat(described("for a test")).extracting(SecurityGroup::id).contains(group.id());
        assertThat(groups.all()).extracting(SecurityGroup::name).contains(name, "default");
    }

    @Test
    void a_group_is_given_another_description() {
        SecurityGroup group = group();

        groups.describe(group.id(), "");

        assertThat(group.createdAt()).isPresent();
        assertThat(groups.byId(group.id()).orElseThrow())
                .extracting(SecurityGroup::name, SecurityGroup::description)
                .containsExactly(name, "");
    }

    @Test
    void rules_are_what_the_pom_says() {
        SecurityGroup group = group();

        Stream.of("tcp 22 from 10.0.0.0/8", "udp 8000-8100", "tcp 443 from 2001:db8::/32")
                .forEach(text -> add(group, text));

        assertThat(ingress(group))
                .extracting(
                        Rule::ethertype, Rule::protocol, Rule::portRangeMin, Rule::portRangeMax, Rule::remoteIpPrefix)
                .containsExactlyInAnyOrder(
                        tuple("IPv4", text("tcp"), port(22), port(22), text("10.0.0.0/8")),
                        tuple("IPv4", text("udp"), port(8000), port(8100), text("0.0.0.0/0")),
                        tuple("IPv6", text("udp"), port(8000), port(8100), text("::/0")),
                        tuple("IPv6", text("tcp"), port(443), port(443), text("2001:db8::/32")));
    }

    @Test
    void protocols_without_ports_and_groups_as_remotes_are_rules_too() {
        SecurityGroup group = group();

        Stream.of("icmp", "any from group " + name).forEach(text -> add(group, text));

        assertThat(ingress(group))
                .extracting(Rule::ethertype, Rule::protocol, Rule::remoteGroupId)
                .containsExactlyInAnyOrder(
                        tuple("IPv4", text("icmp"), Optional.empty()),
                        tuple("IPv6", text("ipv6-icmp"), Optional.empty()),
                        tuple("IPv4", Optional.empty(), text(group.id())),
                        tuple("IPv6", Optional.empty(), text(group.id())));
    }

    @Test
    void the_same_rule_twice_is_refused() {
        SecurityGroup group = group();
        add(group, "tcp 22");

        HttpStatusException e = refused(() -> add(group, "tcp 22"));

        assertThat(e.status()).isEqualTo(409);
        assertThat(e.words()).startsWith("Security group rule already exists. Rule id is ");
    }

    @Test
    void a_deleted_group_is_gone_and_can_be_deleted_again() {
        SecurityGroup group = group();

        groups.delete(group.id());
        groups.delete(group.id());

        assertThat(groups.byId(group.id())).isEmpty();
        assertThat(groups.byName(name)).isEmpty();
    }

    @Test
    void a_group_stays_while_a_port_uses_it() {
        SecurityGroup group = group();
        String network = cloud.network().byName(LaunchContract.NETWORK).get(0).id();
        Port port = cloud.ports().create(new PortCreate(network, name, "", List.of(), List.of(group.id())));
        undo.push(() -> cloud.ports().delete(port.id()));

        HttpStatusException e = refused(() -> groups.delete(group.id()));

        assertThat(e.status()).isEqualTo(409);
        assertThat(e.words()).isEqualTo("Security Group " + group.id() + " in use.");
    }

    private SecurityGroup group() {
        SecurityGroup group = groups.create(new SecurityGroupCreate(name, "for a test"));
        undo.push(() -> groups.delete(group.id()));
        return group;
    }

    private void add(SecurityGroup group, String rule) {
        IngressRule.parse(rule)
                .creates(group.id(), remote -> groups.byName(remote).get(0).id())
                .forEach(groups::add);
    }

    private List<Rule> ingress(SecurityGroup group) {
        return groups.byId(group.id()).orElseThrow().rules().stream()
                .filter(rule -> rule.direction().equals("ingress"))
                .toList();
    }

    private static Optional<String> text(String value) {
        return Optional.of(value);
    }

    private static Optional<Integer> port(int value) {
        return Optional.of(value);
    }

    private static HttpStatusException refused(Runnable call) {
        return catchThrowableOfType(HttpStatusException.class, call::run);
    }

    private List<SecurityGroup> described(String description) {
        return groups.all().stream()
                .filter(one -> one.description().equals(description))
                .toList();
    }
}
