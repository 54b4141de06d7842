package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.sshd.sftp.client.SftpClient;

/** Copies a file or a folder from a server. */
record Download(SftpClient sftp) {
    private static final int PART = 1 << 16;

    void copy(String remote, Path local) throws IOException {
        String source = path(remote);
        SftpClient.Attributes attributes = sftp.stat(source);
        Path target = Files.isDirectory(local) && !attributes.isDirectory() ? child(local, name(source)) : local;
        Files.createDirectories(target.toAbsolutePath().getParent());
        one(source, attributes, target);
    }

    void copyEnd(String remote, long most, Path local) throws IOException {
        String source = path(remote);
        SftpClient.Attributes attributes = sftp.stat(source);
        if (attributes.isDirectory()) throw new IOException("it is a folder");
        Files.createDirectories(local.toAbsolutePath().getParent());
        try (InputStream content = sftp.read(source);
                OutputStream file = Files.newOutputStream(local)) {
            content.skipNBytes(Math.max(0, attributes.getSize() - most));
            copy(content, most, file);
        }
    }

    // What grows meanwhile is cut.
    private static void copy(InputStream content, long most, OutputStream file) throws IOException {
        long left = most;
        while (left > 0) {
            byte[] part = content.readNBytes((int) Math.min(left, PART));
            if (part.length == 0) return;
            file.write(part);
            left -= part.length;
        }
    }

    private static String path(String remote) {
        return remote.replaceFirst("^~/", "").replaceFirst("(?<=.)/+$", "");
    }

    private void one(String remote, SftpClient.Attributes attributes, Path local) throws IOException {
        if (attributes.isDirectory()) {
            Files.createDirectories(local);
            for (SftpClient.DirEntry entry : sftp.readEntries(remote)) {
                String name = entry.getFilename();
                if (name.equals(".") || name.equals("..")) continue;
                String below = remote + "/" + name;
                one(below, sftp.stat(below), child(local, name));
            }
        } else {
            try (InputStream content = sftp.read(remote)) {
                Files.copy(content, local, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Permissions.set(local, attributes.getPermissions());
    }

    // The server gives the names: none may lead out of the folder.
    private static Path child(Path folder, String name) throws IOException {
        Path base = folder.toAbsolutePath().normalize();
        Path child = base.resolve(name).normalize();
        if (!base.equals(child.getParent())) {
            throw new IOException("'" + name + "' is no name of a file");
        }
        return child;
    }

    private static String name(String remote) {
        return remote.substring(remote.lastIndexOf('/') + 1);
    }
}
