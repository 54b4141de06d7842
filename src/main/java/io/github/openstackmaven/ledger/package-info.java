/**
 * What was made, by whom, until when: the record on disk, and the marks on the things themselves.
 *
 * <p>May use {@code http} for JSON; it knows no client. Begin at {@link io.github.openstackmaven.ledger.Ledger} and
 * {@link io.github.openstackmaven.ledger.Mark}.
 */
@NullMarked
package io.github.openstackmaven.ledger;

import org.jspecify.annotations.NullMarked;
