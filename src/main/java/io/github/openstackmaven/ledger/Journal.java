package io.github.openstackmaven.ledger;

import java.nio.file.Path;

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

    /** It was answered: this is the thing. */
    void made(ResourceType kind, String launch, String name, String id);

    /** It is gone again; so is its private key. */
    void strike(String launch);

    /** The cloud says that it was not made: nothing is on record of it, nor its private key here, but the end of the build looks for its marks. */
    default void refused(String launch) {
        strike(launch);
    }

    /** Its launch is over, and it stays when the build is. */
    void keep(String launch);

    /** The cloud knows until when it stays: it needs no heartbeat any more. */
    void settled(String launch);

    /** It is the user's now: it stays when the rest goes. */
    void release(String launch);
}
