package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/** Reads plans as they are written in files. */
final class FaultReader {
    private static final Set<String> PLAN = Set.of("rules", "random");
    private static final Set<String> RANDOM = Set.of("seed", "p", "faults", "only", "until");
    private static final Set<String> RULE = Set.of(
            "service",
            "method",
            "path",
            "nth",
            "upto",
            "after",
            "since",
            "lasts",
            "fault",
            "seconds",
            "forward",
            "code",
            "headers",
            "body",
            "edits",
            "mb",
            "key",
            "depth",
            "location",
            "reason");

    private FaultReader() {}

    static FaultPlan plan(JsonNode written) {
        check(written, PLAN);
        try {
            List<FaultRule> rules = new ArrayList<>();
            written.path("rules").forEach(rule -> rules.add(rule(rule)));
            return new FaultPlan(
                    rules,
                    Optional.ofNullable(written.get("random"))
                            .filter(JsonNode::isObject)
                            .map(FaultReader::random));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + e.getPattern() + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    private static FaultRule rule(JsonNode written) {
        check(written, RULE);
        String method = JsonTree.text(written, "method").orElse(".*");
        String path = JsonTree.text(written, "path").orElse("");
        return counted(written, FaultRule.of(method, path, NamedFaults.of(written)))
                .of(JsonTree.text(written, "service"))
                .since(JsonTree.text(written, "since"))
                .lasting(lasts(written));
    }

    private static FaultRule counted(JsonNode written, FaultRule rule) {
        int nth = written.path("nth").asInt(0);
        return nth > 0
                ? rule.after(nth - 1).upto(nth)
                : rule.after(written.path("after").asInt(0))
                        .upto(written.path("upto").asInt(Integer.MAX_VALUE));
    }

    // A database lags behind for a while only.
    private static Optional<Duration> lasts(JsonNode written) {
        if (written.has("lasts")) return Optional.of(NamedFaults.seconds(written, "lasts", 0));
        return JsonTree.text(written, "fault")
                .filter("stale"::equals)
                .map(stale -> NamedFaults.seconds(written, "seconds", 3));
    }

    private static RandomFaults random(JsonNode written) {
        check(written, RANDOM);
        List<Fault> named = new ArrayList<>();
        written.path("faults").forEach(name -> named.add(NamedFaults.of(name.asText())));
        RandomFaults faults = new RandomFaults(
                        written.path("seed").asLong(0),
                        written.path("p").asDouble(0.2),
                        named.isEmpty() ? FaultPlan.passing() : named)
                .until(written.path("until").asInt(Integer.MAX_VALUE));
        return JsonTree.text(written, "only").map(faults::only).orElse(faults);
    }

    private static void check(JsonNode written, Collection<String> known) {
        StreamSupport.stream(((Iterable<String>) written::fieldNames).spliterator(), false)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "'" + name + "' is unknown. There are " + String.join(", ", known));
                });
    }
}
