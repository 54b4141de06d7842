package io.github.openstackmaven.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** All files of a guest: a folder of this machine, out of which nothing leads. */
record GuestFolder(Path root) {

    /**
     * The file of that name.
     *
     * @param current the folder from which names without a leading {@code /} count, as the guest calls it
     * @throws NoSuchFileException when it would be outside
     */
    Path file(String current, String name) throws IOException {
        Path inside = root.resolve(absolute(current, name).substring(1));
        if (!nearest(inside).toRealPath().startsWith(root)) throw new NoSuchFileException(name);
        return inside;
    }

    // Of the folders it is in, the first that is there: a link in between may lead elsewhere.
    private Path nearest(Path inside) {
        Path parent = inside.getParent();
        return inside.equals(root) || parent == null || Files.exists(inside) ? inside : nearest(parent);
    }

    /** The same as the guest calls it. */
    String absolute(String current, String name) {
        String home = name.equals("~") || name.startsWith("~/") ? "/" + name.substring(1) : name;
        String whole = home.startsWith("/") ? home : current + "/" + home;
        StringBuilder path = new StringBuilder();
        for (String part : whole.split("/+", -1)) {
            if (part.equals("..")) path.setLength(Math.max(0, path.lastIndexOf("/")));
            else if (!part.isEmpty() && !part.equals(".")) path.append('/').append(part);
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    void delete() throws IOException {
        GuestFolders.delete(root);
    }
}
