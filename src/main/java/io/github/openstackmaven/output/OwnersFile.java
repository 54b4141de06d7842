package io.github.openstackmaven.output;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

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

/** A file, with an absolute path, which nobody but its owner can read, from its first byte on. */
public record OwnersFile(Path path) {

    /**
     * Makes it with this text, and its folder where there is none.
     *
     * @return whether it is made: a file that is there already stays as it is
     */
    public boolean make(String text) throws IOException {
        Files.createDirectories(path.getParent());
        FileAttribute<?>[] attributes = ownersOnly().toArray(FileAttribute<?>[]::new);
        try (SeekableByteChannel channel = Files.newByteChannel(path, Set.of(CREATE_NEW, WRITE), attributes)) {
            fill(channel, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void fill(SeekableByteChannel channel, ByteBuffer content) throws IOException {
        try {
            while (content.hasRemaining()) channel.write(content);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
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
