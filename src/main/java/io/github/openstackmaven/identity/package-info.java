/**
 * A client of Keystone: tokens, whichever way one logs in, and the catalog.
 *
 * <p>May use {@code http} and {@code config}. Begin at {@link io.github.openstackmaven.identity.Login}.
 */
@NullMarked
package io.github.openstackmaven.identity;

import org.jspecify.annotations.NullMarked;
