package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.UserData;
import io.github.openstackmaven.plan.UserDataPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where user data comes from: a text of the POM, files, or both, which then are parts in that order.
 *
 * @param folder relative files are below it
 */
record UserDataFiles(Path folder) {

    /**
     * The user data; empty when neither text nor files are given.
     *
     * @param text may be null, as Maven binds it
     * @param files may be null, as Maven binds it
     * @throws OpenStackException when a file can't be read
     */
    Optional<UserData> read(String text, List<String> files) {
        List<UserDataPart> parts = new ArrayList<>();
        if (text != null && !text.isBlank()) parts.add(new UserDataPart("userData", text));
        if (files != null) CommandLine.clean(files).stream().map(this::part).forEach(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(UserData.of(parts));
    }

    private UserDataPart part(String file) {
        Path path = folder.resolve(file);
        try {
            return new UserDataPart(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new OpenStackException(
                    "Cannot read <userDataFile> " + path,
                    "Check the path, which is relative to the project, and that it is UTF-8.",
                    e);
        }
    }
}
