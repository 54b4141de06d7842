package io.github.openstackmaven.compute;

import io.github.openstackmaven.http.Microversion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the servers of a group run: <a
 * href="https://docs.openstack.org/api-ref/compute/#create-server-group">policy</a>. The soft ones are wishes, the others conditions.
 */
public enum ServerGroupPolicy {
    AFFINITY(1),
    ANTI_AFFINITY(1),
    SOFT_AFFINITY(15),
    SOFT_ANTI_AFFINITY(15);

    private final int minor;

    ServerGroupPolicy(int minor) {
        this.minor = minor;
    }

    /** The policy of that word; empty when there is none. */
    public static Optional<ServerGroupPolicy> of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word().equals(word))
                .findFirst();
    }

    /** Nova's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first microversion that knows it. */
    public Microversion since() {
        return new Microversion(2, minor);
    }
}
