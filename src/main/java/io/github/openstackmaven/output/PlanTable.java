package io.github.openstackmaven.output;

import io.github.openstackmaven.Table;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.NewSecurityGroup;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedBoot;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServerGroup;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.plan.Quota;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.volume.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A plan for people: a block a server, then the quota. */
public record PlanTable(Plan plan) {

    /** Its lines. */
    public List<String> lines() {
        return Stream.concat(plan.servers().stream().flatMap(this::server), quota(plan.quota()))
                .toList();
    }

    private Stream<String> server(PlannedServer server) {
        List<List<String>> rows = new ArrayList<>();
        boot(rows, server.boot(), server.preparation());
        row(rows, "flavor", server.flavor().name() + ", " + server.flavor().size());
        networks(rows, server);
        access(rows, server);
        for (PlannedVolume volume : server.volumes()) row(rows, "volume", volume(volume));
        server.serverGroup().ifPresent(group -> row(rows, "server group", group(group)));
        options(rows, server.spec().options());
        List<String> groups = server.spec().relations().groups();
        if (!groups.isEmpty()) row(rows, groups.size() == 1 ? "group" : "groups", String.join(", ", groups));
        server.references().stream().sorted().forEach(other -> row(rows, "after", other + " has its address"));
        server.dependsOn().forEach(other -> row(rows, "after", other + " is ready"));
        int metadata = server.spec().metadata().size();
        if (metadata > 0) row(rows, "metadata", metadata + (metadata == 1 ? " entry" : " entries"));
        return new Table(List.of("Server", server.name()), rows).lines().stream();
    }

    private static void boot(List<List<String>> rows, PlannedBoot boot, Optional<PlannedPreparation> preparation) {
        preparation.ifPresentOrElse(
                one -> prepared(rows, one), () -> boot.image().ifPresent(image -> row(rows, "image", image(image))));
        row(
                rows,
                "boot",
                boot instanceof PlannedBoot.OnVolume on
                        ? "volume " + volume(on.volume())
                        : "image, on the flavor's own disk");
    }

    private static void prepared(List<List<String>> rows, PlannedPreparation planned) {
        String name = planned.preparation().imageName();
        row(
                rows,
                "image",
                planned.image().map(PlanTable::image).orElse(name + ", to be prepared: there is none of it"));
        row(rows, "prepared from", image(planned.preparation().base()));
    }

    private static String image(Image image) {
        return image.name() + ", " + image.id()
                + image.createdAt().map(at -> ", of " + at).orElse("");
    }

    private static String volume(PlannedVolume volume) {
        return volume.match(existing -> there(existing.volume()), PlanTable::made);
    }

    private static String there(Volume volume) {
        String name = volume.name()
                .filter(text -> !text.isEmpty())
                .map(text -> text + ", ")
                .orElse("");
        return name + volume.id() + ", " + volume.size() + " GiB, there already, stays when the server goes";
    }

    private static String made(PlannedVolume.New made) {
        return made.name() + ", " + made.size() + " GiB, "
                + made.type().map(type -> "type " + type).orElse("default type")
                + made.snapshot().map(id -> ", of snapshot " + id).orElse("")
                + (made.deleteOnTermination() ? ", deleted with the server" : ", stays when the server goes");
    }

    private static void networks(List<List<String>> rows, PlannedServer server) {
        if (server.networks() instanceof PlannedNetworks.Allocated allocated) row(rows, "networks", allocated.word());
        if (server.networks() instanceof PlannedNetworks.Unsaid) row(rows, "networks", "the cloud's choice");
        List<PlannedNetworks.Nic> nics = server.networks().nics();
        IntStream.range(0, nics.size()).forEach(index -> row(rows, "network", nic(server, index, nics.get(index))));
    }

    private static String nic(PlannedServer server, int index, PlannedNetworks.Nic nic) {
        String tag = nic.tag().map(text -> ", tag " + text).orElse("");
        return nic.match(
                        on -> network(on.network()),
                        own -> network(own.network()) + ", address " + own.fixedIp() + " on new port "
                                + server.portName(index),
                        on -> port(on.port()))
                + tag;
    }

