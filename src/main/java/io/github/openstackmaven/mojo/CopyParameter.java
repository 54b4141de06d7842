package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.exec.Job;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code <upload>} and {@code <download>}: {@code <from>} a file or folder {@code <to>} another place. */
public final class CopyParameter {
    private String from;
    private String to;

    Job.Upload upload(Path folder) {
        Path local = folder.resolve(given("upload", "from", from));
        if (Files.exists(local)) return new Job.Upload(local, given("upload", "to", to));
        throw new OpenStackException(
                "Nothing to upload: there is no " + local,
                "<from> is a path of this machine, relative to the project.");
    }

    /** Where several servers are asked, each has a folder of its name. */
    Job.Download download(Path folder, String server, boolean several) {
        Path local = folder.resolve(given("download", "to", to));
        return new Job.Download(given("download", "from", from), several ? local.resolve(server) : local);
    }

    private static String given(String element, String name, String value) {
        if (value != null && !value.isBlank()) return value.strip();
        throw new OpenStackException(
                "An <" + element + "> without <" + name + ">",
                "It has <from> and <to>: a file or folder, and where to.");
    }
}
