/**
 * The goals: each binds its parameters, calls one thing, and turns errors into Maven's.
 *
 * <p>May use {@code pom}, {@code session} and the stations. Begin at {@link io.github.openstackmaven.mojo.LaunchMojo}.
 */
@NullMarked
package io.github.openstackmaven.mojo;

import org.jspecify.annotations.NullMarked;
