package io.github.openstackmaven.teardown;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.Kind;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.resource.Resource;
import java.util.function.Consumer;

/** Tells a teardown, a line a step, and strikes from the ledger what is gone. */
public record TeardownLog(Ledger ledger, Consumer<String> info, Consumer<String> warning)
        implements Consumer<TeardownEvent> {

    @Override
    public void accept(TeardownEvent event) {
        if (event instanceof TeardownEvent.Asked asked) {
            info.accept(label(asked.resource()) + ": deletion accepted" + id(asked.resource()));
        } else if (event instanceof TeardownEvent.Refused refused) {
            warning.accept(label(refused.resource()) + ": not deleted yet: " + refused.reason());
        } else if (event instanceof TeardownEvent.Waiting waiting) {
            info.accept(label(waiting.resource()) + ": still there after "
                    + waiting.elapsed().toSeconds() + " s" + id(waiting.resource()));
        } else if (event instanceof TeardownEvent.Gone gone) {
            info.accept(label(gone.resource()) + ": gone" + id(gone.resource()));
            strike(() -> gone(gone.resource()));
        } else if (event instanceof TeardownEvent.Spared spared) {
            warning.accept(spared.resource() + " has lost the plugin's marks: it stays; -Dopenstack.force deletes it");
        } else if (event instanceof TeardownEvent.NotSought unsought) {
            warning.accept(unsought.entry() + " stays on record: " + unsought.reason());
        } else if (event instanceof TeardownEvent.NeverMade never) {
            strike(() -> ledger.strike(never.entry().launch()));
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
        return resource.id().equals(resource.name()) ? "" : ", id " + resource.id();
    }

    private static String label(Resource resource) {
        String name = resource.name().isEmpty() ? resource.id() : resource.name();
        return resource.kind() == Kind.SERVER ? name : resource.kind().label() + " " + name;
    }
}
