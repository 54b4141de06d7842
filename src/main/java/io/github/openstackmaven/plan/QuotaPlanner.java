package io.github.openstackmaven.plan;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Limits;
import io.github.openstackmaven.network.NetworkQuota;
import io.github.openstackmaven.volume.VolumeLimits;
import java.util.concurrent.Executor;

/** Reads the quotas of what servers ask for, as far as the cloud tells them. */
final class QuotaPlanner {
    private final LookUp<Limits> compute;
    private final LookUp<NetworkQuota> network;
    private final LookUp<VolumeLimits> volume;
    private final boolean hasNetworks;

    QuotaPlanner(Cloud cloud, Executor executor) {
        this.compute = LookUp.helpful(executor, () -> cloud.compute().limits(), Limits.unknown());
        this.network = LookUp.helpful(
                executor,
                () -> cloud.projectId()
                        .flatMap(project -> cloud.network().quota(project))
                        .orElse(NetworkQuota.unknown()),
                NetworkQuota.unknown());
        this.volume = LookUp.helpful(executor, () -> cloud.volume().limits(), VolumeLimits.unknown());
        this.hasNetworks = cloud.hasNetworks();
    }

    void ask(ServerSpec spec) {
        compute.ask();
        if (hasNetworks && asksOfNeutron(spec)) network.ask();
        if (spec.allVolumes().anyMatch(one -> one.toBeMade().isPresent())) volume.ask();
    }

    private static boolean asksOfNeutron(ServerSpec spec) {
        boolean onlyPortsOfTheUsers = spec.networks() instanceof NetworksSpec.Listed listed
                && listed.nics().stream().allMatch(nic -> nic.port().isPresent());
        return !(spec.networks() instanceof NetworksSpec.None || onlyPortsOfTheUsers)
                || spec.access().floatingIp().isPresent();
    }

    /**
     * What a launch takes of the project's quotas, as far as the cloud tells them.
     *
     * @param freed what is given back before any of them is made
     */
    Quota quota(Recipe recipe, Costs freed) {
        Limits nova = compute.answer().orElseThrow();
        return Quota.of(recipe.costs(), freed, nova, network.answer(), volume.answer())
                .withMembers(recipe, nova);
    }
}
