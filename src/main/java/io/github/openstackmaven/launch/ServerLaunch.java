package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.compute.CreatedServer;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.Bindings;
import io.github.openstackmaven.plan.Create;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.NewServers;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Creates a planned server and waits until it is ACTIVE, or has another status that is asked for; what goes to ERROR is
 * tried again in another zone, or at all.
 */
final class ServerLaunch {
    private final Servers servers;
    private final Function<String, Optional<Server>> look;
    private final Function<Flavor, Map<String, String>> extraSpecs;
    private final JournaledCreates creates;
    private final ServerCreates together;
    private final Rollback rollback;
    private final LaunchState state;
    private final int attempts;

    /**
     * A launch of single servers.
     *
     * @param look how one is looked at that is waited for, as often as it is time to
     * @param extraSpecs what a flavor asks of a host beside its size; asked for when there was no such host
     * @param attempts how often each is tried that goes to ERROR
     */
    ServerLaunch(
            Servers servers,
            Function<String, Optional<Server>> look,
            Function<Flavor, Map<String, String>> extraSpecs,
            JournaledCreates creates,
            ServerCreates together,
            Rollback rollback,
            LaunchState state,
            int attempts) {
        this.servers = servers;
        this.look = look;
        this.extraSpecs = extraSpecs;
        this.creates = creates;
        this.together = together;
        this.rollback = rollback;
        this.state = state;
        this.attempts = attempts;
    }

    /** A server that is ACTIVE, as a rule, and the password that Nova told at its create. */
    record Active(Server server, Optional<Secret> adminPassword) {}

    /** Makes anew what went with the server of the last attempt, or was made for its zone. */
    @FunctionalInterface
    interface Renewal {
        /**
         * What another attempt needs.
         *
         * @param used the ids of what the last one had
         * @param last the zone of that one
         * @param next the zone of the other
         */
        Map<Create, String> renewed(
                NewServer server, Map<Create, String> used, Optional<String> last, Optional<String> next);
    }

    /**
     * Creates several servers, in the first of their zones that Nova takes them for.
     *
     * @param made the ids of what was made for them
     * @return each by its name
     * @throws OpenStackException when Nova refuses
     */
    Map<String, CreatedServer> create(NewServers servers, Map<Create, String> made) {
        PlannedServer plan = servers.first().plan();
        Bindings bindings = Bindings.of(made, UnaryOperator.identity());
        Iterator<Optional<String>> zones = plan.zones().iterator();
        while (true) {
            Optional<String> zone = zones.next();
            try {
                return explained(
                        plan,
                        () -> together.make(
                                servers, marking -> this.servers.create(servers.request(bindings, marking, zone))));
            } catch (HttpStatusException e) {
                if (!isOfZone(e) || !zones.hasNext()) throw e;
                state.tell(new LaunchEvent.Retried(plan.name(), 1, e.getMessage()));
            }
        }
    }

    /**
     * Creates the server and returns it as it is then. One that failed for good is left to the rollback.
     *
     * @param there the server's first attempt, where it was made together with others
     * @param first the ids of what was made for it
     * @param renewal makes anew what another attempt needs
     * @param references fills in what user data says of other servers
     * @throws OpenStackException when Nova refuses, the server goes to ERROR or vanishes, or time runs out
     */
    Active launch(
            NewServer server,
            Optional<CreatedServer> there,
            Map<Create, String> first,
            Renewal renewal,
            UnaryOperator<String> references) {
        PlannedServer plan = server.plan();
        Map<Create, String> made = first;
        Iterator<Optional<String>> zones = plan.zones().iterator();
        Optional<CreatedServer> created = there;
        int attempt = 1;
        Optional<String> zone = zones.next();
        while (true) {
            Bindings bindings = Bindings.of(made, references);
            Optional<String> here = zone;
            try {
                if (created.isEmpty()) created = Optional.of(create(server, bindings, here));
                CreatedServer one = created.get();
                return new Active(awaited(plan, one.id()), one.adminPass());
            } catch (FailedServerException | HttpStatusException e) {
                boolean elsewhere = isOfZone(e) && zones.hasNext();
                boolean again = e instanceof FailedServerException && attempt < attempts;
                if ((!elsewhere && !again) || !rolledBack(created, e)) throw e;
                created = Optional.empty();
                if (!elsewhere) {
                    attempt++;
                    zones = plan.zones().iterator();
                }
                state.tell(new LaunchEvent.Retried(plan.name(), attempt, e.getMessage()));
                zone = zones.next();
                made = renewal.renewed(server, made, here, zone);
            }
        }
    }

