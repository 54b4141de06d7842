/**
 * What a build keeps from goal to goal: login, folder, ledger, marks, terminal, and its end.
 *
 * <p>Knows Maven, and neither goals nor plans. Begin at {@link io.github.openstackmaven.session.BuildSession}.
 */
@NullMarked
package io.github.openstackmaven.session;

import org.jspecify.annotations.NullMarked;
