package io.github.openstackmaven.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directories that may hold configuration, in the order they are looked at. */
final class SearchPath {
    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

    private final Path workingDirectory;
    private final Path user;
    private final List<Directory> directories;

    private SearchPath(Path workingDirectory, Path user, List<Directory> directories) {
        this.workingDirectory = workingDirectory;
        this.user = user;
        this.directories = directories;
    }

    /** A file that may exist, and how messages call it. */
    record Candidate(Path path, String label) {}

    private record Directory(Path path, String label) {
        Stream<Candidate> candidates(String name) {
            return SUFFIXES.stream().map(suffix -> new Candidate(path.resolve(name + suffix), name + suffix + label));
        }
    }

    static SearchPath of(Environment environment) {
        Path here = environment.workingDirectory();
        Path dotConfig = environment
                .variable("SNAP_REAL_HOME")
                .filter(home -> !home.isEmpty())
                .map(Path::of)
                .orElse(environment.home())
                .resolve(".config");
        List<Directory> directories = new ArrayList<>();
        directories.add(new Directory(here, " in " + here));
        Path user = here.resolve(user(environment));
        directories.add(new Directory(user, " of the user"));
        directories.add(new Directory(here.resolve(dotConfig.resolve("openstack")), " of the user"));
        directories.add(in(here.resolve(site(environment))));
        directories.add(in(here.resolve("/etc/openstack")));
        return new SearchPath(here, user, List.copyOf(directories));
    }

    Stream<Candidate> candidates(String name) {
        return directories.stream().flatMap(directory -> directory.candidates(name));
    }

    /** The file of that name in the user's own directory. */
    Path usersOwn(String name) {
        return user.resolve(name);
    }

    /** The file a variable names. */
    Candidate named(String path, String variable) {
        Path file = workingDirectory.resolve(path);
        return new Candidate(file, file.getFileName() + " at " + file + " (" + variable + ")");
    }

    @Override
    public String toString() {
        return directories.stream()
                .map(directory -> directory.path().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Directory in(Path path) {
        return new Directory(path, " in " + path);
    }

    private static Path user(Environment environment) {
        return switch (Platform.of(environment)) {
            case WINDOWS -> windows(environment, "LOCALAPPDATA", "AppData\\Local");
            case MAC -> environment.home().resolve("Library/Application Support/openstack");
            case UNIX ->
                environment
                        .variable("XDG_CONFIG_HOME")
                        .map(Path::of)
                        .orElse(environment.home().resolve(".config"))
                        .resolve("openstack");
        };
    }

    private static Path site(Environment environment) {
        return switch (Platform.of(environment)) {
            case WINDOWS -> windows(environment, "PROGRAMDATA", "C:\\ProgramData");
            case MAC -> Path.of("/Library/Application Support/openstack");
            // Several directories are joined to one path that can't exist, which is what openstacksdk looks at.
            case UNIX ->
                Path.of(Arrays.stream(environment
                                .variable("XDG_CONFIG_DIRS")
                                .orElse("/etc/xdg")
                                .split(":", -1))
                        .map(directory -> environment.expand(directory.replaceAll("/+$", "")) + "/openstack")
                        .collect(Collectors.joining(":")));
        };
    }

    private static Path windows(Environment environment, String variable, String otherwise) {
        Path base = environment
                .variable(variable)
                .map(Path::of)
                .orElse(environment.home().resolve(otherwise));
        return base.resolve("OpenStack").resolve("openstack");
    }

    private enum Platform {
        UNIX,
        MAC,
        WINDOWS;

        static Platform of(Environment environment) {
            String name = environment.osName().toLowerCase(Locale.ROOT);
            if (name.startsWith("windows")) return WINDOWS;
            return name.startsWith("mac") ? MAC : UNIX;
        }
    }
}
