package io.github.openstackmaven.teardown;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Logs a teardown, a line an event, and strikes from the ledger what is gone. */
public record TeardownLog(Ledger ledger, Consumer<String> info, Consumer<String> warning) implements TeardownListener {

    /**
     * Makes the teardown that this logs.
     *
     * @param other is told after this
     */
    public Teardown teardown(Resources resources, Time time, Executor executor, Consumer<TeardownEvent> other) {
        return new Teardown(resources, time, PollSchedule.standard(), executor, round -> {
            told(round);
            round.forEach(other);
        });
    }

    @Override
    public void told(List<TeardownEvent> round) {
        round.forEach(event -> event.match(new Lines()));
        strike(round);
    }

    private final class Lines implements TeardownEvent.Cases {
        @Override
        public void accepted(TeardownEvent.Accepted event) {
            info.accept(label(event.resource()) + ": deletion accepted" + id(event.resource()));
        }

        @Override
        public void waiting(TeardownEvent.Waiting event) {
            info.accept(label(event.resource()) + ": still there after "
                    + event.elapsed().toSeconds() + " s" + id(event.resource()));
        }

        @Override
        public void deleted(TeardownEvent.Deleted event) {
            info.accept(label(event.resource()) + ": gone" + id(event.resource()));
        }

        @Override
        public void refused(TeardownEvent.Refused event) {
            warning.accept(label(event.resource()) + ": not deleted yet: " + event.reason());
        }

        @Override
        public void unmarked(TeardownEvent.Unmarked event) {
            warning.accept(event.resource() + " has lost the plugin's marks: it stays; -Dopenstack.force deletes it");
        }

        @Override
        public void lookUpFailed(TeardownEvent.LookUpFailed event) {
            warning.accept(event.entry() + " stays on record: " + event.reason());
        }

        @Override
        public void neverCreated(TeardownEvent.NeverCreated event) {}
    }

    // A large ledger is not written anew for each.
    private void strike(List<TeardownEvent> round) {
        List<Predicate<LedgerEntry>> ended =
                round.stream().flatMap(event -> event.ended().stream()).toList();
        if (ended.isEmpty()) return;
        try {
            ledger.gone(entry -> ended.stream().anyMatch(one -> one.test(entry)));
        } catch (OpenStackException e) {
            warning.accept(e.getMessage());
            for (Throwable other : e.getSuppressed()) warning.accept(other.getMessage());
        }
    }

    // A keypair's id is its name.
    private static String id(Resource resource) {
        return resource.id().equals(resource.name()) ? "" : ", id " + Mark.brief(resource.id());
    }

    private static String label(Resource resource) {
        String name = resource.name().isEmpty() ? Mark.brief(resource.id()) : Mark.brief(resource.name());
        return resource.kind() == ResourceType.SERVER ? name : resource.kind().label() + " " + name;
    }
}
