package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
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
                String below = below(local, file);
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

    // The server's separator is another than this machine's may be.
    private static String below(Path folder, Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    // A program that runs is replaced, not written to: it would not have that, or not bear it.
    private void file(Path local, String remote) throws IOException {
        Sftp.Place place = sftp.place(remote);
        boolean replaceable =
                place.attributes().map(SftpClient.Attributes::isRegularFile).orElse(true);
        if (!replaceable || !isReplaced(local, place)) {
            sftp.put(local, place.path());
            permit(place.path(), local);
        }
    }

    // Not where the folder takes no other file.
    private boolean isReplaced(Path local, Sftp.Place place) throws IOException {
        String draft = place.beside(".openstack-" + UUID.randomUUID());
        try {
            Optional<OutputStream> opened = opened(draft);
            if (opened.isEmpty()) return false;
            try (OutputStream content = opened.get()) {
                Files.copy(local, content);
            }
            if (place.attributes().isPresent())
                keepOwner(draft, place.attributes().get());
            permit(draft, local);
            sftp.replace(draft, place.path());
            return true;
        } catch (IOException e) {
            sftp.discard(draft);
            throw e;
        }
    }

    private Optional<OutputStream> opened(String draft) throws IOException {
        try {
            return Optional.of(sftp.write(draft, OpenMode.Write, OpenMode.Create, OpenMode.Exclusive));
        } catch (SftpException e) {
            return Optional.empty();
        }
    }

    // What root replaces stays another's; who else may not give files away has made it theirs.
    private void keepOwner(String draft, SftpClient.Attributes before) throws IOException {
        if (!before.getFlags().contains(SftpClient.Attribute.UidGid)) return;
        try {
            sftp.setStat(draft, new SftpClient.Attributes().owner(before.getUserId(), before.getGroupId()));
        } catch (SftpException e) {
            // the content is what matters
        }
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
