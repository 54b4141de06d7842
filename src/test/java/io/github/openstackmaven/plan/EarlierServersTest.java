package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Server.FlavorOf;
import io.github.openstackmaven.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What servers that are there already leave to those planned under their names. */
class EarlierServersTest {
    private static final Server WEB = server("s1", "web", byId("f1"));
    private static final Server DB = server("s2", "db", byId("f2"));
    private static final List<Flavor> FLAVORS = List.of(
            new Flavor("f1", "m1.tiny", 1, 512, 1, Optional.empty(), Optional.empty(), Map.of()),
            new Flavor("f2", "m1.large", 4, 8192, 20, Optional.empty(), Optional.empty(), Map.of()));

    @Test
    void what_a_reused_server_has_is_its_own_and_no_others() {
        EarlierServers reused = new EarlierServers(List.of(WEB, DB), List.of(), Costs.none());

        assertThat(reused.leave(List.of("s1"), "web")).isTrue();
        assertThat(reused.leave(List.of("s1"), "db")).isFalse();
        assertThat(reused.leave(List.of("s9"), "web")).isFalse();
        assertThat(reused.reuse("web")).isTrue();
        assertThat(reused.reuse("cache")).isFalse();
    }

    @Test
    void what_replaced_servers_have_is_anyones_when_nobody_else_has_it_too() {
        EarlierServers replaced = new EarlierServers(List.of(), List.of(WEB, DB), Costs.none());

        assertThat(replaced.leave(List.of("s1"), "db")).isTrue();
        assertThat(replaced.leave(List.of("s1", "s2"), "web")).isTrue();
        assertThat(replaced.leave(List.of("s1", "s9"), "web")).isFalse();
        assertThat(replaced.leave(List.of(), "web")).isFalse();
        assertThat(replaced.reuse("web")).isFalse();
    }

    @Test
    void replaced_servers_give_back_themselves_and_what_goes_with_them() {
        Costs with = Costs.of(QuotaResource.PORTS, 2).and(QuotaResource.GIGABYTES, 7);

        assertThat(new EarlierServers(List.of(), List.of(WEB, DB), with).freed(EarlierServersTest::flavor))
                .isEqualTo(with.and(QuotaResource.INSTANCES, 2)
                        .and(QuotaResource.CORES, 5)
                        .and(QuotaResource.RAM, 8704));
    }

    @Test
    void a_flavor_may_be_told_by_what_it_has_and_one_that_is_gone_counts_for_nothing() {
        Server told = server("s3", "web", new FlavorOf(Optional.empty(), Optional.of(2), Optional.of(1024)));
        Server gone = server("s4", "web", byId("f9"));

        Costs freed =
                new EarlierServers(List.of(), List.of(told, gone), Costs.none()).freed(EarlierServersTest::flavor);

        assertThat(freed.of(QuotaResource.INSTANCES)).isEqualTo(2);
        assertThat(freed.of(QuotaResource.CORES)).isEqualTo(2);
        assertThat(freed.of(QuotaResource.RAM)).isEqualTo(1024);
    }

    private static Optional<Flavor> flavor(String id) {
        return FLAVORS.stream().filter(flavor -> flavor.id().equals(id)).findFirst();
    }

    private static FlavorOf byId(String id) {
        return new FlavorOf(Optional.of(id), Optional.empty(), Optional.empty());
    }

    private static Server server(String id, String name, FlavorOf flavor) {
        return Shown.as(Server.class, """
                {"id": "%s", "name": "%s", "status": "ACTIVE", "metadata": {}, "flavor": %s}""".formatted(id, name, Json.write(flavor)));
    }
}
