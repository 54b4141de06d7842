/**
 * SSH to a server: connections, host keys, commands, files.
 *
 * <p>May use {@code config}; nothing else logs in with Apache MINA SSHD. Begin at {@link
 * io.github.openstackmaven.ssh.PinningSsh}.
 */
@NullMarked
package io.github.openstackmaven.ssh;

import org.jspecify.annotations.NullMarked;
