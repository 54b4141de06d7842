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
 * @param kind what is made
 * @param name what it is called on record
 * @param server the name of the server it is for
 * @param keyFile the private key that is to go with it
 * @param post makes it, so marked
 * @param id of what was answered
 * @param adopted what stands for an answer that was lost, by the id
 */
record PendingCreate<T>(
        ResourceType kind,
        String name,
        String server,
        Optional<Path> keyFile,
        Function<Marking, T> post,
        Function<T, String> id,
        Function<String, T> adopted) {

    /** Something of which no more than the id is wanted. */
    static PendingCreate<String> of(MarkedCreate create, String server, Function<Marking, String> post) {
        return of(create.kind(), create.name(), server, post);
    }

    /** The same of something that is no part of a recipe. */
    static PendingCreate<String> of(ResourceType kind, String name, String server, Function<Marking, String> post) {
        return new PendingCreate<>(
                kind, name, server, Optional.empty(), post, Function.identity(), Function.identity());
    }

    /** Something without a private key. */
    static <T> PendingCreate<T> of(
            MarkedCreate create,
            String server,
            Function<Marking, T> post,
            Function<T, String> id,
            Function<String, T> adopted) {
        return new PendingCreate<>(create.kind(), create.name(), server, Optional.empty(), post, id, adopted);
    }

    /** The same of something with that private key. */
    PendingCreate<T> with(Path privateKey) {
        return new PendingCreate<>(kind, name, server, Optional.of(privateKey), post, id, adopted);
    }
}
