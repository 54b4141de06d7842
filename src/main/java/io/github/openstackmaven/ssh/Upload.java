package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Copies a file or a folder to a server. */
record Upload(SftpClient sftp) {

    void copy(Path local, String remote) throws IOException {
        if (!Files.exists(local)) throw new NoSuchFileException(local.toString());
        String home = remote.replaceFirst("^~/", "");
        String name = home.isEmpty() || home.endsWith("/")
                ? home + local.toAbsolutePath().normalize().getFileName()
                : home;
        folder(parent(name));
        try (Stream<Path> files = Files.walk(local, FileVisitOption.FOLLOW_LINKS)) {
            for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
                Path file = each.next();
                String below = local.relativize(file).toString().replace('\\', '/');
                one(file, below.isEmpty() ? name : name + "/" + below);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void one(Path file, String remote) throws IOException {
        if (Files.isDirectory(file)) {
            folder(remote);
        } else {
            sftp.put(file, remote);
        }
        sftp.setStat(remote, new SftpClient.Attributes().perms(Permissions.of(file)));
    }

    private void folder(String remote) throws IOException {
        if (remote.isEmpty() || exists(remote)) return;
        folder(parent(remote));
        sftp.mkdir(remote);
    }

    private boolean exists(String remote) throws IOException {
        try {
            return sftp.stat(remote).isDirectory();
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) return false;
            throw e;
        }
    }

    private static String parent(String remote) {
        return remote.substring(0, Math.max(0, remote.lastIndexOf('/')));
    }
}
