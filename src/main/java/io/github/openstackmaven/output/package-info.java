/**
 * What a launch leaves and tells: properties, files, progress, the timeline, the report of a failure.
 *
 * <p>May read the records of the others. Begin at {@link io.github.openstackmaven.output.LaunchOutputs}.
 */
@NullMarked
package io.github.openstackmaven.output;

import org.jspecify.annotations.NullMarked;
