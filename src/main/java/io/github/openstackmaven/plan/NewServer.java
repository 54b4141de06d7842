package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.BlockDevice;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.ledger.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server, and what is made for it.
 *
 * @param keypair the launch's ephemeral one, where it is to have that
 * @param securityGroup the one of its ingress rules, and of all servers that have the same
 */
public record NewServer(PlannedServer plan, Optional<NewKeypair> keypair, Optional<NewSecurityGroup> securityGroup)
        implements MarkedCreate {
    /** The metadata key of {@link #digest()}. */
    public static final String SPEC = "maven:spec";

    // 1, which had no prefix, digested other things than requests; 2 the name as well, which is no part of what a
    // server is.
    private static final String DIGEST = "3:";

    /** One that shares its ingress rules with nobody. */
    public NewServer(PlannedServer plan, Optional<NewKeypair> keypair) {
        this(plan, keypair, plan.ingressGroup());
    }

    /** What it shares with others, each after what it needs itself: keypair, server group, ingress rules. */
    public List<Prerequisite> shared() {
        return Stream.of(
                        keypair.stream(),
                        plan.serverGroup().stream().flatMap(group -> group.toBeMade().stream()),
                        securityGroup.stream(),
                        rules().stream())
                .<Prerequisite>flatMap(creates -> creates)
                .toList();
    }

    /** What is made for it alone and before it. */
    public List<Prerequisite> own() {
        return Stream.<Prerequisite>concat(ports().values().stream(), volumes().stream())
                .toList();
    }

    /** The groups that it and the ports made for it are in. */
    SecurityGroups securityGroups() {
        return new SecurityGroups(plan.access().securityGroups(), securityGroup);
    }

    /** The ports that are made for its interfaces, by the interface's index. */
    Map<Integer, NewPort> ports() {
        return plan.ports(securityGroups());
    }

    /** The rules of its security group. */
    public List<NewSecurityGroupRule> rules() {
        return securityGroup.stream()
                .flatMap(group -> plan.access().rules(group).stream())
                .toList();
    }

    /** The volumes that are made, the one it boots from first. */
    public List<PlannedVolume.New> volumes() {
        return plan.disks().flatMap(volume -> volume.toBeMade().stream()).toList();
    }

    /** The floating IP that it is given once it is there. */
    public Optional<NewFloatingIp> floatingIp() {
        return plan.access().floatingNetwork().map(network -> new NewFloatingIp(name(), network));
    }

    /** All that is made of it and for it, in order. */
    public Stream<Create> creates() {
        return Stream.concat(shared().stream(), unshared());
    }

    /** All that is made for it alone, in order, itself among it. */
    Stream<Create> unshared() {
        return Stream.of(own().stream(), Stream.of(this), floatingIp().stream()).flatMap(creates -> creates);
    }

    /**
     * What Nova is asked for.
     *
     * @param zone one of {@link PlannedServer#zones()}
     */
    public ServerRequest request(Bindings bindings, Marking marking, Optional<String> zone) {
        Map<String, String> marks = new HashMap<>(marking.server());
        marks.put(SPEC, digest());
        return CreateBody.of(this, bindings).request(marks, zone);
    }

    /**
     * What it was described by, without whose it is and without secrets: the SHA-256 of all its requests, in hexadecimal
     * digits after a version. Two servers of one digest are alike: their {@link Relations} to others are no part of it, and
     * of a prepared image its preparation is, and not its id.
     */
    public String digest() {
        NewServer described = new NewServer(plan.whicheverImage(), keypair);
        List<PlannedRequest> others = described
                .creates()
                .filter(create -> create != described)
                .map(create -> create.foreseen(Marking.none()))
                .toList();
        return DIGEST + Sha256.of(Json.write(List.of(others, described.unmarked(), plan.zones())));
    }

    /** What Nova is asked for, whoever asks, by whatever name and in whichever zone, as far as that is known before. */
    ServerRequest unmarked() {
        return new CreateBody(this, Bindings.foreseen(), "", Optional.empty()).request(Map.of(), Optional.empty());
    }

    /** Whether only its name tells it from another, as far as its create goes. */
    boolean isLike(NewServer other) {
        return repeats()
                && keypair.equals(other.keypair)
                && securityGroup.equals(other.securityGroup)
                && plan.named(other.name()).unprepared().equals(other.plan.unprepared());
    }

    // Nova makes several of a server without a port, a volume or a hostname of its own; what is told of others is made
    // by itself.
    private boolean repeats() {
        ServerCreate create = unmarked().server();
        return own().isEmpty()
                && plan.references().isEmpty()
                && create.hostname().isEmpty()
                && create.blockDevices().stream().noneMatch(NewServer::isVolume)
                && create.networks().stream()
                        .flatMap(networks -> networks.interfaces().stream())
                        .allMatch(nic -> nic.port().isEmpty());
    }

    private static boolean isVolume(BlockDevice device) {
        return device.sourceType().equals("volume");
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public ResourceType kind() {
        return ResourceType.SERVER;
    }

    @Override
    public Costs costs() {
        return Costs.of(QuotaResource.INSTANCES, 1)
                .and(QuotaResource.CORES, plan.flavor().vcpus())
                .and(QuotaResource.RAM, plan.flavor().ram())
                .and(QuotaResource.PORTS, plan.networks().portsOfNova()); // they are the project's all the same
    }

    @Override
    public PlannedRequest foreseen(Marking marking) {
        return PlannedRequest.compute(
                request(Bindings.foreseen(), marking, plan.zones().get(0)).post());
    }
}
