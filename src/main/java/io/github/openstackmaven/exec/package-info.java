/**
 * Commands, scripts and files on launched servers.
 *
 * <p>May use {@code ssh}. Begin at {@link io.github.openstackmaven.exec.Exec}.
 */
@NullMarked
package io.github.openstackmaven.exec;

import org.jspecify.annotations.NullMarked;
