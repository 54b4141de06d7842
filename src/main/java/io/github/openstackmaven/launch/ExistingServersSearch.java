package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.plan.Costs;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.QuotaResource;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.volume.Volume;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for servers that are there already, before any are planned: what they hold is not in the way of those that take
 * their place.
 *
 * @param candidates finds what goes with a server
 */
public record ExistingServersSearch(Cloud cloud, DeletionCandidates candidates) {
    /**
     * Those there are; nothing is looked for where it would not matter.
     *
     * @param project whose servers may be taken or deleted: groupId:artifactId
     * @throws OpenStackException when the cloud refuses
     */
    public ExistingServers of(IfExists policy, String project, List<ServerSpec> specs) {
        if (policy == IfExists.CREATE) return ExistingServers.ignored();
        ExistingServers found =
                ExistingServers.of(policy, project, cloud.compute().named(names(specs)));
        return policy == IfExists.REPLACE ? dooming(found, specs) : found;
    }

    private static Set<String> names(List<ServerSpec> specs) {
        return specs.stream().map(ServerSpec::name).collect(Collectors.toSet());
    }

    private ExistingServers dooming(ExistingServers found, List<ServerSpec> specs) {
        List<Server> replaced = found.ours(specs);
        List<Resource> all =
                candidates.servers(replaced.stream().map(Server::id).toList());
        return found.dooming(all, freed(all, portsOfNova(replaced, specs)));
    }

    private Costs freed(List<Resource> all, int portsOfNova) {
        return Costs.of(QuotaResource.SERVER_GROUPS, count(all, ResourceType.SERVER_GROUP))
                .and(QuotaResource.PORTS, count(all, ResourceType.PORT) + portsOfNova)
                .and(QuotaResource.FLOATING_IPS, count(all, ResourceType.FLOATING_IP))
                .and(QuotaResource.SECURITY_GROUPS, count(all, ResourceType.SECURITY_GROUP))
                .and(
                        QuotaResource.SECURITY_GROUP_RULES,
                        those(all, ResourceType.SECURITY_GROUP)
                                .flatMap(id -> cloud.securityGroups().byId(id).stream())
                                .mapToInt(group -> group.rules().size())
                                .sum())
                .and(QuotaResource.VOLUMES, count(all, ResourceType.VOLUME))
                .and(
                        QuotaResource.GIGABYTES,
                        those(all, ResourceType.VOLUME)
                                .flatMap(id -> cloud.volume().byId(id).stream())
                                .mapToInt(Volume::size)
                                .sum());
    }

    private static int count(List<Resource> all, ResourceType kind) {
        return (int) those(all, kind).count();
    }

    // Nova gives its own ports no name; a user's that is asked for again stays.
    private int portsOfNova(List<Server> replaced, List<ServerSpec> specs) {
        if (!cloud.hasNetworks()) return 0;
        Set<String> named = specs.stream()
                .flatMap(ExistingServersSearch::nics)
                .flatMap(nic -> nic.port().stream())
                .collect(Collectors.toSet());
        return (int) replaced.stream()
                .flatMap(server -> cloud.ports().byDevice(server.id()).stream())
                .filter(port -> port.name().isEmpty() && !named.contains(port.id()) && !isMarked(port))
                .count();
    }

    private static Stream<NetworksSpec.Nic> nics(ServerSpec spec) {
        return spec.networks() instanceof NetworksSpec.Listed listed ? listed.nics().stream() : Stream.empty();
    }

    private static boolean isMarked(Port port) {
        return Mark.inDescription(port.description()).isPresent();
    }

    private static Stream<String> those(List<Resource> all, ResourceType kind) {
        return all.stream().filter(one -> one.kind() == kind).map(Resource::id);
    }
}
