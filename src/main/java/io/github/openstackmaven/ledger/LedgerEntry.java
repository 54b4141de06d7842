package io.github.openstackmaven.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Record of a resource that was asked for, or is about to be. What an older version of the plugin did not write down is taken to be a
 * kept server's.
 *
 * @param launch the mark {@code maven:launch}, by which it is found when its id is not known
 * @param build the mark {@code maven:build}
 * @param project groupId:artifactId of the module that launched it; empty where an older version did not write it down
 * @param at when the create was about to be sent, or was answered
 * @param id empty until the create was answered
 * @param file a private key that goes with it
 * @param lease how long it lives from one renewal to the next; empty once the cloud knows until when it is kept
 * @param ttl how long it lives once it is kept; empty: for ever
 */
public record LedgerEntry(
        ResourceType kind,
        String launch,
        String build,
        String project,
        String name,
        Place place,
        Keep keep,
        Instant at,
        Optional<String> id,
        Optional<String> file,
        Optional<Duration> lease,
        Optional<Duration> ttl) {

    public LedgerEntry {
        kind = Objects.requireNonNullElse(kind, ResourceType.SERVER);
        launch = Objects.requireNonNullElse(launch, "");
        build = Objects.requireNonNullElse(build, "");
        project = Objects.requireNonNullElse(project, "");
        name = Objects.requireNonNullElse(name, "");
        place = Objects.requireNonNullElseGet(place, () -> new Place("", "", ""));
        keep = Objects.requireNonNullElse(keep, Keep.ALWAYS);
        at = Objects.requireNonNullElse(at, Instant.EPOCH);
    }

    /** Whether a module launched it, as far as that is known. */
    public boolean isLaunchedBy(String module) {
        return project.isEmpty() || project.equals(module);
    }

    /** Whether it stays when its build is over, and the cloud knows until when. */
    boolean isEndless() {
        return keep == Keep.ALWAYS && lease.isEmpty();
    }

    /** Whether a thing is the one: by its id, and where that is not known by its mark, which a double would have too. */
    boolean isOf(ResourceType otherKind, String otherId, Optional<Mark> mark) {
        return otherKind == kind
                && id.map(otherId::equals)
                        .orElseGet(() ->
                                mark.filter(one -> one.launch().equals(launch)).isPresent());
    }

    /** The same with another's file. */
    LedgerEntry withFileOf(LedgerEntry other) {
        return new LedgerEntry(kind, launch, build, project, name, place, keep, at, id, other.file, lease, ttl);
    }

    /** The same that stays. */
    LedgerEntry kept() {
        return new LedgerEntry(kind, launch, build, project, name, place, Keep.ALWAYS, at, id, file, lease, ttl);
    }

    /** The same that needs no renewal. */
    LedgerEntry settled() {
        return new LedgerEntry(kind, launch, build, project, name, place, keep, at, id, file, Optional.empty(), ttl);
    }

    /** {@code server 'web' (6f1c…)}, without the id where it is not known. */
    @Override
    public String toString() {
        return kind.label() + " '" + name + "'"
                + id.map(known -> " (" + known + ")").orElse("");
    }

    /** Where a thing is; a part that a login does not have is empty. */
    public record Place(String cloud, String region, String project) {
        public Place {
            cloud = Objects.requireNonNullElse(cloud, "");
            region = Objects.requireNonNullElse(region, "");
            project = Objects.requireNonNullElse(project, "");
        }
    }
}
