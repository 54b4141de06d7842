package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.launch.ImageMarks;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.launch.ServerSetup;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.PrepareSpec;
import io.github.openstackmaven.plan.PrepareSpecs;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is described in {@code <prepare>} is done once, and every later launch boots from what came of it. */
abstract class PreparationContract {
    private static final ServerSetup FAILING = (server, spec, left) -> {
        throw new OpenStackException("'install' on server 'x' exited with 1", "It printed nothing.");
    };
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final String name = "prepared-" + UUID.randomUUID().toString().substring(0, 8);
    final PrepareSpec steps = PrepareSpecs.running("install " + name);
    private final List<String> prepared = new CopyOnWriteArrayList<>();
    private final ServerSetup setup =
            (server, spec, left) -> prepared.add(server.plan().name());
    CloudUnderTest cloud;
    private Cloud open;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        prepared.clear(); // a simulator is all tests'
        cloud = cloud();
        open = cloud.logIn();
    }

    @AfterEach
    void deleteAll() {
        cloud.close();
        images().forEach(image -> open.glance().delete(image.id()));
    }

    @Test
    void the_next_launch_boots_from_the_image_and_prepares_nothing() {
        Image image = prepare(spec(steps)).get(0);

        PlannedServer planned = plan(spec(steps)).servers().get(0);

        assertThat(prepared).containsExactly(name + "-prepare");
        assertThat(planned.preparation().orElseThrow().image()).map(Image::id).contains(image.id());
        assertThat(plan(spec(steps)).preparations()).isEmpty();
        Launched launched =
                cloud.launch(List.of(spec(steps)), Launching.within(PATIENCE)).get(0);
        assertThat(open.compute().ofImage(image.id()))
                .extracting(Server::id)
                .containsExactly(launched.server().id());
    }

    @Test
    void the_image_says_what_it_is_and_nothing_else_is_left() {
        prepare(spec(steps));

        Image image = images().get(0);
        assertThat(image.name()).matches(name + "-prepared-\\p{XDigit}{8}");
        assertThat(image.property("maven:prepared")).get().asString().hasSize(64);
        assertThat(image.property("maven:project")).contains(CloudUnderTest.PROJECT);
        assertThat(image.property("maven:used-at")).isPresent();
        assertThat(image.property("maven:expires-at")).isPresent();
        assertThat(image.property("maven:build")).isEmpty();
        assertThat(image.property("visibility")).contains("private");
        assertThat(cloud.marked()).isEmpty();
        assertThat(cloud.ledger().entries()).isEmpty();
    }

    @Test
    void a_launch_asks_one_thing_more_in_the_round_of_its_look_ups() {
        prepare(spec(steps));
        int before = cloud.sent().size();
        plan(ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK)));
        int between = cloud.sent().size();

        plan(spec(steps));

        List<String> more = paths(between, cloud.sent().size());
        assertThat(more).hasSize(paths(before, between).size() + 1);
        assertThat(more.stream().filter(path -> path.contains("maven:preparation")))
                .hasSize(1);
    }

    @Test
    void its_use_is_noted_at_most_once_a_day() {
        prepare(spec(steps));
        Plan plan = plan(spec(steps));
        int before = cloud.sent().size();

        new ImageMarks(open).use(plan, Runnable::run);

        assertThat(cloud.sent()).hasSize(before);
        open.glance().change(images().get(0).id(), Map.of("maven:used-at", "2026-01-01T00:00:00Z"), Set.of());
        new ImageMarks(open).use(plan(spec(steps)), Runnable::run);
        assertThat(images().get(0).property("maven:used-at")).get().asString().isGreaterThan("2026-01-01T00:00:00Z");
    }

    @Test
    void another_description_is_another_image_and_servers_of_one_share_it() {
        ServerSpec other = spec(PrepareSpecs.running("install something else " + name));

        List<Image> made = prepare(
                spec(steps),
                spec(steps).toBuilder().name(name + "-b").build(),
                other.toBuilder().name(name + "-c").build());

        assertThat(made).hasSize(2);
        assertThat(prepared).containsExactlyInAnyOrder(name + "-prepare", name + "-c-prepare");
    }

    @Test
    void servers_that_share_an_image_all_have_room_for_it() {
        ServerSpec large = spec(steps).toBuilder()
                .name(name + "-large")
                .flavor(new FlavorSpec.Named("m1.small"))
                .build();

        List<Image> made = prepare(large, spec(steps));

        assertThat(made).extracting(Image::minDisk).containsExactly(1);
        assertThat(CloudUnderTest.plan(open, List.of(large, spec(steps))).preparations())
                .isEmpty();
    }

    @Test
    void an_image_that_a_server_has_no_room_for_is_none_of_its_own() {
        ServerSpec large =
                spec(steps).toBuilder().flavor(new FlavorSpec.Named("m1.small")).build();
        Image roomy = prepare(large).get(0);

        Image own = prepare(spec(steps)).get(0);

        assertThat(roomy.minDisk()).isEqualTo(20);
        assertThat(own.minDisk()).isEqualTo(1);
        assertThat(plan(spec(steps)).servers().get(0).boot().image().map(Image::id))
                .contains(own.id());
    }

    @Test
    void a_flavor_to_prepare_on_that_would_make_the_image_too_large_is_told_before_anything_is_made() {
        PrepareSpec onLarge = PrepareSpecs.on("m1.small", steps);

        assertThatThrownBy(() -> prepare(spec(onLarge)))
                .hasMessage("<prepare> of server '" + name + "' has flavor 'm1.small' (1 vCPU, 2048 MiB, 20 GiB), whose"
                        + " disk is larger than that of the server's own, 'm1.tiny' (1 vCPU, 512 MiB, 1 GiB)")
                .extracting("advice")
                .isEqualTo(
                        "An image demands as large a disk as it was prepared on: name a flavor in <prepare> with a disk"
                                + " of at most 1 GiB, or a larger one for the server.");

        assertThat(cloud.marked()).isEmpty();
        assertThat(prepared).isEmpty();
    }

    @Test
    void a_step_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> prepare(cloud, FAILING, spec(steps)))
                .hasMessage("'install' on server 'x' exited with 1");

        assertThat(cloud.marked()).isEmpty();
        assertThat(cloud.ledger().entries()).isEmpty();
        assertThat(images()).isEmpty();
    }

    @Test
    void a_step_that_fails_leaves_its_server_to_be_looked_at_where_that_is_asked_for() {
        LaunchOptions keeping = Launching.keeping(Keep.ON_FAILURE, Launching.within(PATIENCE));

        assertThatThrownBy(() -> prepare(cloud, keeping, FAILING, spec(steps)))
                .hasMessage("'install' on server 'x' exited with 1");

        assertThat(cloud.marked())
                .extracting(Resource::kind)
                .containsExactlyInAnyOrder(ResourceType.SERVER, ResourceType.KEYPAIR);
        assertThat(images()).isEmpty();
    }

    @Test
    void when_one_fails_the_others_steps_are_waited_for_no_longer() {
        PrepareSpec others = PrepareSpecs.running("wait for " + name);
        ServerSetup setups = (server, spec, limit) -> {
            if (spec.equals(others)) Awaitility.await().atMost(PATIENCE).until(limit::abandoned);
            throw new OpenStackException(spec.equals(others) ? "not waited for" : "failed", "");
        };

        assertThatThrownBy(() -> prepare(
                        cloud,
                        setups,
                        spec(steps),
                        spec(others).toBuilder().name(name + "-2").build()))
                .hasMessage("failed")
                .hasNoSuppressedExceptions();
        assertThat(images()).isEmpty();
        assertThat(cloud.marked()).isEmpty();
    }

    @Test
    void builds_that_prepare_the_same_at_once_come_to_one_image() {
        List<CloudUnderTest> builds = List.of(cloud, cloud(), cloud());
        CyclicBarrier together = new CyclicBarrier(builds.size());
        ServerSetup atOnce = (server, spec, left) -> await(together);
        ExecutorService threads = Executors.newFixedThreadPool(builds.size());

        List<CompletableFuture<List<Image>>> all = builds.stream()
                .map(build -> CompletableFuture.supplyAsync(() -> prepare(build, atOnce, spec(steps)), threads))
                .toList();

        List<String> ids = all.stream()
                .flatMap(one -> one.join().stream())
                .map(Image::id)
                .distinct()
                .toList();
        threads.shutdown();
        assertThat(ids).hasSize(1);
        assertThat(images().stream().map(Image::id)).isEqualTo(ids);
        assertThat(builds.stream().flatMap(build -> build.marked().stream())).isEmpty();
        builds.stream().skip(1).forEach(CloudUnderTest::close);
    }

    @Test
    void one_that_is_too_old_is_made_anew_and_stays() {
        Image old = prepare(spec(steps)).get(0);
        PrepareSpec young = new PrepareSpec(
                List.of(),
                steps.steps(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                steps.user(),
                PATIENCE,
                Duration.ofNanos(1),
                Duration.ofDays(1));

        List<Image> made = prepare(spec(young));

        assertThat(made).extracting(Image::id).doesNotContain(old.id());
        assertThat(images()).hasSize(2);
        assertThat(plan(spec(steps)).servers().get(0).boot().image().map(Image::id))
                .contains(made.get(0).id());
    }

    @Test
    void a_server_is_the_same_whichever_image_of_its_preparation_it_boots_from() {
        String before = digest(plan(spec(steps)));
        prepare(spec(steps));

        assertThat(digest(plan(spec(steps)))).isEqualTo(before);
        assertThat(digest(plan(spec(PrepareSpecs.running("install something else")))))
                .isNotEqualTo(before);
    }

    @Test
    void what_the_base_demands_and_says_is_carried_over() {
        ServerSpec debian =
                ServerSpecs.of(name, "debian-12", LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK)).toBuilder()
                        .prepare(Optional.of(steps))
                        .build();

        Image image = prepare(debian).get(0);

        assertThat(image.distro()).contains("debian");
        assertThat(image.property("os_version")).contains("12");
    }

    @Test
    void an_image_whose_volume_snapshot_is_gone_is_made_anew() {
        ServerSpec spec = onVolume(spec(steps));
        String snapshot = prepare(spec).get(0).snapshots().get(0).id().orElseThrow();
        assertThat(plan(spec).preparations()).isEmpty();

        open.volume().deleteSnapshot(snapshot);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> open.volume().snapshot(snapshot).isEmpty());
        assertThat(plan(spec).preparations()).hasSize(1);
    }

    private static ServerSpec onVolume(ServerSpec spec) {
        BootSpec volume = new BootSpec.OnVolume(new VolumeSpec.New(
                Optional.empty(),
                new VolumeSpec.OfImage(new ImageSpec.Named(LaunchContract.IMAGE)),
                Optional.of(1),
                Optional.empty(),
                true));
        return spec.toBuilder().boot(volume).build();
    }

    @Test
    void a_server_that_boots_from_a_volume_boots_from_one_made_of_the_image() {
        ServerSpec spec = onVolume(spec(steps));
        Image image = prepare(spec).get(0);

        Launched launched =
                cloud.launch(List.of(spec), Launching.within(PATIENCE)).get(0);

        assertThat(launched.plan().preparation().orElseThrow().image())
                .map(Image::id)
                .contains(image.id());
        assertThat(launched.server().status()).isEqualTo("ACTIVE");
    }

    @Test
    void a_lost_answer_to_the_images_create_makes_no_second_one() {
        ServerSetup losing = (server, spec, left) -> cloud.loseAnswerToWhatSays("createImage");

        prepare(cloud, losing, spec(steps));

        assertThat(images()).hasSize(1);
    }

    private List<Image> prepare(ServerSpec... specs) {
        return prepare(cloud, setup, specs);
    }

    static List<Image> prepare(CloudUnderTest cloud, ServerSetup setup, ServerSpec... specs) {
        return prepare(cloud, Launching.within(PATIENCE), setup, specs);
    }

    private static List<Image> prepare(
            CloudUnderTest cloud, LaunchOptions options, ServerSetup setup, ServerSpec... specs) {
        Cloud open = cloud.logIn();
        List<PlannedPreparation> wanted =
                CloudUnderTest.plan(open, List.of(specs)).preparations();
        return cloud.launching(open, options).prepare(wanted, some -> CloudUnderTest.plan(open, some), setup);
    }

    private Plan plan(ServerSpec spec) {
        return new Planner(open, ForkJoinPool.commonPool()).plan(List.of(spec));
    }

    private static String digest(Plan plan) {
        return plan.recipe().servers().stream()
                .findFirst()
                .map(NewServer::digest)
                .orElseThrow();
    }

    ServerSpec spec(PrepareSpec prepare) {
        return ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK))
                .toBuilder()
                .prepare(Optional.of(prepare))
                .build();
    }

    private List<Image> images() {
        return open.images().all().stream()
                .filter(image -> image.name().startsWith(name))
                .toList();
    }

    private List<String> paths(int from, int to) {
        return cloud.sent().subList(from, to).stream()
                .map(Request::uri)
                .map(uri -> uri.getPath()
                        + Optional.ofNullable(uri.getQuery())
                                .map(query -> "?" + query)
                                .orElse(""))
                .toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
