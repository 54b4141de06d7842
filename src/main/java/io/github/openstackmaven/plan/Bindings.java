package io.github.openstackmaven.plan;

import io.github.openstackmaven.config.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a create leaves open until all that comes before it is made.
 *
 * @param ids of what is made before; of a keypair its name
 * @param references fills in what user data says of other servers
 * @param secrets what is sent of a secret
 */
public record Bindings(
        Function<Create, String> ids, UnaryOperator<String> references, Function<Secret, String> secrets) {

    /** Nothing is made yet: words in angle brackets for ids, {@code ***} for secrets, references as they are written. */
    public static Bindings foreseen() {
        return new Bindings(Create::placeholder, UnaryOperator.identity(), secret -> "***");
    }

    /** What was made. */
    public static Bindings of(Map<Create, String> ids, UnaryOperator<String> references) {
        return new Bindings(
                create -> Optional.ofNullable(ids.get(create))
                        .orElseThrow(() -> new IllegalStateException(create.placeholder() + " is not made yet")),
                references,
                Secret::reveal);
    }

    /** The id of what is made before. */
    String id(Create create) {
        return ids.apply(create);
    }
}
