package io.github.openstackmaven.output;

import io.github.openstackmaven.Columns;
import io.github.openstackmaven.PlainText;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.LaunchEvent.Deleted;
import io.github.openstackmaven.launch.LaunchEvent.Deleting;
import io.github.openstackmaven.launch.LaunchEvent.Failed;
import io.github.openstackmaven.launch.LaunchEvent.Held;
import io.github.openstackmaven.launch.LaunchEvent.Kept;
import io.github.openstackmaven.launch.LaunchEvent.Left;
import io.github.openstackmaven.launch.LaunchEvent.Made;
import io.github.openstackmaven.launch.LaunchEvent.Ready;
import io.github.openstackmaven.launch.LaunchEvent.Requested;
import io.github.openstackmaven.launch.LaunchEvent.Retried;
import io.github.openstackmaven.launch.LaunchEvent.Reused;
import io.github.openstackmaven.launch.LaunchEvent.StatusChanged;
import io.github.openstackmaven.launch.LaunchEvent.Waiting;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** A launch in words: what is planned, and each step. */
final class LaunchMessages {
    private static final int LONGEST = 120;

    private LaunchMessages() {}

    /** {@code image debian-12, flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB), network lan}. */
    static String of(PlannedServer plan) {
        String networks =
                plan.networks().nics().stream().map(PlannedNetworks.Nic::label).collect(Collectors.joining(", "));
        return plan.boot().image().map(image -> "image " + image.name()).orElse("no image")
                + ", flavor " + plan.flavor().name() + " (" + plan.flavor().size() + ")"
                + (networks.isEmpty() ? "" : ", network " + networks);
    }

    /** What happened, without the server's name. */
    static String of(LaunchEvent event) {
        return event.match(new Words());
    }

    private static final class Words implements LaunchEvent.Cases<String> {
        @Override
        public String made(Made made) {
            return made.kind().label() + " made, id " + Mark.brief(made.id()) + ", after " + seconds(made.elapsed());
        }

        @Override
        public String requested(Requested requested) {
            return "asked for, id " + requested.id();
        }

        @Override
        public String statusChanged(StatusChanged changed) {
            return changed.status() + " after " + seconds(changed.elapsed());
        }

        @Override
        public String waiting(Waiting waiting) {
            return LaunchMessages.waiting(waiting) + ", after " + seconds(waiting.elapsed());
        }

        @Override
        public String held(Held held) {
            return held.seen() + " after " + seconds(held.elapsed());
        }

        @Override
        public String ready(Ready ready) {
            return "ready after " + seconds(ready.elapsed());
        }

        @Override
        public String retried(Retried retried) {
            return "attempt " + retried.attempt() + ", since the one before failed: " + firstLine(retried.reason());
        }

        @Override
        public String reused(Reused reused) {
            return "there already, and taken, id " + reused.id();
        }

        @Override
        public String kept(Kept kept) {
            return thing(kept.kind()) + "stays, as was asked for, id " + kept.id();
        }

        @Override
        public String failed(Failed failed) {
            return "failed after " + seconds(failed.elapsed()) + ": " + firstLine(failed.reason());
        }

        @Override
        public String deleting(Deleting deleting) {
            return thing(deleting.kind())
                    + (deleting.elapsed().isZero()
                            ? "no longer wanted, and being deleted"
                            : "still being deleted after " + seconds(deleting.elapsed()))
                    + ", id " + Mark.brief(deleting.id());
        }

        @Override
        public String deleted(Deleted deleted) {
            return thing(deleted.kind()) + "deleted, id " + Mark.brief(deleted.id());
        }

        @Override
        public String left(Left left) {
            return thing(left.kind()) + "could not be deleted, id " + left.id() + ": " + firstLine(left.reason());
        }
    }

    /** What is waited for, and what is seen of it, in short: it is told again and again, and in full when it fails. */
    static String waiting(Waiting waiting) {
        String seen = waiting.seen().isEmpty() ? "" : ": " + Columns.cut(firstLine(waiting.seen()), LONGEST);
        return "waiting for " + waiting.stage() + seen;
    }

    /** {@code 12.3 s}, or {@code 2 min 5 s}. */
    static String seconds(Duration duration) {
        return duration.toMinutes() < 2
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /** Whether there is more to tell of it than {@code 0.0 s}. */
    static boolean isNotable(Duration duration) {
        return duration.toMillis() >= 50;
    }

    static String firstLine(String text) {
        return PlainText.onOneLine(text.strip().lines().findFirst().orElse(""));
    }

    private static String thing(ResourceType kind) {
        return kind == ResourceType.SERVER ? "" : kind.label() + " ";
    }
}
