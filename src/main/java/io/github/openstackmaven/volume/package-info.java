/**
 * A client of Cinder: volumes, snapshots, attachments. The wire and nothing else.
 *
 * <p>May use {@code http}. Begin at {@link io.github.openstackmaven.volume.VolumeClient}.
 */
@NullMarked
package io.github.openstackmaven.volume;

import org.jspecify.annotations.NullMarked;
