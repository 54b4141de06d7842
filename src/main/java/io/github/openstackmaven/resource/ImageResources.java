package io.github.openstackmaven.resource;

import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.image.GlanceImages;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageFilter;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.PreparedMark;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Images, marked in their properties: while one is made by the marks of its build; a prepared one that is finished by its own.
 *
 * @param project the id of the one logged in to
 * @param volumes where those of volumes have their snapshots
 */
record ImageResources(GlanceImages glance, Optional<String> project, Optional<SnapshotImages> volumes)
        implements ResourcesOfType {
    private static final int CONFLICT = 409;

    @Override
    public List<Resource> all() {
        return matching(Map.of());
    }

    /** Those with the mark of a create, chosen by Glance. */
    List<Resource> launched(String launch) {
        return matching(Map.of(Mark.LAUNCH, launch));
    }

    private List<Resource> matching(Map<String, String> properties) {
        List<Resource> found = new ArrayList<>();
        glance.matching(new ImageFilter(Optional.empty(), project, Optional.empty(), List.of(), properties))
                .forEachRemaining(
                        page -> page.stream().map(ImageResources::resource).forEach(found::add));
        return List.copyOf(found);
    }

    @Override
    public Optional<Resource> find(String id) {
        return glance.byId(id).map(ImageResources::resource);
    }

    // An image tells of its snapshots as long as it is there.
    @Override
    public boolean delete(String id) {
        volumes.ifPresent(those -> glance.byId(id).ifPresent(those::clear));
        return glance.delete(id);
    }

    @Override
    public void renew(Resource image, Optional<Instant> expiresAt) {
        expiresAt.ifPresentOrElse(
                at -> glance.change(image.id(), Map.of(Mark.EXPIRES_AT, at.toString()), Set.of()),
                () -> takeOut(image.id(), Set.of(Mark.EXPIRES_AT)));
    }

    @Override
    public void release(Resource image) {
        glance.byId(image.id()).ifPresent(seen -> takeOut(image.id(), marks(seen)));
    }

    private static Set<String> marks(Image image) {
        return image.texts().keySet().stream()
                .filter(key -> key.startsWith(Mark.PREFIX))
                .collect(Collectors.toSet());
    }

    // Who says it twice is told that it is not there.
    private void takeOut(String id, Set<String> keys) {
        if (keys.isEmpty()) return;
        try {
            glance.change(id, Map.of(), keys);
        } catch (HttpStatusException e) {
            boolean done = e.status() == CONFLICT
                    && glance.byId(id)
                            .filter(image -> image.texts().keySet().stream().anyMatch(keys::contains))
                            .isEmpty();
            if (!done) throw e;
        }
    }

    static Resource resource(Image image) {
        return new Resource(
                ResourceType.IMAGE,
                image.id(),
                image.name(),
                mark(image),
                image.createdAt(),
                Optional.of(image.status()));
    }

    private static Optional<Mark> mark(Image image) {
        Map<String, String> texts = image.texts();
        return Mark.inMetadata(texts)
                .or(() -> PreparedMark.of(image.name(), texts)
                        .map(mark -> Mark.ofItself(image.id(), mark.project(), mark.expiresAt())));
    }
}
