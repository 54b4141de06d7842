package io.github.openstackmaven.simulator.nova;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Contents;
import io.github.openstackmaven.simulator.state.Flavor;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How much a project may have: <a href="https://docs.openstack.org/api-ref/compute/#quota-sets-os-quota-sets">Nova's quotas</a>. */
final class Quotas {
    private final CloudState cloud;

    Quotas(CloudState cloud) {
        this.cloud = cloud;
    }

    record Limits(int instances, int cores, int ram) {}

    private record Excess(String what, int requested, int used, int limit) {}

    static Limits limits(String project) {
        return project.equals(Contents.DEMO) ? new Limits(20, 40, 200000) : new Limits(10, 20, 51200);
    }

    Limits used(String project) {
        List<Server> servers = cloud.servers().of(project);
        return new Limits(
                servers.size(),
                servers.stream().mapToInt(server -> server.flavor().vcpus()).sum(),
                servers.stream().mapToInt(server -> server.flavor().ram()).sum());
    }

    /** How many servers there may be, as many as wanted if possible; refuses when not even the least fit. */
    int admit(String project, Flavor flavor, int min, int max) {
        int count = max;
        while (count > min && !excess(project, flavor, count).isEmpty()) count--;
        List<Excess> over = excess(project, flavor, count);
        if (over.isEmpty()) return count;
        throw Rejection.forbidden("Quota exceeded for " + join(over.stream().map(Excess::what))
                + ": Requested " + join(over.stream().map(Excess::requested))
                + ", but already used " + join(over.stream().map(Excess::used))
                + " of " + join(over.stream().map(Excess::limit))
                + " " + join(over.stream().map(Excess::what)));
    }

    private List<Excess> excess(String project, Flavor flavor, int count) {
        Limits limits = limits(project);
        Limits used = used(project);
        List<Excess> wanted = new ArrayList<>(List.of(
                new Excess("cores", count * flavor.vcpus(), used.cores(), limits.cores()),
                new Excess("instances", count, used.instances(), limits.instances()),
                new Excess("ram", count * flavor.ram(), used.ram(), limits.ram())));
        wanted.removeIf(one -> one.used() + one.requested() <= one.limit());
        return wanted;
    }

    private static String join(Stream<?> values) {
        return String.join(", ", values.map(String::valueOf).toList());
    }
}
