package io.github.openstackmaven.ledger;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Records what the launches of one build create on one cloud, before and after each create. */
public interface Journal {
    /**
     * A create is about to be sent.
     *
     * @param launch its mark {@code maven:launch}
     */
    void intend(ResourceType kind, String launch, String name);

    /**
     * The same of a thing with a private key on this machine, which is to go with it.
     *
     * @param file the key
     */
    default void intend(ResourceType kind, String launch, String name, Path file) {
        intend(kind, launch, name);
    }

    /**
     * One of the servers of a create that makes several.
     *
     * @param launch its mark {@code maven:launch}, and its name
     */
    record Intent(String launch, String name) {}

    /** A create of several servers is about to be sent. */
    default void intendServers(List<Intent> servers) {
        servers.forEach(one -> intend(ResourceType.SERVER, one.launch(), one.name()));
    }

    /** It was answered: these are the servers, by their ids. */
    default void madeServers(Map<String, Intent> servers) {
        servers.forEach((id, one) -> made(ResourceType.SERVER, one.launch(), one.name(), id));
    }

    /** The cloud says that none of them was made. */
    default void refusedServers(List<Intent> servers) {
        servers.forEach(one -> refused(one.launch()));
    }

    /** It was answered: this is the thing. */
    void made(ResourceType kind, String launch, String name, String id);

    /** It is gone again; so is its private key. */
    void strike(String launch);

    /** The same of several. */
    default void strike(Collection<String> launches) {
        launches.forEach(this::strike);
    }

    /** The cloud says that it was not made: nothing is on record of it, nor its private key here, but the end of the build looks for its marks. */
    default void refused(String launch) {
        strike(launch);
    }

    /** Their launch is over, and they stay when the build is. */
    void keep(Collection<String> launches);

    /** The cloud knows until when they stay: they need no heartbeat any more. */
    void settled(Collection<String> launches);

    /** It is the user's now: it stays when the rest goes. */
    void release(String launch);
}
