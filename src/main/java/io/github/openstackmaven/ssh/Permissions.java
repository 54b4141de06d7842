package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A file's permissions as a number; where the file system knows none, those of an ordinary file. */
final class Permissions {
    private static final int FOLDER = 0755;
    private static final int FILE = 0644;

    private Permissions() {}

    static int of(Path file) throws IOException {
        if (!isPosix(file)) return Files.isDirectory(file) ? FOLDER : FILE;
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.stream().mapToInt(Permissions::bit).sum();
    }

    static void set(Path file, int mode) throws IOException {
        if (!isPosix(file)) return;
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            if ((mode & bit(permission)) != 0) permissions.add(permission);
        }
        Files.setPosixFilePermissions(file, permissions);
    }

    private static boolean isPosix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }

    // The enum is in the order of the bits, from 0400 down.
    private static int bit(PosixFilePermission permission) {
        return 0400 >> Arrays.asList(PosixFilePermission.values()).indexOf(permission);
    }
}
