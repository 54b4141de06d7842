package io.github.openstackmaven.config;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds clouds.yaml, secure.yaml and clouds-public.yaml: of each, the first that can be read; files of one kind are
 * never merged.
 */
final class CloudsFiles {
    private static final Set<PosixFilePermission> SHARED =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final Environment environment;
    private final SearchPath searchPath;
    private final Consumer<String> warnings;
    private final boolean looking;
    private final List<String> passedOver = new ArrayList<>();

    CloudsFiles(Environment environment, Consumer<String> warnings) {
        this(environment, warnings, true);
    }

    private CloudsFiles(Environment environment, Consumer<String> warnings, boolean looking) {
        this.environment = environment;
        this.searchPath = SearchPath.of(environment);
        this.warnings = warnings;
        this.looking = looking;
    }

    /** No files, wherever there are some. */
    static CloudsFiles none(Environment environment) {
        return new CloudsFiles(environment, warning -> {}, false);
    }

    /** The clouds.yaml in force. */
    Optional<SettingsFile> clouds() {
        return first(overridable("clouds", "OS_CLIENT_CONFIG_FILE"), true);
    }

    /** The secure.yaml in force. */
    Optional<SettingsFile> secure() {
        return first(overridable("secure", "OS_CLIENT_SECURE_FILE"), true);
    }

    /** The clouds-public.yaml in force. */
    Optional<SettingsFile> publicClouds() {
        return first(searchPath.candidates("clouds-public"), false);
    }

    /** Where a clouds.yaml of the user's own is looked for first. */
    Path usersOwn() {
        return variable("OS_CLIENT_CONFIG_FILE")
                .map(named -> searchPath.named(named, "OS_CLIENT_CONFIG_FILE").path())
                .orElseGet(() -> searchPath.usersOwn("clouds.yaml"));
    }

    /** What is there and was not read, and why, for messages. */
    List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    /** Where clouds.yaml was looked for, for messages. */
    String lookedAt() {
        String override =
                variable("OS_CLIENT_CONFIG_FILE").map(path -> path + ", ").orElse("");
        return override + searchPath + " (clouds.yaml, clouds.yml, clouds.json)";
    }

    private Stream<SearchPath.Candidate> overridable(String name, String variable) {
        Stream<SearchPath.Candidate> named = variable(variable).stream().map(path -> searchPath.named(path, variable));
        return Stream.concat(named, searchPath.candidates(name));
    }

    private Optional<String> variable(String name) {
        return environment.selector(name);
    }

    private Optional<SettingsFile> first(Stream<SearchPath.Candidate> candidates, boolean mayHoldSecrets) {
        return candidates
                .filter(candidate -> looking && Files.exists(candidate.path()))
                .flatMap(candidate -> read(candidate).stream())
                .findFirst()
                .map(file -> mayHoldSecrets ? warnedOfReaders(file) : file);
    }

    private Optional<SettingsFile> read(SearchPath.Candidate candidate) {
        if (Files.isDirectory(candidate.path())) return passedOver(candidate, "is a directory, not a file");
        try {
            String text = Files.readString(candidate.path());
            return Optional.of(SettingsFile.parse(candidate.path(), candidate.label(), text));
        } catch (CharacterCodingException e) {
            throw new OpenStackException(candidate.path() + " is not UTF-8", "Save it as UTF-8.", e);
        } catch (IOException e) {
            return passedOver(candidate, "can't be read: " + FileProblem.of(candidate.path(), e));
        }
    }

    // As openstacksdk does.
    private Optional<SettingsFile> passedOver(SearchPath.Candidate candidate, String why) {
        String what = candidate.path() + " " + why;
        warnings.accept("Skipped: " + what);
        passedOver.add(what);
        return Optional.empty();
    }

    private SettingsFile warnedOfReaders(SettingsFile file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file.path());
            boolean shared = SHARED.stream().anyMatch(permissions::contains);
            if (shared && SecretKeys.holdsSecret("", file.content())) {
                warnings.accept(file.path() + " holds a secret and others can read it ("
                        + PosixFilePermissions.toString(permissions) + "): chmod 600 " + file.path());
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Windows has other permissions; this warning is for POSIX only.
        }
        return file;
    }
}
