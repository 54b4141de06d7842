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
     * made, files that are there are replaced as a whole, for who runs or reads them too, and keep their owner where the
     * user may say so. What is neither file nor folder is left.
     *
     * @param remote the name it gets; one that ends in {@code /} is the folder it goes into; without a leading
     *     {@code /} it is below the user's home
     * @param timeout for all of it
     * @param abandoned asked a few times a second; when true it is no longer waited for
     * @throws SshException when it can't be read here or written there, or time ran out
     */
    void upload(Path local, String remote, Duration timeout, BooleanSupplier abandoned);

    /**
     * Brings a file or a folder with all in it here, by the same rules. What can't be had of a folder keeps nothing else of
     * it, and a link that leads back to a folder it is in is left.
     *
     * @param local the name it gets; where that is a folder that is there, a file goes into it, and what is in a remote
     *     folder joins what is in it
     * @param timeout for all of it
     * @param abandoned asked a few times a second; when true it is no longer waited for
     * @throws SshException when it can't be read there or written here, or time ran out
     */
    void download(String remote, Path local, Duration timeout, BooleanSupplier abandoned);

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
