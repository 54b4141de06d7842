package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageUsers;
import io.github.openstackmaven.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Resolves every name of the servers asked for, all look-ups side by side, each sent only when a server needs
 * it, and once for all that need the same.
 */
public final class Planner {
    private final Cloud cloud;
    private final Executor executor;
    private final List<Image> prepared;

    /**
     * A planner for a cloud.
     *
     * @param executor runs the look-ups
     */
    public Planner(Cloud cloud, Executor executor) {
        this(cloud, executor, List.of());
    }

    /**
     * A planner of servers whose images were just prepared.
     *
     * @param prepared is there, whatever a list shows
     */
    public Planner(Cloud cloud, Executor executor, List<Image> prepared) {
        this.cloud = cloud;
        this.executor = executor;
        this.prepared = List.copyOf(prepared);
    }

    /**
     * Resolves the servers' names.
     *
     * @throws OpenStackException when a name is unknown or ambiguous, something can't be used as it is asked for, or the
     *     servers don't fit the project's quota
     */
    public Plan plan(List<ServerSpec> specs) {
        return plan(specs, EarlierServers.none());
    }

    /**
     * What these servers' images are to be prepared by, each once, and what there is of it; only what they boot from and their
     * flavors are looked up.
     *
     * @throws OpenStackException when one of these is unknown or ambiguous, or there is no image to prepare
     */
    public List<PlannedPreparation> preparations(List<ServerSpec> specs) {
        StoragePlanner storage = new StoragePlanner(cloud, executor, EarlierServers.none(), prepared);
        BootPlanner boots = new BootPlanner(cloud, executor, storage, specs);
        specs.forEach(boots::ask);
        return PlannedPreparation.distinct(specs.stream().flatMap(spec -> boots.planned(spec).preparation().stream()));
    }

    /**
     * Resolves the servers' names.
     *
     * @param earlier are there already: who is reused asks for nothing, and who is replaced gives back what it has
     * @throws OpenStackException when a name is unknown or ambiguous, something can't be used as it is asked for, or the
     *     servers to be made don't fit the project's quota
     */
    public Plan plan(List<ServerSpec> described, EarlierServers earlier) {
        List<ServerSpec> specs = new DescribedServers(described).resolved().all();
        Requirements requirements = new Requirements(cloud, executor, toBeMade(specs, earlier));
        requirements.ask();
        StoragePlanner storage = new StoragePlanner(cloud, executor, earlier, prepared);
        Round round = new Round(cloud, executor, earlier, specs, storage);
        specs.forEach(round::ask);
        requirements.check();
        List<PlannedServer> servers =
                requirements.explaining(() -> specs.stream().map(round::planned).toList());
        new Conflicts(servers).check();
        servers.forEach(Planner::checkLogin);
        List<PlannedServer> made =
                servers.stream().filter(server -> !earlier.reuse(server.name())).toList();
        new PortSecurity(made).check();
        Recipe recipe = Recipe.of(made);
        Quota quota = round.quota(recipe);
        quota.check();
        return new Plan(servers, recipe, quota);
    }

    private static List<ServerSpec> toBeMade(List<ServerSpec> specs, EarlierServers earlier) {
        return specs.stream().filter(spec -> !earlier.reuse(spec.name())).toList();
    }

    private static void checkLogin(PlannedServer server) {
        if (!server.spec().waitFor().needsLogin() || server.loginUser().isPresent()) return;
        ImageUsers users = server.boot().image().map(ImageUsers::of).orElseGet(ImageUsers::unknown);
        throw new OpenStackException(
                "<waitFor> logs in to server '" + server.name() + "', and as whom is not known",
                users.unsaid() + ": set <ssh>" + users.usual().orElse("USER") + "</ssh> in <waitFor>.");
    }

    /** The look-ups of one plan: all are asked before the first answer is waited for. */
    private static final class Round {
        private final EarlierServers earlier;
        private final Supplier<ComputeClient> compute;
        private final BootPlanner boots;
        private final StoragePlanner storage;
        private final NetworkPlanner networks;
        private final AccessPlanner access;
        private final ServerGroupPlanner groups;
        private final ZonePlanner zones;
        private final QuotaPlanner quotas;

        Round(Cloud cloud, Executor executor, EarlierServers earlier, List<ServerSpec> specs, StoragePlanner storage) {
            this.earlier = earlier;
            this.compute = cloud::compute;
            LookUps<String, Network> named = new LookUps<>(
                    executor, name -> new NetworkChooser(cloud.network(), cloud.projectId()).choose(name));
            this.boots = new BootPlanner(cloud, executor, storage, specs);
            this.storage = storage;
            this.networks = new NetworkPlanner(cloud, executor, named, earlier);
            this.access = new AccessPlanner(cloud, executor, named);
            this.groups = new ServerGroupPlanner(cloud, executor);
            this.zones = new ZonePlanner(cloud, executor);
            this.quotas = new QuotaPlanner(cloud, executor);
        }

        void ask(ServerSpec spec) {
            boots.ask(spec);
            storage.askForVolumes(spec);
            networks.ask(spec);
            access.ask(spec);
            groups.ask(spec);
            zones.ask(spec);
            quotas.ask(spec);
        }

        Quota quota(Recipe recipe) {
            return quotas.quota(recipe, earlier.freed(boots::flavor));
        }

        PlannedServer planned(ServerSpec spec) {
            spec.options().userData().ifPresent(UserData::check);
            if (!earlier.reuse(spec.name())) zones.check(spec);
            BootPlanner.Booted booted = boots.planned(spec);
            PlannedNetworks on = networks.planned(spec);
            return told(new PlannedServer(
                    spec,
                    booted.boot(),
                    booted.flavor(),
                    on,
                    access.planned(spec, on),
                    groups.planned(spec),
                    storage.volumes(spec),
                    booted.preparation()));
        }

        private PlannedServer told(PlannedServer server) {
            if (!(server.networks() instanceof PlannedNetworks.Unsaid)) return server;
            ServerCreate create =
                    new NewServer(server, Optional.empty()).unmarked().server();
            return compute.get().demandsNetworks(create) ? server.on(new PlannedNetworks.Allocated("auto")) : server;
        }
    }
}
