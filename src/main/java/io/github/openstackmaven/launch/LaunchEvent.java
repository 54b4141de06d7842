package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.ResourceType;
import java.time.Duration;

/** A step of a launch, for whoever reports progress. Times are since the launch of this server began. */
public sealed interface LaunchEvent {

    /** The server's name; of what several servers share, the first's. */
    String name();

    /** What comes of it, by what it is. */
    <T> T match(Cases<T> cases);

    /** One case for each: an event that is new does not compile until it is told everywhere. */
    interface Cases<T> {
        T made(Made event);

        T requested(Requested event);

        T statusChanged(StatusChanged event);

        T waiting(Waiting event);

        T held(Held event);

        T ready(Ready event);

        T retried(Retried event);

        T reused(Reused event);

        T kept(Kept event);

        T failed(Failed event);

        T deleting(Deleting event);

        T deleted(Deleted event);

        T left(Left event);
    }

    /** What a server needs was made: a port, volume, keypair, group or floating IP. */
    record Made(String name, ResourceType kind, String id, Duration elapsed) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.made(this);
        }
    }

    /** Nova has accepted the create. */
    record Requested(String name, String id) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.requested(this);
        }
    }

    /** The server's status is another than last time. */
    record StatusChanged(String name, String id, String status, Duration elapsed) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.statusChanged(this);
        }
    }

    /**
     * Something is still waited for: told when the wait begins, when what is seen changes, and every 15 seconds.
     *
     * @param stage what: {@code ACTIVE}, {@code volume}, {@code address}, {@code tcp 22}, {@code ssh}, {@code cloudInit}, {@code http}, {@code log}
     * @param seen what was last seen of it; empty at the beginning
     */
    record Waiting(String name, String id, String stage, String seen, Duration elapsed) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.waiting(this);
        }
    }

    /**
     * Something that was waited for holds.
     *
     * @param seen what was seen of it: {@code tcp 22 of 192.0.2.1 accepts connections}
     */
    record Held(String name, String id, String stage, String seen, Duration elapsed) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.held(this);
        }
    }

    /** All that was waited for holds. */
    record Ready(String name, String id, Duration elapsed) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ready(this);
        }
    }

    /** Another attempt is made, since the one before failed so. */
    record Retried(String name, int attempt, String reason) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.retried(this);
        }
    }

    /** A server that was there already is taken; none is made. */
    record Reused(String name, String id) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.reused(this);
        }
    }

    /** What was made stays, although the launch failed: that was asked for. */
    record Kept(String name, ResourceType kind, String id) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.kept(this);
        }
    }

    /**
     * The server could not be launched.
     *
     * @param failure why
     */
    record Failed(String name, RuntimeException failure, Duration elapsed) implements LaunchEvent {

        /** Why, in the user's terms. */
        public String reason() {
            return String.valueOf(failure.getMessage());
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.failed(this);
        }
    }

    /**
     * Something that was made is no longer wanted, and the cloud is deleting it; told when it begins and every 15 seconds.
     *
     * @param elapsed since it began
     */
    record Deleting(String name, ResourceType kind, String id, Duration elapsed) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.deleting(this);
        }
    }

    /** Something that was made is no longer wanted, and gone. */
    record Deleted(String name, ResourceType kind, String id) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.deleted(this);
        }
    }

    /** Something that is no longer wanted could not be deleted. */
    record Left(String name, ResourceType kind, String id, String reason) implements LaunchEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.left(this);
        }
    }
}
