package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Neutron takes of ports, floating IPs and security groups' rules, and how it refuses the rest. */
class SimulatorNetworkTest {
    private final Simulator simulator = Simulator.start();
    private final Script demo = new Script(Client.demo(simulator));

    @BeforeEach
    void create() {
        demo.play("port = POST network /v2.0/ports {\"port\":{\"network_id\":\"{network:private}\"}}");
        demo.play("group = POST network /v2.0/security-groups {\"security_group\":{\"name\":\"sim-group\"}}");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_port_is_as_its_network_s_owner_wants_it() {
        JsonNode port = port("""
                "network_id":"{network:private}","allowed_address_pairs":[{"ip_address":"10.0.0.5"}],\
                "mac_address":"fa:16:3e:aa:bb:cc","binding:vnic_type":"direct","device_id":"d","device_owner":"o",\
                "extra_dhcp_opts":[{"opt_name":"a","opt_value":"b"}]""").json().path("port");

        assertThat(port.path("mac_address").asText()).isEqualTo("fa:16:3e:aa:bb:cc");
        assertThat(port.path("allowed_address_pairs"))
                .hasToString("[{\"mac_address\":\"fa:16:3e:aa:bb:cc\",\"ip_address\":\"10.0.0.5\"}]");
        assertThat(port.path("binding:vnic_type").asText()).isEqualTo("direct");
        assertThat(port.path("device_id").asText()).isEqualTo("d");
        assertThat(port.path("device_owner").asText()).isEqualTo("o");
        assertThat(port.path("extra_dhcp_opts"))
                .hasToString("[{\"opt_name\":\"a\",\"opt_value\":\"b\",\"ip_version\":4}]");
        assertThat(changed("{\"fixed_ips\":[{\"ip_address\":\"10.10.0.77\"}]}")
                        .at("/port/fixed_ips/0/ip_address")
                        .asText())
                .isEqualTo("10.10.0.77");
    }

    @Test
    void a_port_that_is_not_secured_has_no_groups_and_no_pairs() {
        JsonNode open = port("\"network_id\":\"{network:private}\",\"port_security_enabled\":false")
                .json()
                .path("port");
        assertThat(open.path("port_security_enabled").asBoolean()).isFalse();
        assertThat(open.path("security_groups")).isEmpty();

        assertThat(type(port("\"network_id\":\"{network:private}\",\"port_security_enabled\":false,"
                        + "\"allowed_address_pairs\":[{\"ip_address\":\"10.0.0.5\"}]")))
                .isEqualTo("AddressPairAndPortSecurityRequired");
        assertThat(changed("{\"port_security_enabled\":false}")
                        .at("/NeutronError/type")
                        .asText())
                .isEqualTo("PortSecurityPortHasSecurityGroup");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private | \"binding:host_id\":\"x\" | binding:host_id",
                "private | \"binding:profile\":{} | binding:profile",
                "lan | \"mac_address\":\"fa:16:3e:00:00:01\" | mac_address",
                "lan | \"port_security_enabled\":false | port_security_enabled",
                "lan | \"device_owner\":\"network:dhcp\" | device_owner",
                "lan | \"allowed_address_pairs\":[{\"ip_address\":\"10.0.0.5\"}] | allowed_address_pairs"
            })
    void what_is_not_the_caller_s_to_say_is_disallowed(String network, String wanted, String attribute) {
        Client.Reply refused = port("\"network_id\":\"{network:" + network + "}\"," + wanted);

        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(message(refused))
                .startsWith("(rule:create_port and ")
                .contains("rule:create_port:" + attribute)
                .endsWith("is disallowed by policy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"bogus\":1,\"wrong\":2 | Unrecognized attribute(s) 'bogus, wrong'",
                "\"status\":\"x\" | Attribute 'status' not allowed in POST",
                "\"project_id\":\"x\" | Specifying 'project_id' or 'tenant_id' other than the authenticated project in"
                        + " request requires admin or advsvc privileges",
                "\"mac_address\":\"x\" | Invalid input for mac_address. Reason: 'x' is not a valid MAC address.",
                "\"admin_state_up\":\"x\" | Invalid input for operation: 'x' cannot be converted to boolean.",
                "\"security_groups\":[\"x\"] | Invalid input for security_groups. Reason: 'x' is not a valid UUID.",
                "\"fixed_ips\":[{}] | Invalid input for operation: IP allocation requires subnet_id or ip_address.",
                "\"allowed_address_pairs\":[{}] | AllowedAddressPair must contain ip_address",
                "\"binding:vnic_type\":\"x\" | Invalid input for binding:vnic_type. Reason: x is not in valid_values."
            })
    void a_port_that_cannot_be_is_refused(String wanted, String words) {
        Client.Reply refused = port("\"network_id\":\"{network:private}\"," + wanted);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(message(refused)).isEqualTo(words);
    }

    private Client.Reply port(String fields) {
        return demo.play("POST network /v2.0/ports {\"port\":{" + fields + "}}");
    }

    private JsonNode changed(String fields) {
        return demo.play("PUT network /v2.0/ports/{port} {\"port\":" + fields + "}")
                .json();
    }

