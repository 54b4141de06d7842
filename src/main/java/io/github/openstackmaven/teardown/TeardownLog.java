package io.github.openstackmaven.teardown;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Logs a teardown, a line an event, and strikes from the ledger what is gone. */
public record TeardownLog(Ledger ledger, Consumer<String> info, Consumer<String> warning)
        implements Consumer<TeardownEvent> {

    /**
     * Makes the teardown that this logs.
     *
     * @param other is told after this
     */
    public Teardown teardown(Resources resources, Time time, Executor executor, Consumer<TeardownEvent> other) {
        return new Teardown(resources, time, PollSchedule.standard(), executor, andThen(other));
    }

    @Override
    public void accept(TeardownEvent event) {
        if (event instanceof TeardownEvent.Accepted accepted) {
            info.accept(label(accepted.resource()) + ": deletion accepted" + id(accepted.resource()));
        } else if (event instanceof TeardownEvent.Refused refused) {
            warning.accept(label(refused.resource()) + ": not deleted yet: " + refused.reason());
        } else if (event instanceof TeardownEvent.Waiting waiting) {
            info.accept(label(waiting.resource()) + ": still there after "
                    + waiting.elapsed().toSeconds() + " s" + id(waiting.resource()));
        } else if (event instanceof TeardownEvent.Deleted deleted) {
            info.accept(label(deleted.resource()) + ": gone" + id(deleted.resource()));
            strike(() -> gone(deleted.resource()));
        } else if (event instanceof TeardownEvent.Unmarked unmarked) {
            warning.accept(
                    unmarked.resource() + " has lost the plugin's marks: it stays; -Dopenstack.force deletes it");
        } else if (event instanceof TeardownEvent.LookUpFailed failed) {
            warning.accept(failed.entry() + " stays on record: " + failed.reason());
        } else if (event instanceof TeardownEvent.NeverCreated never) {
            strike(() -> ledger.gone(never.entry().launch()));
        }
    }

    private void gone(Resource resource) {
        ledger.gone(resource.kind(), resource.id(), resource.mark());
    }

    private void strike(Runnable writing) {
        try {
            writing.run();
        } catch (OpenStackException e) {
            warning.accept(e.getMessage()); // the others are to go all the same
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
