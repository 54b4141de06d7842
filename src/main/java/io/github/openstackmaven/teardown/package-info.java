/**
 * Deletes until gone, and proves it: for a goal, a failed launch, the end of a build, or the reaper.
 *
 * <p>May use {@code resource}, {@code ledger}, {@code cloud}, {@code http} and {@code config}. Begin at {@link
 * io.github.openstackmaven.teardown.Teardown}; when a thing counts as gone is in {@code Evidence}.
 */
@NullMarked
package io.github.openstackmaven.teardown;

import org.jspecify.annotations.NullMarked;
