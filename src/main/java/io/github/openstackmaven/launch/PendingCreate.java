package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.MarkedCreate;
import io.github.openstackmaven.plan.Marking;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Create that is to be sent.
 *
 * @param server the name of the server it is for
 * @param keyFile the private key that is to go with it
 * @param post makes it, so marked
 * @param id of what was answered
 * @param adopted what stands for an answer that was lost, by the id
 */
record PendingCreate<T>(
        MarkedCreate create,
        String server,
        Optional<Path> keyFile,
        Function<Marking, T> post,
        Function<T, String> id,
        Function<String, T> adopted) {

    /** What is made. */
    ResourceType kind() {
        return create.kind();
    }

    /** What it is called on record. */
    String name() {
        return create.name();
    }

    /** Something of which no more than the id is wanted. */
    static PendingCreate<String> of(MarkedCreate create, String server, Function<Marking, String> post) {
        return of(create, server, post, Function.identity(), Function.identity());
    }

    /** Something without a private key. */
    static <T> PendingCreate<T> of(
            MarkedCreate create,
            String server,
            Function<Marking, T> post,
            Function<T, String> id,
            Function<String, T> adopted) {
        return new PendingCreate<>(create, server, Optional.empty(), post, id, adopted);
    }

    /** The same of something with that private key. */
    PendingCreate<T> with(Path privateKey) {
        return new PendingCreate<>(create, server, Optional.of(privateKey), post, id, adopted);
    }
}
