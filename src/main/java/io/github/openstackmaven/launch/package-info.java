/**
 * Runs a recipe: makes what servers need, creates them, waits until they are ready, and rolls back when one does not get
 * there; prepares images.
 *
 * <p>May use {@code plan}, the clients, {@code ledger}, {@code resource}, {@code teardown} and {@code ready}. Begin at
 * {@link io.github.openstackmaven.launch.Launch}; the steps are in {@code Fleet}, the one way anything is made is {@code
 * JournaledCreates}.
 */
@NullMarked
package io.github.openstackmaven.launch;

import org.jspecify.annotations.NullMarked;
