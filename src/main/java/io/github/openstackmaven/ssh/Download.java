package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.sshd.sftp.client.SftpClient;

/** Copies a file or a folder from a server. */
record Download(SftpClient sftp) {

    void copy(String remote, Path local) throws IOException {
        String source = remote.replaceFirst("^~/", "").replaceFirst("(?<=.)/+$", "");
        SftpClient.Attributes attributes = sftp.stat(source);
        Path target = Files.isDirectory(local) && !attributes.isDirectory() ? child(local, name(source)) : local;
        Files.createDirectories(target.toAbsolutePath().getParent());
        one(source, attributes, target);
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
