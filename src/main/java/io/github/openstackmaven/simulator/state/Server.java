package io.github.openstackmaven.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server. What state it is in follows from the time.
 *
 * @param image empty when booted from a volume
 * @param keypair as it was when the server was made: what becomes of it later does not matter
 * @param securityGroups names
 * @param ports ids
 */
public record Server(
        String id,
        String project,
        String user,
        Labels labels,
        Optional<String> image,
        Flavor flavor,
        Optional<Keypair> keypair,
        List<String> securityGroups,
        boolean configDrive,
        List<String> ports,
        Build build,
        Optional<Deletion> deletion,
        List<Action> actions,
        Instant updated,
        Activity activity)
        implements Owned {

    /** What can be changed afterwards. */
    public record Labels(String name, Optional<String> description, Map<String, String> metadata, List<String> tags) {

        public Labels withMetadata(Map<String, String> all) {
            return new Labels(name, description, all, tags);
        }

        public Labels withTags(List<String> all) {
            return new Labels(name, description, metadata, all);
        }
    }

    /**
     * From nothing to a machine.
     *
     * @param failure why there will be none
     * @param bootTime until the login prompt, once built
     */
    public record Build(Instant started, Instant finished, Optional<String> failure, Duration bootTime) {
        /** How it fails before it has begun. */
        public static final String NO_HOST = "No valid host was found. ";

        private static final Duration AGES = Duration.ofDays(36500);

        /** It fails as soon as it would have been done. */
        Build failing(String reason) {
            return new Build(started, finished, Optional.of(reason), bootTime);
        }

        /** It never comes to an end: the host has lost it. */
        Build sticking() {
            return new Build(started, started.plus(AGES), Optional.empty(), bootTime);
        }

        boolean isStuck() {
            return finished.equals(started.plus(AGES));
        }
    }

    /**
     * Its end.
     *
     * @param done from when on it is shown as deleted, if it is shown at all
     * @param finished from when on it is not there
     */
    public record Deletion(Instant started, Instant done, Instant finished) {}

    /**
     * What it is about besides running.
     *
     * @param stopped since when it is off
     * @param imaged until when an image is made of it
     */
    public record Activity(Optional<Instant> stopped, Optional<Instant> imaged) {
        static final Activity NONE = new Activity(Optional.empty(), Optional.empty());
    }

    /** Something done to it, and by which request. */
    public record Action(String name, String request, Instant started) {}

    public enum Phase {
        SCHEDULING,
        NETWORKING,
        BLOCK_DEVICE_MAPPING,
        SPAWNING,
        ACTIVE,
        ERROR;

        /** As Nova writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isBuild() {
            return compareTo(ACTIVE) < 0;
        }
    }

    /** One that can do without the rest. */
    public static Builder builder(String id, String project, String user, Labels labels, Flavor flavor, Build build) {
        return new Builder(id, project, user, labels, flavor, build);
    }

    public Optional<String> keyName() {
        return keypair.map(Keypair::name);
    }

    public Phase phase(Instant now) {
        if (!now.isBefore(build.finished())) return build.failure().isPresent() ? Phase.ERROR : Phase.ACTIVE;
        double part = (double) Duration.between(build.started(), now).toMillis()
                / Math.max(
                        1, Duration.between(build.started(), build.finished()).toMillis());
        if (part < 0.2) return Phase.SCHEDULING;
        if (part < 0.4) return Phase.NETWORKING;
        return part < 0.5 ? Phase.BLOCK_DEVICE_MAPPING : Phase.SPAWNING;
    }

    /** Whether no host was found for it. */
    public boolean isUnplaced() {
        return build.failure().filter(Build.NO_HOST::equals).isPresent();
    }

    public String status(Instant now) {
        Phase phase = phase(now);
        if (phase == Phase.ACTIVE && isOff(now)) return "SHUTOFF";
        return phase.isBuild() ? "BUILD" : phase.name();
    }

    /** Whether it runs: its machine is on. */
    public boolean isOn(Instant now) {
        return phase(now) == Phase.ACTIVE && !isOff(now);
    }

    private boolean isOff(Instant now) {
        return activity.stopped().filter(at -> !now.isBefore(at)).isPresent();
    }

    /** As Nova numbers the state of its power: 1 is on, 4 is off, 0 is not known. */
    public int powerState(Instant now) {
        if (phase(now) != Phase.ACTIVE) return 0;
        return isOff(now) ? 4 : 1;
    }

    /** As Nova calls its state. */
    public String vmState(Instant now) {
        Phase phase = phase(now);
        if (phase.isBuild()) return "building";
        return phase == Phase.ACTIVE && isOff(now) ? "stopped" : phase.word();
    }

    /** What is being done to it, if anything. */
    public Optional<String> taskState(Instant now) {
        if (deletion.isPresent()) return Optional.of("deleting");
        Phase phase = phase(now);
        if (phase.isBuild()) return Optional.of(phase.word());
        if (activity.imaged().filter(now::isBefore).isPresent()) return Optional.of("image_pending_upload");
        return activity.stopped().filter(now::isBefore).map(at -> "powering-off");
    }

    /** Whether it has its end behind it, and may be shown all the same. */
    public boolean isDeleted(Instant now) {
        return deletion.filter(end -> !now.isBefore(end.done())).isPresent();
    }

    public boolean isGone(Instant now) {
        return deletion.filter(end -> !now.isBefore(end.finished())).isPresent();
    }

    public Instant updated(Instant now) {
        if (deletion.isPresent()) {
            return isGone(now) ? deletion.get().finished() : deletion.get().started();
        }
        return build.finished().isAfter(now) || updated.isAfter(build.finished()) ? updated : build.finished();
    }

    /** From when on it can be deleted: a build is waited for, unless nobody is at it. */
    public Instant free(Instant now) {
        return phase(now).isBuild() && !build.isStuck() ? build.finished() : now;
    }

    Server with(Build other) {
        return with(labels, other, deletion, actions, updated);
    }

    public Server with(Labels others, Instant now) {
        return with(others, build, deletion, actions, now);
    }

    /** An image is made of it until then. */
    public Server imaging(Instant until, String request, Instant now) {
        return with(new Activity(activity.stopped(), Optional.of(until)), "createImage", request, now);
    }

    /** It is off from then on. */
    public Server stopping(Instant off, String request, Instant now) {
        return with(new Activity(Optional.of(off), activity.imaged()), "stop", request, now);
    }

    /** It is on again. */
    public Server starting(String request, Instant now) {
        return with(new Activity(Optional.empty(), activity.imaged()), "start", request, now);
    }

    private Server with(Activity other, String action, String request, Instant now) {
        List<Action> all = Stream.concat(Stream.of(new Action(action, request, now)), actions.stream())
                .toList();
        return with(labels, build, deletion, all, now, other);
    }

    public Server deleting(Deletion end, String request) {
        List<Action> all = Stream.concat(Stream.of(new Action("delete", request, end.started())), actions.stream())
                .toList();
        return with(labels, build, Optional.of(end), all, end.started());
    }

    private Server with(Labels others, Build other, Optional<Deletion> end, List<Action> all, Instant now) {
        return with(others, other, end, all, now, activity);
    }

    private Server with(
            Labels others, Build other, Optional<Deletion> end, List<Action> all, Instant now, Activity about) {
        return new Server(
                id,
                project,
                user,
                others,
                image,
                flavor,
                keypair,
                securityGroups,
                configDrive,
                ports,
                other,
                end,
                all,
                now,
                about);
    }

    /** What a new one is made of, each by its name; what is not said is left out. */
    public static final class Builder {
        private final String id;
        private final String project;
        private final String user;
        private final Labels labels;
        private final Flavor flavor;
        private final Build build;
        private Optional<String> image = Optional.empty();
        private Optional<Keypair> keypair = Optional.empty();
        private List<String> securityGroups = List.of();
        private boolean configDrive;
        private List<String> ports = List.of();

        private Builder(String id, String project, String user, Labels labels, Flavor flavor, Build build) {
            this.id = id;
            this.project = project;
            this.user = user;
            this.labels = labels;
            this.flavor = flavor;
            this.build = build;
        }

        public Builder image(Optional<String> value) {
            image = value;
            return this;
        }

        public Builder keypair(Optional<Keypair> value) {
            keypair = value;
            return this;
        }

        public Builder securityGroups(List<String> value) {
            securityGroups = value;
            return this;
        }

        public Builder configDrive(boolean value) {
            configDrive = value;
            return this;
        }

        public Builder ports(List<String> value) {
            ports = value;
            return this;
        }

        /** The server, its creation by that request the one thing done to it. */
        public Server createdBy(String request) {
            return new Server(
                    id,
                    project,
                    user,
                    labels,
                    image,
                    flavor,
                    keypair,
                    securityGroups,
                    configDrive,
                    ports,
                    build,
                    Optional.empty(),
                    List.of(new Action("create", request, build.started())),
                    build.started(),
                    Activity.NONE);
        }
    }
}
