package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.sshd.sftp.client.SftpClient;

/** Copies a file or a folder from a server. */
record Download(Sftp sftp) {
    private static final int PART = 1 << 16;

    void copy(String remote, Path local) throws IOException {
        String source = path(remote);
        SftpClient.Attributes attributes = sftp.stat(source);
        Path target = Files.isDirectory(local) && !attributes.isDirectory() ? child(local, name(source)) : local;
        Files.createDirectories(target.toAbsolutePath().getParent());
        if (attributes.isDirectory()) {
            new FolderDownload(this).copy(source, attributes, target);
        } else if (attributes.isRegularFile()) {
            file(source, attributes, target);
        } else {
            throw new IOException("it is neither a file nor a folder");
        }
    }

    void copyEnd(String remote, long most, Path local) throws IOException {
        String source = path(remote);
        SftpClient.Attributes attributes = sftp.stat(source);
        if (attributes.isDirectory()) throw new IOException("it is a folder");
        if (!attributes.isRegularFile()) throw new IOException("it is no file");
        Files.createDirectories(local.toAbsolutePath().getParent());
        try (InputStream content = sftp.read(source);
                OutputStream file = Files.newOutputStream(local)) {
            content.skipNBytes(Math.max(0, attributes.getSize() - most));
            copy(content, most, file, local);
        }
    }

    /** Copies a file, in the place of one that is there. */
    void file(String remote, SftpClient.Attributes attributes, Path local) throws IOException {
        try (InputStream content = sftp.read(remote)) {
            Files.deleteIfExists(local);
            try (OutputStream file = Files.newOutputStream(local, StandardOpenOption.CREATE_NEW)) {
                copy(content, Long.MAX_VALUE, file, local);
            }
        }
        Permissions.set(local, attributes.getPermissions());
    }

    // What grows meanwhile is cut.
    private static void copy(InputStream content, long most, OutputStream file, Path local) throws IOException {
        long left = most;
        while (left > 0) {
            byte[] part = content.readNBytes((int) Math.min(left, PART));
            if (part.length == 0) return;
            write(part, file, local);
            left -= part.length;
        }
    }

    // A full disk is told without a word of whose it is.
    private static void write(byte[] part, OutputStream file, Path local) throws IOException {
        try {
            file.write(part);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw (IOException) new FileSystemException(local.toString(), null, e.getMessage()).initCause(e);
        }
    }

    private static String path(String remote) {
        return remote.replaceFirst("^~/", "").replaceFirst("(?<=.)/+$", "");
    }

    /** A file of that name in the folder. The server gives the names: none may lead out of it. */
    static Path child(Path folder, String name) throws IOException {
        Path base = folder.toAbsolutePath().normalize();
        try {
            Path child = base.resolve(name).normalize();
            if (base.equals(child.getParent())) return child;
        } catch (InvalidPathException e) {
            // not every system has all characters
        }
        throw new IOException("'" + name + "' is no name of a file on this machine");
    }

    private static String name(String remote) {
        return remote.substring(remote.lastIndexOf('/') + 1);
    }
}
