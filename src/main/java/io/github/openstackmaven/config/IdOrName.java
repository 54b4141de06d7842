package io.github.openstackmaven.config;

/** An identity resource named the way Keystone takes it: by id, or by a name. */
public sealed interface IdOrName {

    /** The id or name, for messages. */
    String text();

    /** By id; unique in the cloud. */
    record Id(String text) implements IdOrName {}

    /** By name; unique within its domain. */
    record Name(String text) implements IdOrName {}
}
