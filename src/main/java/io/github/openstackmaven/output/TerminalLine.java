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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A server's line on a terminal.
 *
 * @param state Nova's status, {@code READY} or {@code FAILED}; empty before it is asked for
 * @param since when its launch began
 * @param ended when there was nothing left to wait for
 */
record TerminalLine(String name, String state, String stage, Instant since, Optional<Instant> ended) {
    private static final int STATE_WIDTH = 8;
    private static final String FAILED = "FAILED";

    /** A server that nothing was done for yet. */
    static TerminalLine planned(String name, String stage, Instant now) {
        return new TerminalLine(name, "", stage, now, Optional.empty());
    }

    /** The line after that. */
    TerminalLine after(LaunchEvent event, Instant now) {
        return event.match(new Next(now));
    }

    /** The text, with the name as wide as that, and all of it at most so wide. */
    String text(int nameWidth, int width, Instant now) {
        long seconds = Duration.between(since, ended.orElse(now)).toSeconds();
        String line = Columns.padded(PlainText.onOneLine(name), nameWidth) + "  "
                + Columns.padded(state.isEmpty() ? "-" : PlainText.onOneLine(state), STATE_WIDTH) + " "
                + String.format("%4d s", seconds) + "  " + PlainText.onOneLine(stage);
        return Columns.cut(line.stripTrailing(), width);
    }

    /** Whether it tells why the server failed. */
    boolean isFailed() {
        return state.equals(FAILED);
    }

    private final class Next implements LaunchEvent.Cases<TerminalLine> {
        private final Instant now;

        Next(Instant now) {
            this.now = now;
        }

        @Override
        public TerminalLine made(Made made) {
            return at(state, made.kind().label() + " made", now.minus(made.elapsed()));
        }

        @Override
        public TerminalLine requested(Requested requested) {
            return at("BUILD", "asked for", since);
        }

        @Override
        public TerminalLine statusChanged(StatusChanged changed) {
            return at(changed.status(), "", now.minus(changed.elapsed()));
        }

        @Override
        public TerminalLine waiting(Waiting waiting) {
            return at(state, LaunchMessages.waiting(waiting), now.minus(waiting.elapsed()));
        }

        @Override
        public TerminalLine held(Held held) {
            return at(state, held.seen(), since);
        }

        @Override
        public TerminalLine ready(Ready ready) {
            return ended("READY", "", ready.elapsed());
        }

        @Override
        public TerminalLine retried(Retried retried) {
            return at("", LaunchMessages.of(retried), since);
        }

        @Override
        public TerminalLine reused(Reused reused) {
            return telling(reused);
        }

        @Override
        public TerminalLine kept(Kept kept) {
            return telling(kept);
        }

        @Override
        public TerminalLine failed(Failed failed) {
            return ended(FAILED, LaunchMessages.firstLine(failed.reason()), failed.elapsed());
        }

        // Why it failed says more than that it is deleted.
        @Override
        public TerminalLine deleting(Deleting deleting) {
            return isFailed() ? TerminalLine.this : telling(deleting);
        }

        @Override
        public TerminalLine deleted(Deleted deleted) {
            return isFailed() ? TerminalLine.this : telling(deleted);
        }

        @Override
        public TerminalLine left(Left left) {
            return telling(left);
        }

        private TerminalLine at(String nextState, String nextStage, Instant nextSince) {
            return new TerminalLine(name, nextState, nextStage, nextSince, Optional.empty());
        }

        private TerminalLine ended(String nextState, String nextStage, Duration elapsed) {
            return new TerminalLine(name, nextState, nextStage, now.minus(elapsed), Optional.of(now));
        }

        private TerminalLine telling(LaunchEvent event) {
            return new TerminalLine(name, state, LaunchMessages.of(event), since, ended);
        }
    }
}
