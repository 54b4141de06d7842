/**
 * Guests of a simulated cloud: an SSH server and a page for each machine that is really asked for one. They listen on
 * ports of their own, execute nothing, and keep their files in a folder that goes with them.
 *
 * <p>May use {@code simulator} and {@code ssh}, and MINA's server. Begin at {@link
 * io.github.openstackmaven.guest.Guests}.
 */
@NullMarked
package io.github.openstackmaven.guest;

import org.jspecify.annotations.NullMarked;
