package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.output.ServerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * {@code <upload>} in {@code <uploads>}, and {@code <download>} in {@code <downloads>}.
 *
 * <p>Example: {@code <upload><from>target/app.jar</from> <to>/tmp/</to></upload>}.
 *
 * @since 1.0.0
 */
public final class CopyParameter {
    /**
     * A file or folder: of an upload, of this machine and relative to the project; of a download, of the server.
     *
     * <p>Default: none, it must be said.
     *
     * <p>Example: {@code <from>target/app.jar</from>}.
     *
     * @since 1.0.0
     */
    private @Nullable String from;

    /**
     * Where to: of an upload, on the server; of a download, on this machine and relative to the project. What ends
     * with a slash is the folder it goes into.
     *
     * <p>Default: none, it must be said.
     *
     * <p>Example: {@code <to>/tmp/</to>}.
     *
     * @since 1.0.0
     */
    private @Nullable String to;

    public Job.Upload upload(Path folder) {
        Path local = folder.resolve(given("upload", "from", from));
        if (Files.exists(local)) return new Job.Upload(local, given("upload", "to", to));
        throw new OpenStackException(
                "Nothing to upload: there is no " + local,
                "<from> is a path of this machine, relative to the project.");
    }

    /** Into a folder, where {@code <to>} ends with a slash; of several servers, into a folder of each in that. */
    public Job.Download download(Path folder, String server, boolean several) {
        String remote = given("download", "from", from);
        String wanted = given("download", "to", to);
        Path local = folder.resolve(wanted);
        if (several)
            return new Job.Download(
                    remote, ServerFolder.of(local, server).path().resolve(name(remote)));
        return new Job.Download(remote, wanted.endsWith("/") ? local.resolve(name(remote)) : local);
    }

    private static String name(String remote) {
        String plain = remote.replaceFirst("/+$", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static String given(String element, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) return value.strip();
        throw new OpenStackException(
                "No <" + name + "> in <" + element + ">", "It has <from> and <to>: a file or folder, and where to.");
    }
}
