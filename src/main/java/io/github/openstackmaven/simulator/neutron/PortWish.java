package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Network;
import io.github.openstackmaven.simulator.state.Port;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a body wants of a port, read as Neutron reads it and refused where it is not the caller's to want. */
record PortWish(JsonNode asked) {
    private static final String PAIRS = "allowed_address_pairs";
    private static final String OPTIONS = "extra_dhcp_opts";
    private static final String VNIC_TYPE = "binding:vnic_type";
    private static final String SECURITY = "port_security_enabled";
    private static final Set<String> VNIC_TYPES = Set.of(
            "normal", "direct", "macvtap", "baremetal", "direct-physical", "virtio-forwarder", "smart-nic", "vdpa");

    /** Whether Neutron keeps an eye on what goes through, if that is said. */
    boolean secured(boolean otherwise) {
        return NeutronBody.yes(asked, SECURITY, otherwise && !isOfNetwork());
    }

    private boolean isOfNetwork() {
        return asked.path("device_owner").asText("").startsWith("network:");
    }

    /** Refuses what is not of the form it should have. */
    void check() {
        mac();
        pairs();
        options();
        address();
        groups();
        if (asked.has(VNIC_TYPE) && !VNIC_TYPES.contains(asked.get(VNIC_TYPE).asText())) {
            throw NeutronBody.invalid(VNIC_TYPE, asked.get(VNIC_TYPE).asText() + " is not in valid_values.");
        }
    }

    /** Refuses what only administrators, and what only owners of the network may say. */
    void authorize(String action, boolean owner) {
        for (String administrators : List.of("binding:host_id", "binding:profile")) {
            if (asked.has(administrators)) throw NeutronBody.disallowed(action, administrators);
        }
        if (asked.has("mac_address") && (!owner || action.equals("update_port"))) {
            throw NeutronBody.disallowed(action, "mac_address");
        }
        if (owner) return;
        if (isOfNetwork()) throw NeutronBody.disallowed(action, "device_owner");
        if (asked.has(SECURITY)) throw NeutronBody.disallowed(action, SECURITY);
        if (address().isPresent()) throw NeutronBody.disallowed(action, "fixed_ips", "ip_address");
        if (!pairs().isEmpty()) throw NeutronBody.disallowed(action, PAIRS, "ip_address");
    }

    Optional<String> mac() {
        Optional<String> mac = JsonTree.text(asked, "mac_address");
        mac.filter(text -> !text.matches("(?i)([0-9a-f]{2}:){5}[0-9a-f]{2}")).ifPresent(text -> {
            throw NeutronBody.invalid("mac_address", "'" + text + "' is not a valid MAC address.");
        });
        return mac;
    }

    /** The first address it is to have. */
    Optional<String> address() {
        JsonNode ips = asked.path("fixed_ips");
        if (ips.isMissingNode() || ips.isNull()) return Optional.empty();
        if (!ips.isArray()) {
            throw NeutronBody.invalid("fixed_ips", "Invalid data format for fixed IP: '" + ips.asText() + "'.");
        }
        ips.forEach(ip -> {
            if (ip.has("subnet_id"))
                NeutronBody.uuid("fixed_ips", ip.get("subnet_id").asText());
            Optional<String> address = JsonTree.text(ip, "ip_address").filter(text -> !NeutronBody.isAddress(text));
            if (address.isPresent()) {
                throw NeutronBody.invalid("fixed_ips", "'" + address.get() + "' is not a valid IP address.");
            }
        });
        return JsonTree.text(ips.path(0), "ip_address");
    }

    /** Refuses addresses of no subnet, and of one there isn't. */
    void checkSubnets(List<Network> networks) {
        asked.path("fixed_ips").forEach(ip -> {
            Optional<String> subnet = JsonTree.text(ip, "subnet_id");
            if (subnet.isEmpty() && !ip.has("ip_address")) {
                throw NeutronBody.operation("IP allocation requires subnet_id or ip_address.");
            }
            subnet.filter(id -> networks.stream()
                            .noneMatch(network -> network.subnet().equals(id)))
                    .ifPresent(id -> {
                        throw Listing.Kind.SUBNET.notFound(id);
                    });
        });
    }

    /** The ids of its security groups, if they are said. */
    Optional<List<String>> groups() {
        if (!asked.has("security_groups")) return Optional.empty();
        JsonNode groups = asked.get("security_groups");
        if (!groups.isArray() && !groups.isNull()) {
            throw NeutronBody.invalid("security_groups", "'" + groups.asText() + "' is not a list.");
        }
        List<String> ids = new ArrayList<>();
        groups.forEach(group -> ids.add(NeutronBody.uuid("security_groups", group.asText())));
        return Optional.of(List.copyOf(ids));
    }

    /** What else it is to be; what is not said is as it was. */
    Port.Traits traits(Port.Traits before, boolean secured) {
        return new Port.Traits(
                asked.path(VNIC_TYPE).asText(before.vnicType()),
                secured,
                asked.has(PAIRS) ? pairs() : before.pairs(),
                asked.has(OPTIONS) ? options() : before.options());
    }

    private List<Port.AddressPair> pairs() {
        JsonNode pairs = asked.path(PAIRS);
        if (!pairs.isMissingNode() && !pairs.isArray()) throw NeutronBody.bad("Allowed address pairs must be a list.");
        List<Port.AddressPair> all = new ArrayList<>();
        for (JsonNode pair : pairs) {
            if (!pair.has("ip_address")) {
                throw new Rejection(400, "AllowedAddressPairsMissingIP", "AllowedAddressPair must contain ip_address");
            }
            String address = pair.get("ip_address").asText();
            if (!NeutronBody.isAddress(address.replaceFirst("/\\d{1,3}$", ""))) {
                throw NeutronBody.bad("'" + address + "' is not a valid IP address");
            }
            pair.properties().stream()
                    .map(entry -> entry.getKey())
                    .filter(name -> !Set.of("ip_address", "mac_address").contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw NeutronBody.bad("Unrecognized attribute(s) '" + name + "'");
                    });
            all.add(new Port.AddressPair(address, JsonTree.text(pair, "mac_address")));
        }
        return List.copyOf(all);
    }

    private List<Port.DhcpOption> options() {
        List<Port.DhcpOption> all = new ArrayList<>();
        for (JsonNode option : asked.path(OPTIONS)) {
            if (!option.has("opt_name") || !option.has("opt_value")) {
                throw NeutronBody.operation("No valid key specs matched for: " + JsonTree.repr(option) + ".");
            }
            all.add(new Port.DhcpOption(
                    option.get("opt_name").asText(), option.get("opt_value").asText()));
        }
        return List.copyOf(all);
    }
}
