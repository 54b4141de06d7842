package io.github.openstackmaven.plan;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.exec.Step;
import io.github.openstackmaven.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What tells one preparation from another: SHA-256 in hexadecimal digits. */
final class PreparationDigest {
    private static final String READ = "What <prepare> brings to a server must be readable: check who may.";
    private static final String FORMAT = "1"; // another one makes every image anew

    private PreparationDigest() {}

    /**
     * Of what is described, whatever it is made from: steps, contents of files, user data and key.
     *
     * @throws OpenStackException when a file can't be read
     */
    static String of(PrepareSpec spec) {
        return Sha256.of(Json.write(List.of(
                FORMAT,
                spec.steps().stream().map(PreparationDigest::step).toList(),
                spec.uploads().stream().map(PreparationDigest::upload).toList(),
                spec.userData().map(UserData::encoded).stream().toList(),
                spec.key().stream().toList())));
    }

    /**
     * Of an image: what is described, and what it is made from.
     *
     * @param description {@link #of(PrepareSpec)}
     */
    static String of(String description, String baseImageId) {
        return Sha256.of(Json.write(List.of(FORMAT, description, baseImageId)));
    }

    private static List<Object> step(Step step) {
        return step.match(
                command -> List.of("command", command.text()),
                script -> List.of("script", contents(script.file()), script.arguments()));
    }

    private static List<Object> upload(Job.Upload upload) {
        return List.of(upload.remote(), files(upload.local()));
    }

    private static List<Object> files(Path root) {
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) { // as they are brought
            return all.filter(Files::isRegularFile)
                    .sorted()
                    .<Object>map(file -> List.of(name(root, file), Files.isExecutable(file), contents(file)))
                    .toList();
        } catch (IOException e) {
            throw FileProblem.cannot("read", root, e, READ);
        } catch (UncheckedIOException e) {
            throw FileProblem.cannot("read", root, Objects.requireNonNull(e.getCause()), READ);
        }
    }

    // What is uploaded by itself is named by its target, or as it is called here where that is a folder.
    private static String name(Path root, Path file) {
        Path inside = file.equals(root) ? file.getFileName() : root.relativize(file);
        return inside.toString().replace(inside.getFileSystem().getSeparator(), "/");
    }

    private static String contents(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return Sha256.of(content);
        } catch (IOException e) {
            throw FileProblem.cannot("read", file, e, READ);
        }
    }
}
