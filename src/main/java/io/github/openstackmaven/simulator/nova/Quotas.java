package io.github.openstackmaven.simulator.nova;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Flavor;
import io.github.openstackmaven.simulator.state.Limits;
import io.github.openstackmaven.simulator.state.Limits.Limit;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much a project may have: <a href="https://docs.openstack.org/api-ref/compute/#quota-sets-os-quota-sets">Nova's quotas</a>. */
final class Quotas {
    private final CloudState cloud;

    Quotas(CloudState cloud) {
        this.cloud = cloud;
    }

    record Amounts(int instances, int cores, int ram) {}

    private record Wanted(Limit what, int requested, int used) {
        String word() {
            return what.name().toLowerCase(Locale.ROOT);
        }
    }

    Amounts limits(String project) {
        Limits limits = cloud.limits();
        return new Amounts(
                limits.of(project, Limit.INSTANCES), limits.of(project, Limit.CORES), limits.of(project, Limit.RAM));
    }

    Amounts used(String project) {
        List<Server> servers = cloud.servers().of(project);
        return new Amounts(
                servers.size(),
                servers.stream().mapToInt(server -> server.flavor().vcpus()).sum(),
                servers.stream().mapToInt(server -> server.flavor().ram()).sum());
    }

    /** How many servers there may be, as many as wanted if possible; refuses when not even the least fit. */
    int admit(String project, Flavor flavor, int min, int max) {
        int count = max;
        while (count > min && !excess(project, flavor, count).isEmpty()) count--;
        List<Wanted> over = excess(project, flavor, count);
        if (over.isEmpty()) return count;
        throw Rejection.forbidden("Quota exceeded for " + join(over.stream().map(Wanted::word))
                + ": Requested " + join(over.stream().map(Wanted::requested))
                + ", but already used " + join(over.stream().map(Wanted::used))
                + " of " + join(over.stream().map(one -> cloud.limits().of(project, one.what())))
                + " " + join(over.stream().map(Wanted::word)));
    }

    private List<Wanted> excess(String project, Flavor flavor, int count) {
        Amounts used = used(project);
        return Stream.of(
                        new Wanted(Limit.CORES, count * flavor.vcpus(), used.cores()),
                        new Wanted(Limit.INSTANCES, count, used.instances()),
                        new Wanted(Limit.RAM, count * flavor.ram(), used.ram()))
                .filter(one -> !cloud.limits().allow(project, one.what(), (long) one.used() + one.requested()))
                .toList();
    }

    private static String join(Stream<?> values) {
        return String.join(", ", values.map(String::valueOf).toList());
    }
}
