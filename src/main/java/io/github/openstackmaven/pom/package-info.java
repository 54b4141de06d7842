/**
 * The POM's language: the elements, their precedence, and what their texts mean.
 *
 * <p>May use {@code plan}'s descriptions. Begin at {@code ServerRegister}, which names every element of a server once.
 */
@NullMarked
package io.github.openstackmaven.pom;

import org.jspecify.annotations.NullMarked;
