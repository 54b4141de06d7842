package io.github.openstackmaven.output;

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
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** A launch in words: what is planned, and each step. */
final class Wording {
    private Wording() {}

    /** {@code image debian-12, flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB), network lan}. */
    static String of(PlannedServer plan) {
        String networks = plan.networks().nics().stream().map(Wording::of).collect(Collectors.joining(", "));
        return plan.boot().image().map(image -> "image " + image.name()).orElse("no image")
                + ", flavor " + plan.flavor().name() + " (" + plan.flavor().size() + ")"
                + (networks.isEmpty() ? "" : ", network " + networks);
    }

    /** What happened, without the server's name. */
    static String of(LaunchEvent event) {
        if (event instanceof Made made) {
            return made.kind().label() + " made, id " + made.id() + ", after " + seconds(made.elapsed());
        }
        if (event instanceof Requested requested) return "asked for, id " + requested.id();
        if (event instanceof StatusChanged changed) return changed.status() + " after " + seconds(changed.elapsed());
        if (event instanceof Waiting waiting) return waiting(waiting) + ", after " + seconds(waiting.elapsed());
        if (event instanceof Held held) return held.seen() + " after " + seconds(held.elapsed());
        if (event instanceof Ready ready) return "ready after " + seconds(ready.elapsed());
        if (event instanceof Retried retried) {
            return "attempt " + retried.attempt() + ", since the one before failed: " + firstLine(retried.reason());
        }
        if (event instanceof Reused reused) return "there already, and taken, id " + reused.id();
        if (event instanceof Kept kept) return thing(kept.kind()) + "stays, as was asked for, id " + kept.id();
        if (event instanceof Failed failed) {
            return "failed after " + seconds(failed.elapsed()) + ": " + firstLine(failed.reason());
        }
        if (event instanceof Deleting deleting) {
            return thing(deleting.kind())
                    + (deleting.elapsed().isZero()
                            ? "no longer wanted, and being deleted"
                            : "still being deleted after " + seconds(deleting.elapsed()))
                    + ", id " + deleting.id();
        }
        if (event instanceof Deleted deleted) return thing(deleted.kind()) + "deleted, id " + deleted.id();
        Left left = (Left) event;
        return thing(left.kind()) + "could not be deleted, id " + left.id() + ": " + firstLine(left.reason());
    }

    /** What is waited for, and what is seen of it. */
    static String waiting(Waiting waiting) {
        return "waiting for " + waiting.stage() + (waiting.seen().isEmpty() ? "" : ": " + firstLine(waiting.seen()));
    }

    /** {@code 12.3 s}, or {@code 2 min 5 s}. */
    static String seconds(Duration duration) {
        return duration.toMinutes() < 2
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    static String firstLine(String text) {
        return PlainText.onOneLine(text.strip().lines().findFirst().orElse(""));
    }

    private static String of(PlannedNetworks.Nic nic) {
        if (nic instanceof PlannedNetworks.OnNetwork on) return on.network().name();
        if (nic instanceof PlannedNetworks.OnOwnPort own) return own.network().name();
        PlannedNetworks.OnPort on = (PlannedNetworks.OnPort) nic;
        return "port "
                + (on.port().name().isEmpty() ? on.port().id() : on.port().name());
    }

    private static String thing(ResourceType kind) {
        return kind == ResourceType.SERVER ? "" : kind.label() + " ";
    }
}
