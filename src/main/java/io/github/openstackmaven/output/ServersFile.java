package io.github.openstackmaven.output;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.NamedServers;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code servers.json}: the servers that the last build launched here, for other goals and other programs. */
public record ServersFile(
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<LaunchedServer> servers) {
    private static final String ADVICE = "Run openstack:launch first, with the same <outputDirectory>.";

    public ServersFile {
        servers = List.copyOf(servers);
    }

    /**
     * What was written last.
     *
     * @throws OpenStackException when there is no such file, or it is not a launch's
     */
    public static ServersFile read(Path folder) {
        Path file = in(folder);
        try {
            return Json.read(Files.readString(file), ServersFile.class)
                    .orElseThrow(() -> new OpenStackException(file + " is not what a launch wrote", ADVICE));
        } catch (NoSuchFileException e) {
            throw new OpenStackException("No server was launched here: there is no " + file, ADVICE, e);
        } catch (IOException e) {
            throw FileProblem.cannot("read", file, e, "Check who may read it.");
        }
    }

    /** Whether there is one. */
    static boolean isIn(Path folder) {
        return Files.exists(in(folder));
    }

    /** Writes it. */
    public Path write(Path folder) {
        Path file = in(folder);
        new OutputFile(file).write(Json.writePretty(this));
        return file;
    }

    /**
     * The servers of these names or ids, or of groups or {@code <count>}s of these names, in this order; all when none is named.
     *
     * @throws OpenStackException when there is none of a name
     */
    public List<LaunchedServer> named(List<String> namesOrIds) {
        if (namesOrIds.isEmpty()) return servers;
        NamedServers<LaunchedServer> launched = byName();
        return launched.named(namesOrIds.stream().map(this::nameOf).toList(), word -> unknown(word, launched));
    }

    /**
     * The names of those launched here that words mean, of groups and {@code <count>}s too; a word that means none of them is
     * a name itself.
     */
    public static List<String> names(Path folder, List<String> words) {
        if (words.isEmpty() || !isIn(folder)) return words;
        NamedServers<LaunchedServer> launched = read(folder).byName();
        return words.stream()
                .flatMap(word -> {
                    List<LaunchedServer> meant = launched.named(word);
                    return meant.isEmpty() ? Stream.of(word) : meant.stream().map(LaunchedServer::name);
                })
                .distinct()
                .toList();
    }

    private NamedServers<LaunchedServer> byName() {
        return new NamedServers<>(servers, LaunchedServer::name, LaunchedServer::groups);
    }

    private String nameOf(String nameOrId) {
        return servers.stream()
                .filter(server -> server.id().equals(nameOrId))
                .map(LaunchedServer::name)
                .findFirst()
                .orElse(nameOrId);
    }

    private static OpenStackException unknown(String word, NamedServers<LaunchedServer> launched) {
        return new OpenStackException(
                "No server '" + word + "' was launched here",
                "Launched were, the nearest first: " + launched.nearest(word).collect(Collectors.joining(", ")) + ".");
    }

    private static Path in(Path folder) {
        return folder.resolve("servers.json");
    }
}
