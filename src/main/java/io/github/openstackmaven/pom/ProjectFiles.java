package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.Content;
import io.github.openstackmaven.plan.UserData;
import io.github.openstackmaven.plan.UserDataPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that a server's elements name.
 *
 * @param folder relative files are below it
 */
public record ProjectFiles(Path folder) {
    private static final int LARGEST = 1024 * 1024; // far more than Nova takes, and no strain to read

    /**
     * The user data: a text of the POM, files, or both, which then are parts in that order; empty when neither is given.
     *
     * @throws OpenStackException when a file can't be read
     */
    Optional<UserData> userData(Optional<String> text, List<String> files) {
        List<UserDataPart> parts = new ArrayList<>();
        text.map(UserDataPart::ofPom).ifPresent(parts::add);
        files.stream().map(this::part).forEach(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(new UserData(parts));
    }

    /**
     * The private half of a keypair; {@code ~/} is the user's home.
     *
     * @throws OpenStackException when it can't be read
     */
    public Path key(String file) {
        Path path = folder.resolve(file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file);
        if (Files.isReadable(path)) return path;
        throw new OpenStackException(
                "Cannot read <keyFile> " + path,
                "Check the path, which is relative to the project, and who may read it.");
    }

    private UserDataPart part(String file) {
        Path path = folder.resolve(file);
        try {
            demandRoom(path);
            return new UserDataPart(path.getFileName().toString(), Content.of(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new OpenStackException(
                    "Cannot read <userDataFile> " + path,
                    "Check the path, which is relative to the project, and that it is a file you may read.",
                    e);
        }
    }

    private static void demandRoom(Path file) throws IOException {
        long size = Files.size(file);
        if (size <= LARGEST) return;
        throw new OpenStackException(
                "<userDataFile> " + file + " is too large: " + size + " bytes, and Nova takes 49149 in all",
                "Put it on a web server, or an object store, and let a short script fetch it.");
    }
}
