package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageFilter;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.PreparedMark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.BootSpec;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.SnapshotImages;
import io.github.openstackmaven.teardown.NotDeleted;
import io.github.openstackmaven.teardown.ReapReport.Outcome;
import io.github.openstackmaven.teardown.ReapReport.Row;
import io.github.openstackmaven.teardown.ReapRequest;
import io.github.openstackmaven.teardown.Reaper;
import io.github.openstackmaven.teardown.Teardown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What images of servers do on any cloud: made, marked, found, used, renewed, reaped. It leaves nothing behind. */
abstract class PreparedImagesContract {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String digest = UUID.randomUUID().toString().replace("-", "");
    private final String project = "g:" + digest;
    private final String name = "web" + PreparedMark.suffix(digest);
    private final Mark mark =
            MarkedThings.mark(digest, project, Optional.of(Instant.now().plus(MINUTE)));
    private final List<Resource> images = new ArrayList<>();
    private ExecutorService executor;
    private CloudUnderTest under;
    private Cloud cloud;
    private CloudResources resources;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        executor = Executors.newCachedThreadPool();
        under = cloud();
        cloud = under.logIn();
        resources = new CloudResources(cloud);
    }

    @AfterEach
    void leaveNothingBehind() {
        assertThat(teardown(images)).isEmpty();
        under.close();
        executor.shutdownNow();
    }

    @Test
    void an_image_is_its_builds_until_it_is_finished_and_then_lives_by_its_own_time() {
        String server = launch(Map.of("oslab_snapshot_delay", "3"));

        String id = image(server, name, mark);

        assertThat(resources.launched(ResourceType.IMAGE, mark.launch()))
                .get()
                .satisfies(seen -> assertThat(seen.id()).isEqualTo(id))
                .satisfies(seen -> assertThat(seen.mark()).contains(mark));
        assertThat(found()).extracting(Image::id).containsExactly(id);
        assertThat(found().get(0).bootable()).isFalse();
        HttpStatusException busy = catchThrowableOfType(
                HttpStatusException.class, () -> cloud.compute().createImage(server, name, Map.of()));
        assertThat(busy.status()).isEqualTo(409);

        Image active = active(id);

        assertThat(active.property("base_image_ref")).isPresent();
        finish(id, Instant.now().plus(MINUTE));
        assertThat(resources.launched(ResourceType.IMAGE, mark.launch())).isEmpty();
        assertThat(resources.find(ResourceType.IMAGE, id).orElseThrow().mark())
                .get()
                .satisfies(own -> assertThat(own.isOfItself(id)).isTrue())
                .satisfies(own -> assertThat(own.isOf(project)).isTrue());
        assertThat(reaped()).isEmpty();
        finish(id, Instant.now().minus(MINUTE));
        assertThat(reaped()).extracting(Row::outcome).containsExactly(Outcome.DELETED);
        assertThat(found()).isEmpty();
    }

    @Test
    void what_a_server_was_made_of_stays_and_a_users_snapshot_of_that_server_is_the_users() {
        String id = image(launch(Map.of()), name, mark);
        active(id);
        finish(id, Instant.now().minus(MINUTE));

        String server = under.launch(
                        ServerSpecs.of(
                                "prepared-" + digest, id, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK)),
                        PATIENCE)
                .id();
        String snapshot = cloud.compute().createImage(server, "the user's own", Map.of());
        images.add(resource(snapshot));

        assertThat(reaped()).extracting(Row::outcome).containsExactly(Outcome.IN_USE);
        Image users = active(snapshot);
        assertThat(users.property(PreparedMark.PREPARED)).contains(digest);
        assertThat(resources.find(ResourceType.IMAGE, snapshot).orElseThrow().mark())
                .isEmpty();

        cloud.compute().delete(server);
        patiently().until(() -> cloud.compute().server(server).isEmpty());
        assertThat(reaped())
                .extracting(row -> row.resource().id(), Row::outcome)
                .containsExactly(tuple(id, Outcome.DELETED));
    }

    @Test
    void one_that_is_half_made_goes_while_it_is_being_saved() {
        String server = launch(Map.of("oslab_snapshot_delay", "5"));
        String id = image(server, name, mark.expiring(Optional.of(Instant.now().minus(MINUTE))));

        assertThat(reaped()).extracting(Row::outcome).containsExactly(Outcome.DELETED);

        assertThat(cloud.glance().byId(id)).isEmpty();
        patiently()
                .until(() -> cloud.compute()
                        .server(server)
                        .filter(seen -> seen.taskState().isEmpty())
                        .isPresent());
    }

    @Test
    void a_stopped_server_is_made_into_an_image() {
        String server = launch(Map.of());

        cloud.compute().stop(server);
        patiently()
                .until(() ->
                        cloud.compute().server(server).orElseThrow().status().equals("SHUTOFF"));

        assertThat(active(image(server, name, mark)).bootable()).isTrue();
    }

    @Test
    void an_image_of_a_volume_goes_with_its_snapshot_and_that_volume() {
        String server = under.launch(onVolume(), PATIENCE).id();
        String id = image(server, name, mark);
        Image image = active(id);
        String snapshot = image.snapshots().get(0).id().orElseThrow();
        patiently()
                .until(() -> cloud.volume()
                        .snapshot(snapshot)
                        .filter(one -> one.status().equals("available"))
                        .isPresent());

        List<String> kept = new SnapshotImages(cloud.volume()).keep(image);

        assertThat(kept).hasSize(1);
        assertThat(resources
                        .find(ResourceType.VOLUME, kept.get(0))
                        .orElseThrow()
                        .mark())
                .isEmpty();
        cloud.compute().delete(server);
        patiently().until(() -> cloud.compute().server(server).isEmpty());
        assertThat(teardown(images)).isEmpty();
        assertThat(cloud.volume().snapshot(snapshot)).isEmpty();
        patiently().until(() -> cloud.volume().byId(kept.get(0)).isEmpty());
    }

    private ServerSpec onVolume() {
        VolumeSpec volume = new VolumeSpec.New(
                Optional.of("prepared-" + digest),
                new VolumeSpec.OfImage(new ImageSpec.Named(LaunchContract.IMAGE)),
                Optional.of(1),
                Optional.empty(),
                true);
        return ServerSpec.builder(
                        "prepared-" + digest,
                        new BootSpec.OnVolume(volume),
                        new FlavorSpec.Named(LaunchContract.FLAVOR))
                .networks(NetworksSpec.of(List.of(NetworksSpec.Nic.on(LaunchContract.NETWORK))))
                .build();
    }

    private String launch(Map<String, String> metadata) {
        ServerSpec spec = ServerSpecs.of(
                "prepared-" + digest, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK));
        return under.launch(spec.toBuilder().metadata(metadata).build(), PATIENCE)
                .id();
    }

    private String image(String server, String called, Mark of) {
        Map<String, String> metadata = new HashMap<>(of.metadata());
        metadata.put(PreparedMark.PREPARED, digest);
        String id = cloud.compute().createImage(server, called, metadata);
        images.add(resource(id));
        return id;
    }

    private static Resource resource(String id) {
        return new Resource(ResourceType.IMAGE, id, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Image active(String id) {
        patiently().until(() -> cloud.glance().byId(id).orElseThrow().bootable());
        return cloud.glance().byId(id).orElseThrow();
    }

    private void finish(String id, Instant expiresAt) {
        Set<String> ofItsBuild = new HashSet<>(Set.of(Mark.BUILD, Mark.LAUNCH, Mark.LEDGER));
        ofItsBuild.retainAll(cloud.glance().byId(id).orElseThrow().texts().keySet());
        cloud.glance()
                .change(
                        id,
                        Map.of(PreparedMark.USED_AT, Instant.now().toString(), Mark.EXPIRES_AT, expiresAt.toString()),
                        ofItsBuild);
    }

    private List<Image> found() {
        return cloud.images()
                .matching(new ImageFilter(
                        Optional.empty(),
                        cloud.projectId(),
                        Optional.of("private"),
                        List.of(),
                        Map.of(PreparedMark.PREPARED, digest)))
                .next();
    }

    private List<Row> reaped() {
        return new Reaper(resources, Time.system(), PollSchedule.standard(), executor)
                .reap(new ReapRequest(Duration.ZERO, Optional.of(project), 100, false, PATIENCE))
                .rows();
    }

    private List<NotDeleted> teardown(List<Resource> some) {
        return new Teardown(resources, Time.system(), PollSchedule.standard(), executor, event -> {})
                .delete(
                        some.stream()
                                .filter(one -> cloud.glance().byId(one.id()).isPresent())
                                .toList(),
                        PATIENCE);
    }

    private static ConditionFactory patiently() {
        return await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE);
    }
}
