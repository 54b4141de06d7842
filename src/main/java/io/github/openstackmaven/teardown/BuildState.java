package io.github.openstackmaven.teardown;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * State of a build in the moment it ends; its collections go on changing until then.
 *
 * @param id the mark {@code maven:build}
 * @param sites what its launches have where: each a {@link LaunchSite#plain()}, no two of one place and ledger
 * @param heartbeats the threads that renew leases
 * @param launching the threads with a launch under way
 * @param over set once it ends: no launch begins any more
 * @param succeeded whether it has come to a good end
 * @param logs what is to be fetched from its servers when it has failed, as whoever fetches it wants it told
 * @param timeout how long its end may take
 */
public record BuildState(
        String id,
        Collection<Map<String, Object>> sites,
        Collection<Thread> heartbeats,
        Set<Thread> launching,
        AtomicBoolean over,
        BooleanSupplier succeeded,
        Collection<Map<String, Object>> logs,
        Duration timeout) {

    /** The same of the JDK's types only, as it crosses class loaders. */
    public Map<String, Object> plain() {
        return Map.of(
                "id", id,
                "sites", sites,
                "heartbeats", heartbeats,
                "launching", launching,
                "over", over,
                "succeeded", succeeded,
                "logs", logs,
                "timeout", timeout);
    }

    @SuppressWarnings("unchecked")
    static BuildState of(Map<String, Object> plain) {
        return new BuildState(
                (String) part(plain, "id"),
                (Collection<Map<String, Object>>) part(plain, "sites"),
                (Collection<Thread>) part(plain, "heartbeats"),
                (Set<Thread>) part(plain, "launching"),
                (AtomicBoolean) part(plain, "over"),
                (BooleanSupplier) part(plain, "succeeded"),
                (Collection<Map<String, Object>>) part(plain, "logs"),
                (Duration) part(plain, "timeout"));
    }

    /** Part of a plain state, which is there in each. */
    static Object part(Map<String, Object> plain, String name) {
        return Objects.requireNonNull(plain.get(name), name);
    }
}
