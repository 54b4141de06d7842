package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.Fault.Heeded;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The faults by the names they have in files, each made of the rule that names it. */
final class NamedFaults {
    /** The names of the faults that pass by themselves. */
    static final List<String> PASSING = List.of(
            "reset_before",
            "fin_before",
            "reset_after",
            "fin_after",
            "delay",
            "truncate",
            "garbage",
            "429s",
            "429d",
            "503ra",
            "500b",
            "502b",
            "503b",
            "504b",
            "500a",
            "502a",
            "503a",
            "504a",
            "null",
            "emptyobj",
            "array",
            "html_before",
            "html_after",
            "stale",
            "401");

    private static final Pattern STATUS = Pattern.compile("([2-5]\\d\\d)([abh]?)");
    private static final String LOGIN_PAGE = "<html><head><title>Sign in</title></head><body><h1>Corporate login</h1>"
            + "<p>Please sign in to the network.</p></body></html>";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");

    private static final Map<String, Function<JsonNode, Fault>> FAULTS = all();

    private NamedFaults() {}

    /** All that have a name of their own, and the usual statuses. */
    static List<String> names() {
        return List.copyOf(FAULTS.keySet());
    }

    /**
     * The fault a rule names.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    static Fault of(JsonNode rule) {
        String name = rule.path("fault").asText();
        return Optional.ofNullable(FAULTS.get(name))
                .map(one -> one.apply(rule))
                .or(() -> status(name, rule))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no fault '" + name + "'. There are " + String.join(", ", names())));
    }

    /** The fault of that name, with nothing else said about it. */
    static Fault of(String name) {
        return of(JsonTree.object("fault", name));
    }

    /** A field of seconds, with fractions. */
    static Duration seconds(JsonNode rule, String field, double absent) {
        return Duration.ofMillis(Math.round(rule.path(field).asDouble(absent) * 1000));
    }

    private static Map<String, Function<JsonNode, Fault>> all() {
        Map<String, Function<JsonNode, Fault>> all = new LinkedHashMap<>();
        all.put("refuse", rule -> new Fault.Refuse(seconds(rule, "seconds", 1)));
        all.put("reset_before", rule -> new Fault.Reset(Heeded.BEFORE));
        all.put("fin_before", rule -> new Fault.Close(Heeded.BEFORE));
        all.put("reset_after", rule -> new Fault.Reset(Heeded.AFTER));
        all.put("fin_after", rule -> new Fault.Close(Heeded.AFTER));
        all.put("hang", rule -> new Fault.Hang(forwarded(rule), seconds(rule, "seconds", 300)));
        all.put("loris", rule -> new Fault.Endless(false, seconds(rule, "seconds", 300)));
        all.put("loris_head", rule -> new Fault.Endless(true, seconds(rule, "seconds", 300)));
        all.put("delay", rule -> new Fault.Delay(seconds(rule, "seconds", 2)));
        all.put("delay_after", rule -> new Fault.Delay(Heeded.AFTER, seconds(rule, "seconds", 2)));
        all.put("trickle", rule -> new Fault.Trickle(seconds(rule, "seconds", 4)));
        all.put("truncate", rule -> new Fault.Truncate(false));
        all.put("truncate_ok", rule -> new Fault.Truncate(true));
        all.put("garbage", rule -> new Fault.Reshape(Shape.GARBAGE));
        all.put("ctype", rule -> new Fault.Edit(Map.of(), Map.of("Content-Type", "image/png")));
        all.put("late", rule -> new Fault.Late(seconds(rule, "seconds", 20)));
        all.put("429s", rule -> new Fault.Busy(429, seconds(rule, "seconds", 2), false));
        all.put("429d", rule -> new Fault.Busy(429, seconds(rule, "seconds", 3), true));
        all.put("503ra", rule -> new Fault.Busy(503, seconds(rule, "seconds", 2), false));
        all.put("413ra", rule -> new Fault.Busy(413, seconds(rule, "seconds", 2), false));
        for (String status : List.of("500", "502", "503", "504")) {
            all.put(status + "b", rule -> gateway(status, Heeded.BEFORE));
            all.put(status + "a", rule -> gateway(status, Heeded.AFTER));
        }
        all.put("null", rule -> new Fault.Reshape(Shape.NULLED));
        all.put("jnull", rule -> new Fault.Reshape(Shape.NULL));
        all.put("emptyobj", rule -> new Fault.Reshape(Shape.EMPTY_OBJECT));
        all.put("array", rule -> new Fault.Reshape(Shape.ARRAYED));
        all.put("list", rule -> new Fault.Reshape(Shape.EMPTY_LIST));
        all.put("html_before", rule -> new Fault.Status(200, HTML, LOGIN_PAGE));
        all.put("html_after", rule -> new Fault.Status(200, HTML, LOGIN_PAGE, Heeded.AFTER));
        all.put("body", NamedFaults::body);
        all.put("edit", rule -> new Fault.Edit(pairs(rule.path("edits")), pairs(rule.path("headers"))));
        all.put(
                "huge",
                rule -> new Fault.Huge(
                        rule.path("mb").asInt(200), rule.path("key").asText("images")));
        all.put("deep", rule -> deep("{\"a\":", "}", rule.path("depth").asInt(100_000), "1"));
        all.put("deeparr", NamedFaults::deepArray);
        all.put("400", rule -> refusal(400, "badRequest", "Invalid input", Heeded.BEFORE));
        all.put(
                "401",
                rule -> refusal(401, "error", "The request you have made requires authentication.", Heeded.BEFORE));
        all.put(
                "403q",
                rule -> refusal(
                        403,
                        "forbidden",
                        "Quota exceeded for instances: Requested 1, but already used 10 of 10 instances",
                        Heeded.BEFORE));
        all.put("404", rule -> refusal(404, "itemNotFound", "It could not be found.", Heeded.BEFORE));
        all.put("404h", rule -> page(404, "no such route"));
        all.put("409", rule -> conflict(Heeded.BEFORE));
        all.put("409a", rule -> conflict(Heeded.AFTER));
        all.put("413q", rule -> refusal(413, "overLimit", "Quota exceeded: too many instances", Heeded.BEFORE));
        all.put("redirect", rule -> new Fault.Redirect(rule.path("code").asInt(302), JsonTree.text(rule, "location")));
        all.put("stale", rule -> new Fault.Stale());
        all.put("error", rule -> new Fault.Fail(JsonTree.text(rule, "reason").orElse("the host has died")));
        all.put("stuck", rule -> new Fault.Stick());
        return all;
    }

