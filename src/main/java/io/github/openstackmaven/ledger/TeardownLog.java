package io.github.openstackmaven.ledger;

import io.github.openstackmaven.OpenStackException;
import java.util.function.Consumer;

/** Tells a teardown, a line a step, and strikes from the ledger what is gone. */
public record TeardownLog(Ledger ledger, Consumer<String> info, Consumer<String> warning)
        implements Consumer<TeardownEvent> {

    @Override
    public void accept(TeardownEvent event) {
        Resource resource = event.resource();
        if (event instanceof TeardownEvent.Asked) {
            info.accept(label(resource) + ": deletion accepted" + id(resource));
        } else if (event instanceof TeardownEvent.Refused refused) {
            warning.accept(label(resource) + ": not deleted yet: " + refused.reason());
        } else if (event instanceof TeardownEvent.Waiting waiting) {
            info.accept(
                    label(resource) + ": still there after " + waiting.elapsed().toSeconds() + " s" + id(resource));
        } else if (event instanceof TeardownEvent.Gone) {
            info.accept(label(resource) + ": gone" + id(resource));
            strike(resource);
        }
    }

    private void strike(Resource resource) {
        try {
            ledger.gone(resource);
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
