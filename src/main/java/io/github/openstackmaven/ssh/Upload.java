package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Copies a file or a folder to a server. */
record Upload(Sftp sftp) {

    void copy(Path local, String remote) throws IOException {
        if (!Files.exists(local)) throw new NoSuchFileException(local.toString());
        if (isOther(local)) throw new IOException("it is neither a file nor a folder");
        String home = remote.replaceFirst("^~/", "");
        String name = home.isEmpty() || home.endsWith("/")
                ? home + local.toAbsolutePath().normalize().getFileName()
                : home;
        folder(parent(name));
        Map<String, Path> made = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(local, FileVisitOption.FOLLOW_LINKS)) {
            for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
                Path file = each.next();
                String below = local.relativize(file).toString().replace('\\', '/');
                String there = below.isEmpty() ? name : name + "/" + below;
                if (Files.isDirectory(file)) {
                    if (folder(there)) made.put(there, file);
                } else if (!isOther(file)) {
                    file(file, there);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        // last: nothing could be put into one that is read-only
        for (Map.Entry<String, Path> folder : made.entrySet()) permit(folder.getKey(), folder.getValue());
    }

    private static boolean isOther(Path local) throws IOException {
        return Files.readAttributes(local, BasicFileAttributes.class).isOther();
    }

    private void file(Path local, String remote) throws IOException {
        sftp.put(local, remote);
        permit(remote, local);
    }

    private void permit(String remote, Path local) throws IOException {
        sftp.setStat(remote, new SftpClient.Attributes().perms(Permissions.of(local)));
    }

    // Whether it was made; one that was there, such as the home, keeps its permissions.
    private boolean folder(String remote) throws IOException {
        if (remote.isEmpty() || exists(remote)) return false;
        folder(parent(remote));
        sftp.mkdir(remote);
        return true;
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
