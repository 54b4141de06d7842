/**
 * What every package may use: time and its schedule of polls, plain text, and the one exception with its advice.
 */
@NullMarked
package io.github.openstackmaven;

import org.jspecify.annotations.NullMarked;
