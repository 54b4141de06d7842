/**
 * What of a build's things there is on a cloud: listed, renewed and deleted, a class a type.
 *
 * <p>May use the clients, {@code ledger} and {@code http}. Begin at {@link io.github.openstackmaven.resource.Resources}.
 */
@NullMarked
package io.github.openstackmaven.resource;

import org.jspecify.annotations.NullMarked;
