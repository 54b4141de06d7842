package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Keypair;
import io.github.openstackmaven.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves who gets at servers: security groups, keys, floating IPs. */
final class AccessPlanner {
    private final Cloud cloud;
    private final LookUps<String, Network> networks;
    private final LookUps<String, String> groups;
    private final LookUps<String, Keypair> keypairs;
    private final LookUp<Network> onlyExternal;

    AccessPlanner(Cloud cloud, Executor executor, LookUps<String, Network> networks) {
        this.cloud = cloud;
        this.networks = networks;
        this.groups = new LookUps<>(executor, name -> new SecurityGroupChooser(cloud).choose(name));
        this.keypairs = new LookUps<>(executor, name -> new KeyPairChooser(cloud.keypairs()).choose(name));
        this.onlyExternal =
                new LookUp<>(executor, () -> new NetworkChooser(cloud.network(), cloud.projectId()).onlyExternal());
    }

    void ask(ServerSpec spec) {
        AccessSpec access = spec.access();
        groupNames(access).forEach(groups::ask);
        remoteGroups(access).forEach(groups::ask);
        if (access.key() instanceof KeySpec.Existing key) keypairs.ask(key.name());
        if (access.floatingIp().isPresent()) {
            external(access.floatingIp().get()).ifPresentOrElse(networks::ask, onlyExternal::ask);
        }
    }

    /**
     * The access to a server that was asked for.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, or there is no interface for a floating IP,
     *     ingress rules or security groups
     */
    PlannedAccess planned(ServerSpec spec, PlannedNetworks on) {
        AccessSpec access = spec.access();
        if (access.floatingIp().isPresent()) checkReachable(spec, on);
        if (!access.ingress().isEmpty()) checkGuarded(spec, "<ingress> rules", on);
        if (!access.securityGroups().isEmpty()) checkGuarded(spec, "<securityGroups>", on);
        if (access.key() instanceof KeySpec.Existing key) keypairs.answer(key.name());
        return new PlannedAccess(
                groupNames(access).stream().map(groups::answer).distinct().toList(),
                access.ingress(),
                remoteGroups(access).distinct().collect(Collectors.toMap(Function.identity(), groups::answer)),
                access.key(),
                access.floatingIp().map(this::floating),
                access.ipv6First());
    }

    // Naming any group takes away the default one, so with a group for ingress rules alone it is named as well.
    private static List<String> groupNames(AccessSpec access) {
        return access.securityGroups().isEmpty() && !access.ingress().isEmpty()
                ? List.of(SecurityGroupChooser.DEFAULT)
                : access.securityGroups();
    }

    private static Stream<String> remoteGroups(AccessSpec access) {
        return access.ingress().stream()
                .map(IngressRule::from)
                .flatMap(from -> from.match(
                        anywhere -> Stream.empty(), block -> Stream.empty(), group -> Stream.of(group.name())));
    }

    private Optional<String> external(FloatingIpSpec wanted) {
        return wanted.network().or(cloud::floatingNetwork);
    }

    private Network floating(FloatingIpSpec wanted) {
        Network network =
                external(wanted).map(networks::answer).or(onlyExternal::answer).orElseThrow();
        if (network.external()) return network;
        throw new OpenStackException(
                "Network '" + network.name() + "' has no floating IPs: it is not external",
                "Name an external one in <floatingIp>, or set it to true for the only one there is.");
    }

    private static void checkReachable(ServerSpec spec, PlannedNetworks on) {
        if (!isNone(on)) return;
        throw new OpenStackException(
                "Server '" + spec.name() + "' has a <floatingIp> and no network it could lead to",
                "Leave <floatingIp> out, or set <networks> to something else than none.");
    }

    // Nova gives groups to the ports that it makes, and to no other.
    private static void checkGuarded(ServerSpec spec, String element, PlannedNetworks on) {
        if (isNone(on)) {
            throw new OpenStackException(
                    "Server '" + spec.name() + "' has " + element + " and no network anything could come in from",
                    "Leave that out, or set <networks> to something else than none.");
        }
        boolean onlyTheUsersPorts =
                !on.nics().isEmpty() && on.nics().stream().allMatch(PlannedNetworks.OnPort.class::isInstance);
        if (onlyTheUsersPorts) {
            throw new OpenStackException(
                    "Server '" + spec.name() + "' has " + element
                            + ", and only ports that have security groups already",
                    "Say it of the ports' own groups, or name the network instead of a <port>.");
        }
    }

    private static boolean isNone(PlannedNetworks on) {
        return on instanceof PlannedNetworks.Allocated allocated
                && allocated.word().equals("none");
    }
}
