package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.MicroversionRange;
import io.github.openstackmaven.identity.ServiceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the elements of a server need of a cloud. */
class RequirementTest {
    private static final Offer SILENT = new Offer(Optional.empty(), Optional.empty(), Map.of());

    @Test
    void an_element_that_not_every_cloud_has_is_told_with_what_it_needs_and_what_there_is() {
        assertThat(lacks(PlannedServers.full().spec(), nova(51)))
                .containsExactly(
                        "<tags> needs microversion 2.52 of Nova, which has 2.1 to 2.51",
                        "<hostname> needs microversion 2.90 of Nova, which has 2.1 to 2.51");
        assertThat(lacks(PlannedServers.full().spec(), new Offer(Optional.empty(), Optional.of(Set.of()), Map.of())))
                .containsExactly(
                        "<securityGroups> needs extension 'security-group' of Neutron, which has none of that name",
                        "<ingress> needs extension 'security-group' of Neutron, which has none of that name",
                        "<floatingIp> needs extension 'router' of Neutron, which has none of that name");
        assertThat(lacks(PlannedServers.full().spec(), without(ServiceType.NETWORK)))
                .containsExactly(
                        "<networks> needs the network service: none there",
                        "<securityGroups> needs the network service: none there",
                        "<ingress> needs the network service: none there",
                        "<floatingIp> needs the network service: none there");
    }

    @Test
    void a_group_with_a_wish_needs_more_than_one_with_a_condition() {
        assertThat(lacks(in(ServerGroupPolicy.SOFT_ANTI_AFFINITY), nova(14)))
                .containsExactly(
                        "<serverGroup> soft-anti-affinity needs microversion 2.15 of Nova, which has 2.1 to 2.14");
        assertThat(lacks(in(ServerGroupPolicy.ANTI_AFFINITY), nova(14))).isEmpty();
    }

    @Test
    void a_word_for_the_networks_is_younger_than_their_names() {
        ServerSpec auto = networks(new NetworksSpec.Auto());

        assertThat(lacks(auto, nova(36)))
                .containsExactly("<networks> auto needs microversion 2.37 of Nova, which has 2.1 to 2.36");
        assertThat(lacks(auto, new Offer(Optional.empty(), Optional.of(Set.of("router")), Map.of())))
                .containsExactly("<networks> auto needs extension 'auto-allocated-topology' of Neutron, which has none"
                        + " of that name");
        assertThat(lacks(networks(new NetworksSpec.None()), nova(36)))
                .containsExactly("<networks> none needs microversion 2.37 of Nova, which has 2.1 to 2.36");
        assertThat(lacks(networks(new NetworksSpec.None()), without(ServiceType.NETWORK)))
                .isEmpty();
    }

    @Test
    void volumes_need_the_service_that_has_them() {
        ServerSpec plain = PlannedServers.plain().spec();
        VolumeSpec data = new VolumeSpec.Existing("data");

        assertThat(lacks(plain.toBuilder().volumes(List.of(data)).build(), without(ServiceType.BLOCK_STORAGE)))
                .containsExactly("<volumes> needs the block-storage service: none there");
        assertThat(lacks(
                        plain.toBuilder().boot(new BootSpec.OnVolume(data)).build(),
                        without(ServiceType.BLOCK_STORAGE)))
                .containsExactly("<bootVolume> needs the block-storage service: none there");
    }

    @Test
    void what_a_cloud_does_not_tell_is_no_reason_to_refuse_a_launch() {
        assertThat(lacks(PlannedServers.full().spec(), SILENT)).isEmpty();
    }

    @Test
    void a_plain_server_needs_nothing_but_its_network() {
        assertThat(Requirement.of(PlannedServers.plain().spec())).containsExactly(Requirement.NETWORKS);
    }

    private static Stream<String> lacks(ServerSpec server, Offer offer) {
        return Requirement.of(server).flatMap(one -> one.lacks(offer));
    }

    private static Offer nova(int newest) {
        MicroversionRange range = new MicroversionRange(new Microversion(2, 1), new Microversion(2, newest));
        return new Offer(Optional.of(range), Optional.empty(), Map.of());
    }

    private static Offer without(ServiceType type) {
        return new Offer(Optional.empty(), Optional.empty(), Map.of(type, new OpenStackException("none there", "")));
    }

    private static ServerSpec networks(NetworksSpec networks) {
        return PlannedServers.plain().spec().toBuilder().networks(networks).build();
    }

    private static ServerSpec in(ServerGroupPolicy policy) {
        return PlannedServers.plain().spec().toBuilder()
                .serverGroup(Optional.of(new ServerGroupSpec("apart", policy)))
                .build();
    }
}
