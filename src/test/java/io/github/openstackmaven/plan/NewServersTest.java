package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.image.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which servers are made in one create. */
class NewServersTest {

    @Test
    void those_that_a_count_makes_of_one_description_are() {
        List<NewServers> together = NewServers.among(servers(3, server -> server));

        assertThat(together).singleElement().satisfies(create -> {
            assertThat(create.name()).isEqualTo("web");
            assertThat(create.names()).containsExactly("web-1", "web-2", "web-3");
        });
    }

    @Test
    void nova_is_told_the_name_without_a_number_how_many_and_the_marks_of_all() {
        NewServers create = NewServers.among(servers(3, server -> server)).get(0);

        var server = create.request(Bindings.foreseen(), Marking.none(), Optional.empty())
                .server();

        assertThat(server.name()).isEqualTo("web");
        assertThat(server.minCount()).contains(3);
        assertThat(server.metadata())
                .containsEntry("maven:servers", "3")
                .containsEntry("maven:spec", create.first().digest());
    }

    @Test
    void they_cost_as_much_as_each_by_itself() {
        NewServers create = NewServers.among(servers(3, server -> server)).get(0);

        assertThat(create.costs().of(QuotaResource.INSTANCES)).isEqualTo(3);
        assertThat(create.costs().of(QuotaResource.RAM))
                .isEqualTo(3 * create.first().plan().flavor().ram());
    }

    @Test
    void the_recipe_has_the_create_once_and_what_each_is_given_after_it() {
        List<NewServer> servers = servers(2, server -> server);

        assertThat(new Recipe(servers).creates())
                .containsExactly(NewServers.among(servers).get(0));
    }

    @Test
    void a_single_one_is_made_by_itself() {
        assertThat(NewServers.among(servers(1, server -> server))).isEmpty();
    }

    @Test
    void so_are_those_that_nova_would_name_otherwise() {
        List<NewServer> all = servers(3, server -> server);

        assertThat(NewServers.among(all.subList(1, 3))).isEmpty();
        assertThat(NewServers.among(List.of(all.get(1), all.get(0)))).isEmpty();
        assertThat(NewServers.among(Stream.of("web-01", "web-02")
                        .map(NewServersTest::server)
                        .toList()))
                .isEmpty();
    }

    @Test
    void so_are_those_that_are_different() {
        NewServer one = server("web-1");
        NewServer other = of(one.plan().spec().toBuilder()
                .name("web-2")
                .metadata(Map.of("role", "db"))
                .build());

        assertThat(NewServers.among(List.of(one, other))).isEmpty();
    }

    @Test
    void so_are_those_with_a_hostname_or_words_of_other_servers() {
        assertThat(NewServers.among(servers(2, with(ServerOptions.builder().hostname(Optional.of("www"))))))
                .isEmpty();
        assertThat(NewServers.among(servers(
                        2,
                        with(ServerOptions.builder()
                                .userData(Optional.of(ServerSpecs.userData("#!/bin/sh\n@{server.db.ip}\n")))))))
                .isEmpty();
    }

    @Test
    void user_data_and_zones_that_all_have_are_no_hindrance() {
        assertThat(NewServers.among(servers(
                        2,
                        with(ServerOptions.builder()
                                .availabilityZones(List.of("a", "b"))
                                .userData(Optional.of(ServerSpecs.userData("#!/bin/sh\ntrue\n")))))))
                .hasSize(1);
    }

    @Test
    void an_image_that_was_prepared_for_all_is_no_hindrance() {
        List<NewServer> servers = Stream.of("web-1", "web-2")
                .map(name -> PlannedServers.create(prepared(PlannedServers.named(name))))
                .toList();

        assertThat(NewServers.among(servers)).hasSize(1);
    }

    private static PlannedServer prepared(PlannedServer plain) {
        Image image = plain.boot().image().orElseThrow();
        Preparation preparation = new Preparation(plain.spec(), PrepareSpecs.running("a"), image, "whatever is done");
        return new PlannedServer(
                plain.spec(),
                plain.boot(),
                plain.flavor(),
                plain.networks(),
                plain.access(),
                plain.serverGroup(),
                plain.volumes(),
                Optional.of(new PlannedPreparation(
                        preparation, Optional.of(image), List.of(), new BootDisk(false, 20, Optional.empty()))));
    }

    private static UnaryOperator<ServerSpec> with(ServerOptions.Builder options) {
        return spec -> spec.toBuilder().options(options.build()).build();
    }

    private static List<NewServer> servers(int count, UnaryOperator<ServerSpec> described) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        of(described.apply(server("web-" + number).plan().spec())))
                .toList();
    }

    private static NewServer server(String name) {
        return PlannedServers.create(PlannedServers.named(name));
    }

    private static NewServer of(ServerSpec spec) {
        PlannedServer plain = PlannedServers.plain();
        return PlannedServers.create(new PlannedServer(
                spec,
                plain.boot(),
                plain.flavor(),
                plain.networks(),
                plain.access(),
                plain.serverGroup(),
                plain.volumes(),
                Optional.empty()));
    }
}