    private CreatedServer create(NewServer server, Bindings bindings, Optional<String> zone) {
        return explained(
                server.plan(),
                () -> creates.make(PendingCreate.of(
                        server,
                        server.name(),
                        marking -> servers.create(server.request(bindings, marking, zone)),
                        CreatedServer::id,
                        id -> new CreatedServer(id, Optional.empty()))));
    }

    // A zone whose hosts are all out of service Nova takes nothing for.
    private static boolean isOfZone(OpenStackException failure) {
        if (failure instanceof FailedServerException failed) return failed.hostless();
        return failure instanceof HttpStatusException refusal
                && refusal.words().contains("availability zone is not available");
    }

    private static <T> T explained(PlannedServer plan, Supplier<T> create) {
        try {
            return create.get();
        } catch (HttpStatusException e) {
            throw plan.bootsWithoutDisk() && e.words().contains("volume-backed") ? diskless(plan, e) : e;
        }
    }

    private static OpenStackException diskless(PlannedServer plan, HttpStatusException refusal) {
        return new OpenStackException(
                refusal.getMessage(),
                "Flavor " + plan.flavor().name()
                        + " has no disk of its own: give the server a <bootVolume>, or choose a"
                        + " flavor with a disk.",
                refusal);
    }

    private boolean rolledBack(Optional<CreatedServer> server, RuntimeException failure) {
        List<String> ids = server.stream().map(CreatedServer::id).toList();
        List<?> left = rollback.delete(creates.made(ResourceType.SERVER, ids));
        left.forEach(
                one -> failure.addSuppressed(new OpenStackException("Not deleted: " + one, "Run openstack:delete.")));
        return left.isEmpty();
    }

    private Server awaited(PlannedServer plan, String id) {
        String wanted = plan.spec().waitFor().status();
        String[] last = {""};
        String subject = "Server '" + plan.name() + "' (" + id + ")";
        return new LaunchWait(state, plan.name(), subject, id, wanted, wanted).until(() -> {
            Optional<Server> found = look.apply(id);
            if (found.isEmpty()) return LaunchWait.gone(subject, "while it was built");
            Server server = found.get();
            if (!server.status().equals(last[0])) {
                last[0] = server.status();
                state.tell(new LaunchEvent.StatusChanged(plan.name(), id, last[0], state.elapsed()));
            }
            if (last[0].equals("ERROR")) throw failed(subject, server, plan);
            return last[0].equals(wanted)
                    ? Poll.Look.done(server)
                    : Poll.Look.<Server>notYet(seen(server)).again(Duration.ZERO);
        });
    }

    private FailedServerException failed(String subject, Server server, PlannedServer plan) {
        String fault = server.fault()
                .map(Server.Fault::message)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse("the cloud gives no fault");
        return new FailedServerException(subject, fault, plan, this::extraSpecs);
    }

    // They only help: where they are not shown, or no longer, the fault is told without.
    private Map<String, String> extraSpecs(Flavor flavor) {
        if (!flavor.extraSpecs().isEmpty()) return flavor.extraSpecs();
        try {
            return extraSpecs.apply(flavor);
        } catch (OpenStackException e) {
            return Map.of();
        }
    }

    private static String seen(Server server) {
        return server.status()
                + server.taskState().map(state -> ", task " + state).orElse("");
    }
}
