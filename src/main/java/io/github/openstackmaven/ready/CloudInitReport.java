package io.github.openstackmaven.ready;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a {@link CloudInitProbe} brought.
 *
 * @param sections what stands below each marker, the last where one came twice
 * @param last the last line that says something
 */
record CloudInitReport(Map<String, List<String>> sections, String last) {
    private static final Pattern MODULE = Pattern.compile("^\\('([\\w-]+)', (.*)\\)$", Pattern.DOTALL);
    private static final int LONGEST = 500;

    CloudInitReport {
        sections = Map.copyOf(sections);
    }

    /** Reads the answer, or as much of it as came. */
    static CloudInitReport parse(List<String> answer) {
        Map<String, List<String>> sections = new HashMap<>();
        Tail tail = new Tail();
        List<String> section = new ArrayList<>();
        for (String line : answer) {
            tail.accept(line);
            if (line.startsWith(CloudInitProbe.MARKER)) {
                section = new ArrayList<>();
                sections.put(line.substring(CloudInitProbe.MARKER.length()).strip(), section);
            } else {
                section.add(line);
            }
        }
        return new CloudInitReport(sections, tail.line());
    }

    /**
     * What that means for whoever waits for its end.
     *
     * @param demanded whether there must be one
     */
    ProbeResult seen(boolean demanded) {
        boolean none = has(CloudInitProbe.ABSENT) || isDisabled();
        return none && !demanded ? ProbeResult.holds("is not there to wait for") : seen();
    }

    private ProbeResult seen() {
        if (sections.isEmpty()) {
            return ProbeResult.notYet(
                    "can't be asked" + (last.isEmpty() ? "" : ": " + last),
                    "Log in and look: cloud-init status --long.");
        }
        if (has(CloudInitProbe.ABSENT)) {
            return ProbeResult.never(
                    "is not there: the image comes without it", "Leave <cloudInit> out, or use another image.");
        }
        String word = word("status");
        if (isDisabled()) {
            return ProbeResult.never("is disabled on this image", "Leave <cloudInit> out, or use another image.");
        }
        List<String> errors = errors();
        if (!errors.isEmpty() || word.equals("error")) return failed(errors);
        if (has(CloudInitProbe.RESULT) || word.equals("done")) {
            return ProbeResult.holds(hasWarnings() ? "is done, with warnings" : "is done");
        }
        if (has(CloudInitProbe.BOOT_FINISHED) && word.isEmpty()) return ProbeResult.holds("has finished");
        return ProbeResult.notYet(underWay(word), advice());
    }

    private boolean isDisabled() {
        return has(CloudInitProbe.DISABLED) || word("status").equals("disabled");
    }

    private String underWay(String word) {
        String stage = json(CloudInitProbe.STATUS).path("stage").asText("");
        if (!stage.isEmpty() && !stage.equals("null")) return "is running (" + shortened(stage) + ")";
        if (json(CloudInitProbe.STATUS).isObject()) return "is running";
        return word.isEmpty() ? "has not begun" : "is " + shortened(word);
    }

    private List<String> errors() {
        List<String> errors = texts(json(CloudInitProbe.RESULT).path("errors"));
        if (errors.isEmpty()) json(CloudInitProbe.STATUS).forEach(stage -> errors.addAll(texts(stage.path("errors"))));
        if (errors.isEmpty() && word("status").equals("error")) errors.addAll(detail());
        return errors.stream().map(CloudInitReport::readable).toList();
    }

    private boolean hasWarnings() {
        for (JsonNode stage : json(CloudInitProbe.STATUS)) {
            if (!stage.path("recoverable_errors").isEmpty()) return true;
        }
        return word("extended_status").contains("degraded");
    }

    private static ProbeResult failed(List<String> errors) {
        return ProbeResult.never(
                "failed: " + (errors.isEmpty() ? "it does not say why" : String.join("; ", errors)), advice());
    }

    private static String advice() {
        return "Its log on the server is /var/log/cloud-init-output.log; mend <userData>, or raise the <timeout>.";
    }

    private boolean has(String section) {
        return sections.containsKey(section);
    }

    private List<String> lines(String section) {
        return sections.getOrDefault(section, List.of());
    }

    // Of what the command says.
    private String word(String key) {
        return lines(CloudInitProbe.COMMAND).stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    // Versions before 23 say it below "detail:", later ones as a list below "errors:".
    private List<String> detail() {
        List<String> details = new ArrayList<>();
        boolean inside = false;
        for (String line : lines(CloudInitProbe.COMMAND)) {
            if (line.matches("(detail|errors):.*")) {
                inside = true;
            } else if (line.matches("[a-z_]+:.*")) {
                inside = false;
            } else if (inside && !line.isBlank()) {
                details.add(line.strip().replaceFirst("^- ", ""));
            }
        }
        return details;
    }

    // Nothing where there is no such file yet, or no more than half of it.
    private JsonNode json(String section) {
        try {
            JsonNode read = new ObjectMapper().readTree(String.join("\n", lines(section)));
            return read == null ? MissingNode.getInstance() : read.path("v1");
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.isTextual() ? one.asText() : one.toString()));
        return texts;
    }

    // ('scripts_user', RuntimeError('…')) is how it names a module and what went wrong in it.
    private static String readable(String error) {
        return shortened(MODULE.matcher(error).replaceFirst("module $1: $2"));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}
