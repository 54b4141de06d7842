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
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A server's line on a terminal.
 *
 * @param state Nova's status, {@code READY}, {@code FAILED}, {@code DELETING} or {@code DELETED}; empty before it is asked for
 * @param since when its launch began
 * @param ended when there was nothing left to wait for
 */
record TerminalLine(String name, String state, String stage, Instant since, Optional<Instant> ended) {
    private static final int STATE_WIDTH = 8;
    private static final String FAILED = "FAILED";
    private static final String DELETED = "DELETED";

    /** A server that nothing was done for yet. */
    static TerminalLine planned(String name, String stage, Instant now) {
        return new TerminalLine(name, "", stage, now, Optional.empty());
    }

    /** The line after that. */
    TerminalLine after(LaunchEvent event, Instant now) {
        return event.match(new Next(now));
    }

    /**
     * The text, with the name as wide as that, and all of it at most so wide.
     *
     * @param colors of the states
     */
    String text(int nameWidth, int width, Instant now, StateColors colors) {
        long seconds = Duration.between(since, ended.orElse(now)).toSeconds();
        String before = Columns.padded(PlainText.onOneLine(name), nameWidth) + "  ";
        String shown = state.isEmpty() ? "-" : PlainText.onOneLine(state);
        String line = before + Columns.padded(shown, STATE_WIDTH) + " " + String.format("%4d s", seconds) + "  "
                + PlainText.onOneLine(stage);
        String cut = Columns.cut(line.stripTrailing(), width);
        return cut.startsWith(before + shown)
                ? before + colors.of(shown) + cut.substring(before.length() + shown.length())
                : cut;
    }

    /** Whether it tells why the server failed, or that it is gone: nothing but another attempt makes more of it. */
    boolean isOver() {
        return isFailed() || state.equals(DELETED);
    }

    private boolean isFailed() {
        return state.equals(FAILED);
    }

    private TerminalLine in(String other) {
        return new TerminalLine(name, other, stage, since, ended);
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
            return besides(kept.kind(), kept);
        }

        @Override
        public TerminalLine failed(Failed failed) {
            return ended(FAILED, LaunchMessages.firstLine(failed.reason()), failed.elapsed());
        }

        @Override
        public TerminalLine deleting(Deleting deleting) {
            if (isOver()) return TerminalLine.this;
            TerminalLine telling = telling(deleting);
            return deleting.kind() == ResourceType.SERVER ? telling.in("DELETING") : telling;
        }

        @Override
        public TerminalLine deleted(Deleted deleted) {
            if (deleted.kind() != ResourceType.SERVER) return isOver() ? TerminalLine.this : telling(deleted);
            return isFailed()
                    ? adding("deleted")
                    : new TerminalLine(name, DELETED, "no longer wanted", since, ended.or(() -> Optional.of(now)));
        }

        @Override
        public TerminalLine left(Left left) {
            return isOver() ? adding(LaunchMessages.of(left)) : telling(left);
        }

        // What a server needed is no news where it has failed or is gone.
        private TerminalLine besides(ResourceType kind, LaunchEvent event) {
            if (!isOver()) return telling(event);
            return kind == ResourceType.SERVER ? adding(LaunchMessages.of(event)) : TerminalLine.this;
        }

        // Why it failed stays to be seen.
        private TerminalLine adding(String more) {
            return new TerminalLine(name, state, stage + "; " + more, since, ended);
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
