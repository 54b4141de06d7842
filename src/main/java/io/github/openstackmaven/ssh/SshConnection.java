package io.github.openstackmaven.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A login on a server. An interrupt ends what it does soon. */
public interface SshConnection extends AutoCloseable {

    /** The key that the server showed. */
    HostKey hostKey();

    /**
     * Runs a command in the user's shell and returns its exit code.
     *
     * @param output takes each line of its output, errors among it, as it comes; never two at a time
     * @param abandoned asked a few times a second; when true the command is no longer waited for
     * @throws SshException when there is none: time ran out, a signal ended the command, or the connection was lost
     */
    int run(ShellCommand command, Duration timeout, Consumer<String> output, BooleanSupplier abandoned);

    /**
     * Brings a file or a folder with all in it to the server; permissions stay, links are followed, missing folders are
     * made, files that are there are replaced.
     *
     * @param remote the name it gets; one that ends in {@code /} is the folder it goes into; without a leading
     *     {@code /} it is below the user's home
     * @throws SshException when it can't be read here or written there
     */
    void upload(Path local, String remote);

    /**
     * Brings a file or a folder with all in it here, by the same rules.
     *
     * @param local the name it gets; where that is a folder that is there, a file goes into it, and what is in a remote
     *     folder joins what is in it
     * @throws SshException when it can't be read there or written here
     */
    void download(String remote, Path local);

    /**
     * Brings the end of a file here, all of it where it is no larger.
     *
     * @param most how many bytes
     * @param local the name it gets; a file that is there is replaced
     * @throws SshException when it can't be read there or written here
     */
    void downloadEnd(String remote, long most, Path local);

    @Override
    void close();
}
