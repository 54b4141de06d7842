/**
 * The first step into a project: what is asked, what the cloud offers to choose from, and the change of the POM, which keeps
 * everything else of it byte for byte.
 *
 * <p>May use the clients. Nothing of it is loaded by a launch. Begin at {@link io.github.openstackmaven.init.Interview} and
 * {@link io.github.openstackmaven.init.Pom}.
 */
@NullMarked
package io.github.openstackmaven.init;

import org.jspecify.annotations.NullMarked;