    // 4xx and 5xx of any number.
    private static Optional<Fault> status(String name, JsonNode rule) {
        return Optional.of(STATUS.matcher(name))
                .filter(one -> one.matches())
                .map(one -> {
                    int code = Integer.parseInt(one.group(1));
                    if (one.group(2).equals("h")) return page(code, "no such route");
                    Heeded heeded = one.group(2).equals("a") ? Heeded.AFTER : Heeded.BEFORE;
                    return refusal(code, "error", "It was asked to answer so.", heeded);
                })
                .map(one -> new Fault.Status(
                        one.code(), merged(one.headers(), pairs(rule.path("headers"))), one.body(), one.heeded()));
    }

    private static Map<String, String> merged(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static Fault gateway(String status, Heeded heeded) {
        return new Fault.Status(
                Integer.parseInt(status),
                HTML,
                "<html><body><h1>" + status + " Bad</h1>\nThe proxy could not reach the service.\n</body></html>",
                heeded);
    }

    private static Fault.Status refusal(int code, String name, String message, Heeded heeded) {
        return new Fault.Status(
                code,
                JSON,
                JsonTree.object(name, JsonTree.object("message", message, "code", code))
                        .toString(),
                heeded);
    }

    private static Fault.Status page(int code, String words) {
        return new Fault.Status(code, HTML, "<html><body><h1>" + code + "</h1>" + words + "</body></html>");
    }

    private static Fault conflict(Heeded heeded) {
        return refusal(409, "conflictingRequest", "Cannot do it while it is in another task", heeded);
    }

    private static Fault body(JsonNode rule) {
        JsonNode body = rule.path("body");
        return new Fault.Status(
                rule.path("code").asInt(200),
                merged(JSON, pairs(rule.path("headers"))),
                body.isTextual() ? body.textValue() : body.toString(),
                forwarded(rule));
    }

    private static Fault deep(String open, String close, int depth, String inside) {
        return new Fault.Status(200, JSON, open.repeat(depth) + inside + close.repeat(depth));
    }

    private static Fault deepArray(JsonNode rule) {
        int depth = rule.path("depth").asInt(100_000);
        String key = rule.path("key").asText("images");
        return new Fault.Status(200, JSON, "{\"" + key + "\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    }

    private static Heeded forwarded(JsonNode rule) {
        return rule.path("forward").asBoolean(false) ? Heeded.AFTER : Heeded.BEFORE;
    }

    // [["a", "b"], …] or {"a": "b", …}.
    private static Map<String, String> pairs(JsonNode written) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (written.isObject()) {
            written.properties()
                    .forEach(entry -> pairs.put(entry.getKey(), entry.getValue().asText()));
        } else {
            written.forEach(
                    pair -> pairs.put(pair.path(0).asText(), pair.path(1).asText()));
        }
        return pairs;
    }
}
