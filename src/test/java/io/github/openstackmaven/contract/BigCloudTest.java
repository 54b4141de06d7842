package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.launch.IfExists;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.teardown.DeletionScope;
import io.github.openstackmaven.teardown.ProjectDeletion;
import io.github.openstackmaven.teardown.ReapRequest;
import io.github.openstackmaven.teardown.Reaper;
import io.github.openstackmaven.teardown.Teardown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is asked of a cloud with thousands of everything is what is asked of a small one, but for what no service chooses by. */
class BigCloudTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Simulator SMALL =
            Simulator.start(0, Options.builder().buildTime(Duration.ZERO).build());
    private static final Simulator BIG = Simulator.start(
            0,
            Options.builder()
                    .buildTime(Duration.ZERO)
                    .images(10_000)
                    .flavors(2_000)
                    .servers(5_000)
                    .networks(500)
                    .build());
    private static final Simulator CROWDED =
            Simulator.start(0, Options.builder().servers(2_000).build());

    private final String name = "web-" + UUID.randomUUID();
    private final WaitedTime time = new WaitedTime();

    @AfterAll
    static void stop() {
        SMALL.close();
        BIG.close();
        CROWDED.close();
    }

    @Test
    void a_launch() {
        assertRequests(8, 8, cloud -> cloud.launch(spec("debian-12", "m1.tiny", "lan"), PATIENCE));
    }

    @Test
    void look_ups_by_name() {
        assertRequests(6, 6, cloud -> cloud.plan(spec("debian-12", "m1.tiny", "lan")));
    }

    @Test
    void look_ups_by_id() {
        PlannedServer plan = SimulatedCloud.underTest(BIG).plan(spec("debian-12", "m1.tiny", "lan"));
        ServerSpec ids = spec(image(plan), plan.flavor().id(), LaunchContract.networkId(plan));

        assertRequests(6, 6, cloud -> cloud.plan(ids));
        assertThat(requests(BIG, cloud -> cloud.plan(ids)))
                .contains("GET /compute/v2.1/flavors/" + plan.flavor().id());
    }

    @Test
    void the_smallest_flavor_that_has_enough() {
        assertRequests(6, 6, cloud -> cloud.plan(flavor(new FlavorSpec.AtLeast(1, 512, 1))));
        assertRequests(6, 6, cloud -> cloud.plan(flavor(new FlavorSpec.AtLeast(4, 4096, 0))));
        assertThat(requests(
                        BIG,
                        cloud -> assertThat(cloud.plan(flavor(new FlavorSpec.AtLeast(4, 4096, 40)))
                                        .flavor()
                                        .vcpus())
                                .isEqualTo(4)))
                .contains("GET /compute/v2.1/flavors/detail?minDisk=40&minRam=4096&sort_key=vcpus");
    }

    @Test
    void several_flavors_from_one_list() {
        assertRequests(
                6,
                6,
                cloud -> CloudUnderTest.plan(
                        cloud.logIn(),
                        List.of(
                                spec("debian-12", "m1.tiny", "lan"),
                                flavor(new FlavorSpec.AtLeast(2, 4096, 1)).toBuilder()
                                        .name(name + "-2")
                                        .build())));
    }

    @Test
    void a_flavor_with_many_vcpus_is_on_a_later_page_since_nova_finds_none_by_name() {
        assertThat(requests(BIG, cloud -> cloud.plan(spec("debian-12", "flavor-02000", "lan"))))
                .hasSize(7);
    }

    @Test
    void the_newest_image_of_a_pattern() {
        assertRequests(6, 6, cloud -> cloud.plan(image("^debian-", true)));
    }

    @Test
    void that_one_image_alone_has_a_pattern_is_known_when_all_were_seen() {
        assertRequests(6, 16, cloud -> cloud.plan(image("^debian-", false)));
    }

    @Test
    void servers_that_are_there_already() {
        List<ServerSpec> specs = List.of(spec("debian-12", "m1.tiny", "lan"));
        assertRequests(2, 2, cloud -> cloud.existing(cloud.logIn(), specs, IfExists.REUSE));
        assertRequests(2, 2, cloud -> cloud.existing(cloud.logIn(), specs, IfExists.FAIL));
    }

    @Test
    void an_unknown_name_is_told_with_few_that_there_are() {
        assertThatThrownBy(() -> SimulatedCloud.underTest(BIG).plan(spec("debian-12", "m1.tinny", "lan")))
                .hasMessage("Unknown flavor 'm1.tinny'")
                .extracting(failure -> ((OpenStackException) failure).advice())
                .isEqualTo("The nearest of the project's flavors: m1.tiny, m1.huge, m1.large, m1.small, m1.medium.");
        assertThatThrownBy(() -> SimulatedCloud.underTest(BIG).plan(flavor(new FlavorSpec.AtLeast(500, 0, 0))))
                .extracting(failure -> ((OpenStackException) failure).advice())
                .asString()
                .endsWith(" and 1986 more.");
    }

    @Test
    void a_list_of_the_plugins_servers_reads_all_since_nova_finds_none_by_metadata() {
        assertRequests(2, 7, cloud -> cloud.logIn().compute().all());
        assertThat(requests(CROWDED, cloud -> cloud.logIn().compute().all())).hasSize(4);
    }

    @Test
    void a_reaper_that_finds_nothing() {
        assertRequests(9, 14, this::reap);
        assertThat(requests(CROWDED, this::reap)).as("10 and the login").hasSize(11);
    }

    @Test
    void the_deletion_of_what_a_build_has_launched() {
        assertRequests(6, 6, launched(cloud -> delete(cloud, false, Optional.empty())));
    }

    @Test
    void the_deletion_of_a_server_by_its_name() {
        assertRequests(12, 12, launched(cloud -> delete(cloud, true, Optional.of(name))));
    }

    // Its record may be lost: it looks twice for the folder's marks.
    @Test
    void the_deletion_of_all_that_a_folder_has_launched() {
        assertRequests(21, 31, launched(cloud -> delete(cloud, true, Optional.empty())));
    }

    private static void assertRequests(int small, int big, Consumer<CloudUnderTest> what) {
        assertThat(requests(SMALL, what)).as("small").hasSize(small);
        assertThat(requests(BIG, what)).as("big").hasSize(big);
    }

    private static List<String> requests(Simulator simulator, Consumer<CloudUnderTest> what) {
        CloudUnderTest cloud = SimulatedCloud.underTest(simulator);
        simulator.clearRequests();
        what.accept(cloud);
        return simulator.requests().stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    // What goes on before does not count.
    private Consumer<CloudUnderTest> launched(Consumer<CloudUnderTest> then) {
        return cloud -> {
            cloud.launch(spec("debian-12", "m1.tiny", "lan"), PATIENCE);
            SMALL.clearRequests();
            BIG.clearRequests();
            then.accept(cloud);
        };
    }

    private void reap(CloudUnderTest cloud) {
        new Reaper(new CloudResources(cloud.logIn()), time, SteppedTime.schedule(), ForkJoinPool.commonPool())
                .reap(new ReapRequest(Duration.ZERO, Optional.empty(), 100, false, PATIENCE));
    }

    private void delete(CloudUnderTest cloud, boolean direct, Optional<String> server) {
        Cloud open = cloud.logIn();
        CloudResources resources = new CloudResources(open);
        Teardown teardown =
                new Teardown(resources, time, SteppedTime.schedule(), ForkJoinPool.commonPool(), event -> {});
        new ProjectDeletion(
                        new DeletionCandidates(resources, time, false, ForkJoinPool.commonPool(), warning -> {}),
                        teardown,
                        time)
                .of(
                        new DeletionScope(
                                cloud.build(), "", direct, server.stream().toList(), Optional.empty()),
                        cloud.ledger(),
                        new LedgerEntry.Place(open.place(), "", ""),
                        cloud.folder().toString(),
                        PATIENCE)
                .demandAll();
    }

    private ServerSpec image(String pattern, boolean mostRecent) {
        ImageSpec image = new ImageSpec.Matching(
                Optional.empty(),
                Optional.of(Pattern.compile(pattern)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                mostRecent);
        return ServerSpec.builder(name, new BootSpec.LocalDisk(image), new FlavorSpec.Named("m1.tiny"))
                .networks(NetworksSpec.of(List.of(NetworksSpec.Nic.on("lan"))))
                .build();
    }

    private ServerSpec flavor(FlavorSpec flavor) {
        return ServerSpec.builder(name, new BootSpec.LocalDisk(new ImageSpec.Named("debian-12")), flavor)
                .networks(NetworksSpec.of(List.of(NetworksSpec.Nic.on("lan"))))
                .build();
    }

    private ServerSpec spec(String image, String flavor, String network) {
        return ServerSpecs.of(name, image, flavor, List.of(network));
    }

    private static String image(PlannedServer plan) {
        return plan.boot().image().orElseThrow().id();
    }

    /** Passes while someone waits, and begins now: to it tokens of just now are good. */
    private static final class WaitedTime implements Time {
        private Instant now = Instant.now();

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }
    }
}
