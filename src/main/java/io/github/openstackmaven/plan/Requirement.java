package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.ServerFeature;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.identity.ServiceType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The elements of a server that not every cloud can give, and what each needs: the one register of them. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates have no state
enum Requirement {
    DESCRIPTION("<description>", server -> server.options().description().isPresent(), nova(ServerFeature.DESCRIPTION)),
    TAGS("<tags>", server -> !server.options().tags().isEmpty(), nova(ServerFeature.TAGS)),
    HOSTNAME(
            "<hostname>",
            server -> hostname(server, name -> !ServerFeature.hasDomain(name)),
            nova(ServerFeature.HOSTNAME)),
    DOMAIN(
            "<hostname> with a domain",
            server -> hostname(server, ServerFeature::hasDomain),
            nova(ServerFeature.DOMAIN)),
    SOFT_AFFINITY("<serverGroup> soft-affinity", in(ServerGroupPolicy.SOFT_AFFINITY), soft()),
    SOFT_ANTI_AFFINITY("<serverGroup> soft-anti-affinity", in(ServerGroupPolicy.SOFT_ANTI_AFFINITY), soft()),
    NETWORKS("<networks>", Requirement::namesNetworks, service(ServiceType.NETWORK)),
    NETWORK_TAG("<tag> of a network", Requirement::tagsNetworks, nova(ServerFeature.INTERFACE_TAG)),
    AUTO(
            "<networks> auto",
            Requirement::wantsNetworksMade,
            nova(ServerFeature.ALLOCATION),
            service(ServiceType.NETWORK),
            extension("auto-allocated-topology", false)),
    NONE("<networks> none", Requirement::wantsNoNetwork, nova(ServerFeature.ALLOCATION)),
    SECURITY_GROUPS(
            "<securityGroups>",
            server -> !server.access().securityGroups().isEmpty(),
            service(ServiceType.NETWORK),
            extension("security-group", true)),
    INGRESS(
            "<ingress>",
            server -> !server.access().ingress().isEmpty(),
            service(ServiceType.NETWORK),
            extension("security-group", true)),
    FLOATING_IP(
            "<floatingIp>",
            server -> server.access().floatingIp().isPresent(),
            service(ServiceType.NETWORK),
            extension("router", false)),
    PREPARE("<prepare>", server -> server.prepare().isPresent(), service(ServiceType.IMAGE)),
    BOOT_VOLUME("<bootVolume>", Requirement::bootsFromVolume, service(ServiceType.BLOCK_STORAGE)),
    VOLUMES("<volumes>", server -> !server.volumes().isEmpty(), service(ServiceType.BLOCK_STORAGE));

    private final String element;
    private final Predicate<ServerSpec> asked;
    private final List<Need> needs;

    Requirement(String element, Predicate<ServerSpec> asked, Need... needs) {
        this.element = element;
        this.asked = asked;
        this.needs = List.of(needs);
    }

    /** Those of a server. */
    static Stream<Requirement> of(ServerSpec server) {
        return Arrays.stream(values()).filter(one -> one.asked.test(server));
    }

    /** All of these must be there. */
    List<Need> needs() {
        return needs;
    }

    /** What a cloud lacks of it, each with the element: {@code <tags> needs microversion 2.52 of Nova, which has 2.1 to 2.51}. */
    Stream<String> lacks(Offer offer) {
        return needs.stream().flatMap(need -> need.lack(offer).stream()).map(lack -> element + " needs " + lack);
    }

    /** The element, as it is written in messages. */
    @Override
    public String toString() {
        return element;
    }

    private static Need nova(ServerFeature feature) {
        return new Need.Nova(feature.since());
    }

    private static Need soft() {
        return new Need.Nova(ServerGroupPolicy.SOFT_AFFINITY.since());
    }

    private static Need service(ServiceType type) {
        return new Need.Service(type);
    }

    private static Need extension(String alias, boolean shown) {
        return new Need.Extension(alias, shown);
    }

    private static Predicate<ServerSpec> in(ServerGroupPolicy policy) {
        return server ->
                server.serverGroup().filter(group -> group.policy() == policy).isPresent();
    }

    private static boolean hostname(ServerSpec server, Predicate<String> kind) {
        return server.options().hostname().filter(kind).isPresent();
    }

    private static boolean namesNetworks(ServerSpec server) {
        return server.networks() instanceof NetworksSpec.Listed || server.networks() instanceof NetworksSpec.Beside;
    }

    private static boolean wantsNetworksMade(ServerSpec server) {
        return server.networks() instanceof NetworksSpec.Auto;
    }

    private static boolean wantsNoNetwork(ServerSpec server) {
        return server.networks() instanceof NetworksSpec.None;
    }

    private static boolean bootsFromVolume(ServerSpec server) {
        return server.boot() instanceof BootSpec.OnVolume;
    }

    private static boolean tagsNetworks(ServerSpec server) {
        return server.networks() instanceof NetworksSpec.Listed listed
                && listed.nics().stream().anyMatch(nic -> nic.tag().isPresent());
    }
}
