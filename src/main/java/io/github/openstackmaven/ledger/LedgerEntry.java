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
    private static final String NO_PROJECT = "org.apache.maven:"; // Maven's own stand-in

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

    /** A record that says which create it is, and no more. */
    public static Builder builder(ResourceType kind, String launch, String name) {
        return new Builder(kind, launch, name);
    }

    /** The same, to be changed. */
    public Builder toBuilder() {
        return builder(kind, launch, name)
                .build(build)
                .project(project)
                .place(place)
                .keep(keep)
                .at(at)
                .id(id)
                .file(file)
                .lease(lease)
                .ttl(ttl);
    }

    /** Whether a module launched it, as far as that is known. */
    public boolean isLaunchedBy(String module) {
        return project.isEmpty() || project.equals(module);
    }

    /** The command that deletes what its module has launched, whichever folder of the reactor it is called in. */
    public String deleteCommand() {
        boolean ofModule = !project.isEmpty() && !project.startsWith(NO_PROJECT);
        return "mvn openstack:delete" + (ofModule ? " -pl " + project : "");
    }

    /** Whether it stays when its build is over, and the cloud knows until when. */
    boolean isEndless() {
        return keep == Keep.ALWAYS && lease.isEmpty();
    }

    /** Whether a thing is the one: by its id, and where that is not known by its mark, which a double would have too. */
    public boolean isOf(ResourceType otherKind, String otherId, Optional<Mark> mark) {
        return otherKind == kind
                && id.map(otherId::equals)
                        .orElseGet(() ->
                                mark.filter(one -> one.launch().equals(launch)).isPresent());
    }

    /** The same with another's file. */
    LedgerEntry withFileOf(LedgerEntry other) {
        return toBuilder().file(other.file).entry();
    }

    /** The same that stays. */
    LedgerEntry kept() {
        return toBuilder().keep(Keep.ALWAYS).entry();
    }

    /** The same that needs no renewal. */
    LedgerEntry settled() {
        return toBuilder().lease(Optional.empty()).entry();
    }

    /** {@code server 'web' (6f1c…)}, without the id where it is not known. */
    @Override
    public String toString() {
        return kind.label() + " '" + name + "'"
                + id.map(known -> " (" + known + ")").orElse("");
    }

    /**
     * Whether a login sees it: all of a project's users see its things, but
     * <a href="https://docs.openstack.org/api-ref/compute/#keypairs-keypairs">a keypair is its user's</a>.
     */
    public boolean isAt(Place login) {
        return kind == ResourceType.KEYPAIR ? place.mayBe(login) : place.isProjectOf(login);
    }

    /** Where a thing is, and whose; a part that a login does not have, or an older version did not write down, is empty. */
    public record Place(String cloud, String region, String project, String user) {
        public Place {
            cloud = Objects.requireNonNullElse(cloud, "");
            region = Objects.requireNonNullElse(region, "");
            project = Objects.requireNonNullElse(project, "");
            user = Objects.requireNonNullElse(user, "");
        }

        /** A place of whichever user. */
        public Place(String cloud, String region, String project) {
            this(cloud, region, project, "");
        }

        /** Whether it is that one's project. */
        public boolean isProjectOf(Place other) {
            return cloud.equals(other.cloud) && region.equals(other.region) && project.equals(other.project);
        }

        /** Whether it is that one's project and user, as far as the users are known. */
        public boolean mayBe(Place other) {
            return isProjectOf(other) && (user.isEmpty() || other.user.isEmpty() || user.equals(other.user));
        }
    }

    /** What one is made of, each by its name; what is not said is left out. */
    public static final class Builder {
        private final ResourceType kind;
        private final String launch;
        private final String name;
        private String build = "";
        private String project = "";
        private Place place = new Place("", "", "");
        private Keep keep = Keep.ALWAYS;
        private Instant at = Instant.EPOCH;
        private Optional<String> id = Optional.empty();
        private Optional<String> file = Optional.empty();
        private Optional<Duration> lease = Optional.empty();
        private Optional<Duration> ttl = Optional.empty();

        private Builder(ResourceType kind, String launch, String name) {
            this.kind = kind;
            this.launch = launch;
            this.name = name;
        }

        public Builder build(String value) {
            build = value;
            return this;
        }

        public Builder project(String value) {
            project = value;
            return this;
        }

        public Builder place(Place value) {
            place = value;
            return this;
        }

        public Builder keep(Keep value) {
            keep = value;
            return this;
        }

        public Builder at(Instant value) {
            at = value;
            return this;
        }

        public Builder id(Optional<String> value) {
            id = value;
            return this;
        }

        public Builder file(Optional<String> value) {
            file = value;
            return this;
        }

        public Builder lease(Optional<Duration> value) {
            lease = value;
            return this;
        }

        public Builder ttl(Optional<Duration> value) {
            ttl = value;
            return this;
        }

        public LedgerEntry entry() {
            return new LedgerEntry(kind, launch, build, project, name, place, keep, at, id, file, lease, ttl);
        }
    }
}
