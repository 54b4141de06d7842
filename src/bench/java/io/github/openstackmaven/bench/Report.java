package io.github.openstackmaven.bench;

import io.github.openstackmaven.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that was measured.
 *
 * @param machine what it was measured on
 * @param plugin what Maven loads for the plugin
 */
record Report(Instant at, String machine, Realm plugin, Choices choices, List<Row> rows) {
    private static final String HEAD = """
            | servers | who | process, s | launch alone, s | user CPU, s | peak memory, MiB | requests | KiB | |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    /** Of what was measured just now on this machine. */
    static Report of(String maven, Realm plugin, Choices choices, List<Row> rows) {
        Runtime runtime = Runtime.getRuntime();
        String machine = "%d processors, %s %s, Java %s, %s"
                .formatted(
                        runtime.availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        maven);
        return new Report(Instant.now().truncatedTo(ChronoUnit.SECONDS), machine, plugin, choices, List.copyOf(rows));
    }

    /** A table for each cloud, in Markdown. */
    String markdown() {
        return rows.stream().map(Row::cloud).distinct().map(this::table).collect(Collectors.joining("\n")) + "\n"
                + plugin.text() + "\n";
    }

    private String table(String cloud) {
        return "Cloud %s; median (smallest–largest) of %d rounds; %s\n\n".formatted(cloud, choices.rounds(), machine)
                + HEAD
                + rows.stream()
                        .filter(row -> row.cloud().equals(cloud))
                        .map(row -> row.line() + "\n")
                        .collect(Collectors.joining());
    }

    /** Writes {@code bench.json} and {@code bench.md}. */
    void write(Path folder) {
        try {
            Files.writeString(folder.resolve("bench.json"), Json.writePretty(this));
            Files.writeString(folder.resolve("bench.md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