    private static String network(Network network) {
        return network.name() + ", " + network.id();
    }

    private static String port(Port port) {
        String addresses = port.fixedIps().stream().map(Port.FixedIp::ipAddress).collect(Collectors.joining(" and "));
        return "port " + (port.name().isEmpty() ? "" : port.name() + ", ") + port.id()
                + (addresses.isEmpty() ? "" : ", address " + addresses);
    }

    private void access(List<List<String>> rows, PlannedServer server) {
        server.access().floatingNetwork().ifPresent(network -> row(rows, "floating IP", "of " + network(network)));
        List<String> named = server.spec().access().securityGroups();
        List<IngressRule> ingress = server.access().ingress();
        if (!named.isEmpty()) row(rows, "security groups", String.join(", ", named));
        if (named.isEmpty() && !ingress.isEmpty()) row(rows, "security groups", "default");
        Optional<String> group = plan.recipe()
                .server(server.name())
                .flatMap(NewServer::securityGroup)
                .map(NewSecurityGroup::name);
        for (IngressRule rule : ingress) {
            row(
                    rows,
                    "ingress",
                    rule(rule) + group.map(", by new group "::concat).orElse(""));
        }
        key(server.access().key()).ifPresent(key -> row(rows, "key", key));
    }

    private static Optional<String> key(KeySpec key) {
        if (key instanceof KeySpec.Existing existing) return Optional.of(existing.name());
        return key instanceof KeySpec.Ephemeral ? Optional.of("made for this launch") : Optional.empty();
    }

    private static String rule(IngressRule rule) {
        String ports = rule.ports()
                .map(range ->
                        range.first() == range.last() ? " " + range.first() : " " + range.first() + "-" + range.last())
                .orElse("");
        return rule.protocol().name().toLowerCase(Locale.ROOT) + ports + " from " + rule.from();
    }

    private static String group(PlannedServerGroup group) {
        return group.match(
                existing -> existing.group().name() + ", "
                        + String.join(", ", existing.group().policies()),
                made -> made.name() + ", " + made.policy().word() + ", made for this launch");
    }

    private static void options(List<List<String>> rows, ServerOptions options) {
        options.hostname().ifPresent(name -> row(rows, "hostname", name));
        if (!options.availabilityZones().isEmpty()) {
            row(rows, "zones", String.join(", then ", options.availabilityZones()));
        }
        options.userData()
                .ifPresent(data -> row(rows, "user data", data.encoded().length() + " bytes in base64"));
        if (options.configDrive()) row(rows, "config drive", "yes");
        options.adminPassword().ifPresent(password -> row(rows, "admin password", "***"));
        String disks = options.localDisks().toString();
        if (!disks.isEmpty()) row(rows, "further disks", disks);
        if (!options.schedulerHints().isEmpty()) {
            row(
                    rows,
                    "scheduler hints",
                    String.join(
                            ", ",
                            options.schedulerHints().keySet().stream().sorted().toList()));
        }
        if (!options.tags().isEmpty()) row(rows, "tags", String.join(", ", options.tags()));
        options.description().ifPresent(text -> row(rows, "description", text));
    }

    private static void row(List<List<String>> rows, String label, String value) {
        rows.add(List.of(label, value));
    }

    private static Stream<String> quota(Quota quota) {
        List<List<String>> rows = quota.rows().stream()
                .map(row -> List.of(
                        row.resource(),
                        row.used().map(Object::toString).orElse("unknown"),
                        Integer.toString(row.asked()),
                        row.limit().map(Object::toString).orElse(row.limitKnown() ? "none" : "unknown"),
                        row.left()
                                .map(Object::toString)
                                .orElse(row.limitKnown() && row.limit().isEmpty() ? "-" : "unknown")))
                .toList();
        return new Table(List.of("Quota", "used", "asked", "limit", "left"), rows).lines().stream();
    }
}
