package io.github.openstackmaven.config;

import java.util.Optional;

/** What a token is good for. */
public sealed interface Scope {

    /** A project; the domain is needed only beside a name. */
    record Project(IdOrName project, Optional<IdOrName> domain) implements Scope {}

    /** A domain. */
    record Domain(IdOrName domain) implements Scope {}

    /** The whole cloud. */
    record WholeSystem() implements Scope {}

    /** What a trust delegates. */
    record Trust(String id) implements Scope {}

    /** Whatever the credential itself says: an application credential's project, or nothing. */
    record Unspecified() implements Scope {}
}
