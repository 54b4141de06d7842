/**
 * A login to a cloud with the clients of its services.
 *
 * <p>May use the clients, {@code http} and {@code config}. Begin at {@link io.github.openstackmaven.cloud.Cloud}.
 */
@NullMarked
package io.github.openstackmaven.cloud;

import org.jspecify.annotations.NullMarked;
