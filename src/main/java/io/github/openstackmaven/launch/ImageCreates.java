package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.Preparation;
import io.github.openstackmaven.plan.PreparedImage;
import io.github.openstackmaven.resource.SnapshotImages;
import io.github.openstackmaven.volume.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Keeps prepared servers as images. Builds that prepare the same at the same time all come to one image: who finds another's
 * before his own is asked for takes that, and of several that were asked for one {@linkplain PreparedImage#ELECTION stays}.
 *
 * @param cloud asked each question once
 * @param patient asked until the launch's time is up
 */
record ImageCreates(
        Cloud cloud,
        Cloud patient,
        PreparedImages images,
        JournaledCreates creates,
        Retention retention,
        Rollback rollback,
        LaunchState state) {
    private static final String SHUTOFF = "SHUTOFF";
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    /**
     * The image of a preparation: of this server, or another build's.
     *
     * @throws OpenStackException when it can't be made
     */
    Image make(PlannedPreparation wanted, Launched server) {
        shutOff(server);
        while (true) {
            Optional<PreparedImage> others = images.finished(wanted);
            if (others.isPresent()) return others.get().image();
            Image own = active(server, asked(wanted, server));
            own.snapshotIds().forEach(id -> awaitSnapshot(server, id));
            if (isElected(own, wanted)) {
                images.marks().finish(wanted.preparation(), own);
                if (isElected(own, wanted))
                    return released(own, wanted.preparation().base());
            }
            rollback.delete(creates.made(ResourceType.IMAGE, List.of(own.id())));
        }
    }

    private String asked(PlannedPreparation wanted, Launched server) {
        Preparation preparation = wanted.preparation();
        try {
            return creates.make(PendingCreate.of(
                    ResourceType.IMAGE,
                    preparation.imageName(),
                    server.plan().name(),
                    marking -> patient.compute()
                            .createImage(server.server().id(), preparation.imageName(), wanted.properties(marking))));
        } catch (HttpStatusException e) {
            throw new OpenStackException(
                    "Server '" + server.plan().name() + "' can't be kept as an image. " + e.getMessage(), wayOut(e), e);
        }
    }

    private static String wayOut(HttpStatusException refusal) {
        if (refusal.isOfQuota()) {
            return "The project's quota of images or snapshots is used up: delete some ('mvn openstack:list"
                    + " -Dopenstack.list=prepared' shows those of preparations), or ask the cloud's operator for more.";
        }
        return refusal.status() == FORBIDDEN
                ? "The cloud lets this user make no images of servers: ask its operator for the right to, or leave <prepare>"
                        + " out and install at each launch."
                : refusal.advice();
    }

    private boolean isElected(Image own, PlannedPreparation wanted) {
        return images.elected(wanted)
                .filter(one -> !one.image().id().equals(own.id()))
                .isEmpty();
    }

    // One of a volume needs that volume, whose snapshot it is.
    private Image released(Image own, Image base) {
        if (!own.snapshots().isEmpty()) {
            List<String> volumes = new SnapshotImages(patient.volume()).keep(own);
            creates.made(ResourceType.VOLUME, volumes).forEach(retention::strike);
            patient.glance().demandDisk(own.id(), base.minDisk()); // the flavor's own disk has nothing to do with it
        }
        creates.made(ResourceType.IMAGE, List.of(own.id())).forEach(retention::strike);
        return own;
    }

    private void shutOff(Launched server) {
        String id = server.server().id();
        String subject = "Server '" + server.plan().name() + "' (" + id + ")";
        wait(server, subject, id, SHUTOFF, SHUTOFF)
                .until(() -> cloud.compute()
                        .server(id)
                        .map(this::shutOff)
                        .orElseGet(() -> LaunchWait.gone(subject, "while it was prepared")));
    }

    // Once that is accepted it has a task; an answer that is lost is asked for again.
    private Poll.Look<Server> shutOff(Server server) {
        if (server.status().equals(SHUTOFF)) return Poll.Look.done(server);
        if (server.taskState().isEmpty()) stop(server.id());
        return Poll.Look.notYet(server.status());
    }

    private void stop(String id) {
        try {
            cloud.compute().stop(id);
        } catch (HttpStatusException e) {
            if (e.status() != CONFLICT) throw e; // else it is at something: the next look shows it
        }
    }

    private Image active(Launched server, String id) {
        String subject = "The image of server '" + server.plan().name() + "' (" + id + ")";
        return wait(server, subject, id, "image", "active")
                .until(() -> cloud.images()
                        .byId(id)
                        .map(image -> active(subject, image))
                        .orElseGet(() -> Poll.Look.missing(unfinished(subject))));
    }

    // https://opendev.org/openstack/nova/src/branch/master/nova/compute/manager.py: delete_image_on_error
    private static OpenStackException unfinished(String subject) {
        return new OpenStackException(
                subject + " was deleted while it was made: Nova does so when it can't save one",
                "Whether the disk of the server's host or the store of images is full, or another job deletes images, the"
                        + " cloud's operator can tell, by its id.");
    }

    private static Poll.Look<Image> active(String subject, Image image) {
        if (image.bootable()) return Poll.Look.done(image);
        if (new PreparedImage(image).isUnderWay()) return Poll.Look.notYet(image.status());
        throw became(subject, image.status(), "active");
    }

    // Nova does not wait for it, and Cinder makes no volume of one that is not available.
    private void awaitSnapshot(Launched server, String id) {
        String subject = "The volume snapshot of server '" + server.plan().name() + "' (" + id + ")";
        wait(server, subject, id, "snapshot", "available")
                .until(() -> cloud.volume()
                        .snapshot(id)
                        .map(snapshot -> available(subject, snapshot))
                        .orElseGet(() -> LaunchWait.gone(subject, "while its image was made")));
    }

    private static Poll.Look<Snapshot> available(String subject, Snapshot snapshot) {
        if (snapshot.isAvailable()) return Poll.Look.done(snapshot);
        if (!snapshot.status().startsWith("error")) return Poll.Look.notYet(snapshot.status());
        throw became(subject, snapshot.status(), "available");
    }

    private static OpenStackException became(String subject, String status, String goal) {
        return new OpenStackException(
                subject + " became " + status + ", not " + goal, "The cloud's operator can tell why, by its id.");
    }

    private LaunchWait wait(Launched server, String subject, String id, String stage, String goal) {
        return new LaunchWait(state, server.plan().name(), subject, id, stage, goal);
    }
}
