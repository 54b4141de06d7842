package io.github.openstackmaven.exec;

import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.SshTarget;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be done on one server: bring files, run the steps, fetch files.
 *
 * @param server its name, for people
 * @param downloads are fetched after a failed step, too: logs are wanted then most of all
 */
public record Job(
        String server,
        SshTarget target,
        HostKeys hostKeys,
        List<Upload> uploads,
        List<Step> steps,
        List<Download> downloads) {

    public Job {
        uploads = List.copyOf(uploads);
        steps = List.copyOf(steps);
        downloads = List.copyOf(downloads);
    }

    /** A file or folder to bring there, as {@link io.github.openstackmaven.ssh.SshConnection#upload} does it. */
    public record Upload(Path local, String remote) {}

    /** A file or folder to fetch, as {@link io.github.openstackmaven.ssh.SshConnection#download} does it. */
    public record Download(String remote, Path local) {}
}
