package io.github.openstackmaven.ssh;

import io.github.openstackmaven.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient;

/** Copies a folder from a server: the files and folders in it, and those that links in it lead to. */
final class FolderDownload {
    private static final int MOST_NAMED = 5;

    private final Download download;
    private final Sftp sftp;
    private final List<String> lacking = new ArrayList<>();

    FolderDownload(Download download) {
        this.download = download;
        this.sftp = download.sftp();
    }

    /** Copies all that can be had, and throws what could not. */
    void copy(String remote, SftpClient.Attributes attributes, Path local) throws IOException {
        folder(new Folder(remote, List.of(sftp.canonicalPath(remote))), attributes, local);
        if (lacking.isEmpty()) return;
        String named = lacking.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int others = lacking.size() - MOST_NAMED;
        throw new IOException("not all of it came: " + named + (others > 0 ? ", and " + others + " more" : ""));
    }

    private void folder(Folder folder, SftpClient.Attributes attributes, Path local) throws IOException {
        List<SftpClient.DirEntry> entries = sftp.entries(folder.path());
        Files.createDirectories(local);
        for (SftpClient.DirEntry entry : entries) {
            try {
                entry(folder, entry, local);
            } catch (IOException e) {
                if (sftp.isEnd(e)) throw e;
                String path = folder.below(entry.getFilename());
                lacking.add(PlainText.onOneLine(path + " (" + SshFailure.reason(local, e) + ")"));
            }
        }
        Permissions.set(local, attributes.getPermissions());
    }

    private void entry(Folder folder, SftpClient.DirEntry entry, Path local) throws IOException {
        String name = entry.getFilename();
        Path target = Download.child(local, name);
        SftpClient.Attributes attributes = sftp.stat(folder.below(name));
        if (attributes.isRegularFile()) {
            download.file(folder.below(name), attributes, target);
        } else if (attributes.isDirectory()) {
            boolean isLink = !entry.getAttributes().isDirectory();
            // not every server's canonical path follows links
            String place = isLink
                    ? sftp.canonicalPath(sftp.place(folder.placeBelow(name)).path())
                    : folder.placeBelow(name);
            if (!folder.places().contains(place)) folder(folder.with(name, place), attributes, target);
        }
    }

    /**
     * A folder on its server.
     *
     * @param path by which it was reached
     * @param places where those above it and, at last, it itself really are: a link may lead back there
     */
    private record Folder(String path, List<String> places) {
        String below(String name) {
            return below(path, name);
        }

        String placeBelow(String name) {
            return below(places.get(places.size() - 1), name);
        }

        Folder with(String name, String place) {
            return new Folder(
                    below(name),
                    Stream.concat(places.stream(), Stream.of(place)).toList());
        }

        private static String below(String folder, String name) {
            return folder.endsWith("/") ? folder + name : folder + "/" + name;
        }
    }
}
