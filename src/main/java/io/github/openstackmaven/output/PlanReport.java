package io.github.openstackmaven.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.plan.PlannedRequest;
import io.github.openstackmaven.plan.Quota;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a launch would do, as {@code plan.json} has it.
 *
 * @param settings by clouds.yaml's names, secrets as {@code ***}
 * @param requests everything that would be created, in this order
 * @param quota a row for each resource asked for
 * @param error why there is no plan
 */
public record PlanReport(
        Map<String, Entry> settings, List<PlannedRequest> requests, List<Quota.Row> quota, Optional<String> error) {

    /** A setting and where it was written; null when it was left empty there. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(Optional<Object> value, String source) {}

    /** A plan that was made. */
    public static PlanReport of(Settings settings, List<PlannedRequest> requests, Quota quota) {
        return new PlanReport(entries(settings), requests, quota.rows(), Optional.empty());
    }

    /** Settings that led to no plan. */
    public static PlanReport failed(Settings settings, String error) {
        return new PlanReport(entries(settings), List.of(), List.of(), Optional.of(error));
    }

    /** Writes {@code plan.json}. */
    public Path write(Path folder, Redaction redaction) {
        Path file = folder.resolve("plan.json");
        new OutputFile(file).write(Json.writePretty(this, redaction::masked));
        return file;
    }

    private static Map<String, Entry> entries(Settings settings) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        settings.masked()
                .forEach((key, value) -> entries.put(
                        key,
                        new Entry(
                                value, settings.get(key).orElseThrow().source().toString())));
        return entries;
    }
}
