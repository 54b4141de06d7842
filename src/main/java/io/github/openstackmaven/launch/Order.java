package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing to be made.
 *
 * @param server the name of the server it is for
 * @param name what it is called on record
 * @param keyFile the private key that is to go with it
 * @param post makes it, with that mark
 * @param id of what was answered
 * @param adopted what stands for an answer that was lost, by the id
 */
record Order<T>(
        ResourceType kind,
        String server,
        String name,
        Function<Mark, Optional<Path>> keyFile,
        Function<Mark, T> post,
        Function<T, String> id,
        Function<String, T> adopted) {

    /** Something of which no more than the id is wanted. */
    static Order<String> of(ResourceType kind, String server, String name, Function<Mark, String> post) {
        return of(kind, server, name, post, Function.identity(), Function.identity());
    }

    /** Something without a private key. */
    static <T> Order<T> of(
            ResourceType kind,
            String server,
            String name,
            Function<Mark, T> post,
            Function<T, String> id,
            Function<String, T> adopted) {
        return new Order<>(kind, server, name, mark -> Optional.empty(), post, id, adopted);
    }
}
