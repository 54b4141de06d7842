/**
 * From a description to a recipe: names are looked up and chosen, and every create of a launch is written down, with its
 * costs.
 *
 * <p>May use the clients, {@code http}, {@code exec}'s steps and {@code ledger}'s types. Begin at {@link
 * io.github.openstackmaven.plan.Planner} and {@link io.github.openstackmaven.plan.Recipe}.
 */
@NullMarked
package io.github.openstackmaven.plan;

import org.jspecify.annotations.NullMarked;
