package io.github.openstackmaven.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A folder with those of all guests, which is gone at the latest when the JVM ends. */
record GuestFolders(Path root, Thread atTheEnd) {

    /**
     * A new one.
     *
     * @throws ConnectException when the JVM ends: no guest comes to life any more
     */
    static GuestFolders make() throws IOException {
        Path root = Files.createTempDirectory("openstack-guests-").toRealPath();
        // A plugin's jar can't be read any more by then: this takes nothing but what is loaded.
        Thread atTheEnd = new Thread(() -> deleteAll(root), "openstack-guests-end");
        try {
            Runtime.getRuntime().addShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            delete(root);
            throw new ConnectException("the simulator ends");
        }
        return new GuestFolders(root, atTheEnd);
    }

    /** A guest's own, as a machine has it at first. */
    GuestFolder folder(String id) throws IOException {
        Path folder = root.resolve(id);
        Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(folder.resolve("var/log"));
        Files.createDirectories(folder.resolve("dev"));
        Files.createFile(folder.resolve("dev/null"));
        return new GuestFolder(folder);
    }

    void delete() {
        deleteAll(root);
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            // It runs by now.
        }
    }

    private static void deleteAll(Path root) {
        try {
            delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file, or a folder with all that is in it; links are not followed. */
    static void delete(Path what) throws IOException {
        if (Files.isDirectory(what, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(what)) {
                for (Path one : inside) delete(one);
            }
        }
        Files.deleteIfExists(what);
    }
}
