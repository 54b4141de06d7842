package io.github.openstackmaven.output;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Uninterrupted;
import io.github.openstackmaven.config.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A private key's file, which nobody but its owner can read, from its first byte on. */
public record KeyFile(Path path) {

    /**
     * Writes the key, making the folder where there is none.
     *
     * @return whether it is written: a file that is there already stays as it is
     * @throws OpenStackException when it can't be written
     */
    public boolean write(Secret key) {
        try {
            Files.createDirectories(path.getParent());
            return Uninterrupted.of(() -> isNew(key));
        } catch (IOException e) {
            throw new OpenStackException(
                    "Cannot write " + path + ": " + FileProblem.of(path, e),
                    "Set <outputDirectory> to a folder that can be written.",
                    e);
        }
    }

    private boolean isNew(Secret key) throws IOException {
        FileAttribute<?>[] attributes = ownersOnly().toArray(FileAttribute<?>[]::new);
        try (SeekableByteChannel channel = Files.newByteChannel(path, Set.of(CREATE_NEW, WRITE), attributes)) {
            fill(channel, key);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void fill(SeekableByteChannel channel, Secret key) throws IOException {
        try {
            ByteBuffer text = ByteBuffer.wrap(key.reveal().getBytes(StandardCharsets.US_ASCII));
            while (text.hasRemaining()) channel.write(text);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /**
     * Deletes the file; what is gone already counts as deleted.
     *
     * @throws OpenStackException when it is there and stays
     */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new OpenStackException(
                    "Cannot delete " + path + ": " + FileProblem.of(path, e),
                    "Delete it by hand: it is a private key.",
                    e);
        }
    }

    // A file system that knows no permissions, as a memory stick's, can keep nobody out.
    private List<FileAttribute<?>> ownersOnly() throws IOException {
        Set<String> kinds = path.getFileSystem().supportedFileAttributeViews();
        if (kinds.contains("posix")) {
            return List.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return kinds.contains("acl") ? List.of(ownersAcl()) : List.of();
    }

    private OwnersAcl ownersAcl() throws IOException {
        return new OwnersAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(me(path))
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }

    private static UserPrincipal me(Path file) throws IOException {
        return file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
    }

    /** What Windows has instead of a mode. */
    private record OwnersAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