    @Test
    void a_floating_ip_leads_to_the_address_that_is_meant_or_nowhere() {
        assertThat(message(floating("\"fixed_ip_address\":\"10.10.0.9\"")))
                .isEqualTo("Bad floatingip request: fixed_ip_address cannot be specified without a port_id.");
        assertThat(message(floating("\"port_id\":\"{port}\",\"fixed_ip_address\":\"10.10.0.250\"")))
                .endsWith(" does not have fixed ip 10.10.0.250.");
        assertThat(message(floating("\"fixed_ip_address\":\"x\"")))
                .isEqualTo("Invalid input for fixed_ip_address. Reason: 'x' is not a valid IP address.");
        assertThat(floating("\"floating_ip_address\":\"127.10.0.9\"").status()).isEqualTo(403);
        assertThat(floating("\"subnet_id\":\"00000000-0000-0000-0000-000000000000\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_change_of_nothing_takes_a_floating_ip_off_its_port() {
        demo.play("floating = POST network /v2.0/floatingips {\"floatingip\":{\"floating_network_id\":"
                + "\"{network:public}\",\"port_id\":\"{port}\"}}");

        assertThat(led("{\"description\":\"d\"}")).isTrue();
        assertThat(led("{}")).isFalse();
    }

    private boolean led(String change) {
        return demo.play("PUT network /v2.0/floatingips/{floating} {\"floatingip\":" + change + "}")
                .json()
                .at("/floatingip")
                .hasNonNull("port_id");
    }

    private Client.Reply floating(String fields) {
        return demo.play("POST network /v2.0/floatingips {\"floatingip\":{\"floating_network_id\":"
                + "\"{network:public}\"," + fields + "}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ethertype\":\"IPv6\",\"remote_ip_prefix\":\"10.0.0.0/8\" | SecurityGroupRuleParameterConflict",
                "\"remote_ip_prefix\":\"::/0\" | SecurityGroupRuleParameterConflict",
                "\"ethertype\":null | SecurityGroupRuleInvalidEtherType",
                "\"ethertype\":\"IPv5\" | SecurityGroupRuleInvalidEtherType",
                "\"protocol\":\"ipv6-icmp\" | SecurityGroupEthertypeConflictWithProtocol",
                "\"protocol\":256 | SecurityGroupRuleInvalidProtocol",
                "\"protocol\":\"sctp\",\"port_range_min\":9,\"port_range_max\":6 | SecurityGroupInvalidPortRange",
                "\"protocol\":\"6\",\"port_range_min\":9 | SecurityGroupInvalidPortRange",
                "\"protocol\":\"tcp\",\"port_range_min\":0,\"port_range_max\":6 | SecurityGroupInvalidPortValue",
                "\"protocol\":\"tcp\",\"port_range_min\":1,\"port_range_max\":65536 | SecurityGroupInvalidPortValue",
                "\"protocol\":\"gre\",\"port_range_min\":8,\"port_range_max\":9 | SecurityGroupInvalidProtocolForPort",
                "\"protocol\":\"icmp\",\"port_range_min\":300 | SecurityGroupInvalidIcmpValue",
                "\"protocol\":\"icmp\",\"port_range_max\":0 | SecurityGroupMissingIcmpType",
                "\"port_range_min\":5 | SecurityGroupProtocolRequiredWithPorts",
                "\"remote_ip_prefix\":\"10.1.2.3/99\" | InvalidCIDR",
                "\"remote_ip_prefix\":\"10.1.2.300\" | InvalidCIDR",
                "\"remote_ip_prefix\":\"10.0.0.0/8\",\"remote_group_id\":\"{group}\" | SecurityGroupMultipleRemoteEntites",
                "\"remote_group_id\":\"00000000-0000-0000-0000-000000000000\" | SecurityGroupNotFound",
                "\"id\":\"x\" | HTTPBadRequest"
            })
    void a_rule_that_cannot_be_is_refused(String fields, String type) {
        assertThat(type(rule(fields))).isEqualTo(type);
    }

    @Test
    void a_rule_is_told_as_neutron_understands_it() {
        JsonNode one =
                rule("\"remote_ip_prefix\":\"10.1.2.3\",\"ethertype\":\"ipv4\"").json();
        assertThat(one.at("/security_group_rule/remote_ip_prefix").asText()).isEqualTo("10.1.2.3/32");
        assertThat(one.at("/security_group_rule/ethertype").asText()).isEqualTo("IPv4");

        JsonNode many = rule("\"remote_ip_prefix\":\"10.1.2.3/20\"").json();
        assertThat(many.at("/security_group_rule/remote_ip_prefix").asText()).isEqualTo("10.1.2.3/20");
        assertThat(many.at("/security_group_rule/normalized_cidr").asText()).isEqualTo("10.1.0.0/20");

        JsonNode all = rule("\"protocol\":\"TCP\",\"port_range_min\":1,\"port_range_max\":65535")
                .json();
        assertThat(all.at("/security_group_rule/protocol").asText()).isEqualTo("tcp");
        assertThat(all.at("/security_group_rule/port_range_min").isNull()).isTrue();
    }

    @Test
    void everything_from_everywhere_is_one_rule() {
        assertThat(rule("\"remote_ip_prefix\":\"0.0.0.0/0\"").status()).isEqualTo(201);
        assertThat(type(rule("\"description\":\"again\""))).isEqualTo("SecurityGroupRuleExists");
    }

    @Test
    void a_group_keeps_whether_it_remembers_connections_and_is_never_called_default() {
        assertThat(group("{\"stateful\":false}").at("/security_group/stateful").asBoolean(true))
                .isFalse();
        assertThat(group("{\"name\":\"default\"}").at("/NeutronError/type").asText())
                .isEqualTo("SecurityGroupDefaultAlreadyExists");
    }

    private JsonNode group(String change) {
        return demo.play("PUT network /v2.0/security-groups/{group} {\"security_group\":" + change + "}")
                .json();
    }

    private Client.Reply rule(String fields) {
        return demo.play("POST network /v2.0/security-group-rules {\"security_group_rule\":{\"security_group_id\":"
                + "\"{group}\",\"direction\":\"ingress\"," + fields + "}}");
    }

    private static String type(Client.Reply reply) {
        return reply.json().at("/NeutronError/type").asText();
    }

    private static String message(Client.Reply reply) {
        return reply.json().at("/NeutronError/message").asText();
    }
}
