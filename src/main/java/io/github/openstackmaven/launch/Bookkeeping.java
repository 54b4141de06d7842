package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.resource.Resources;

/**
 * What a launch leaves to be found by: on the things themselves and on record.
 *
 * @param resources where things are found again
 * @param journal is written before and after each create
 * @param marks says whose the things are
 */
public record Bookkeeping(Resources resources, Journal journal, Marks marks) {}
