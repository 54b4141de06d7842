package io.github.openstackmaven.ready;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What cloud-init says of itself: its
 * <a href="https://docs.cloud-init.io/en/latest/explanation/failure_states.html">status</a>, or where it is too old for
 * that, the file it makes at its end.
 *
 * @param status its own word; empty when it says none
 * @param finished whether its boot-finished file is there
 * @param errors what it could not do, with the module's name
 */
record CloudInitReport(boolean installed, String status, boolean degraded, boolean finished, List<String> errors) {
    /** Asks for it, in any POSIX shell. */
    static final String COMMAND = """
            if ! command -v cloud-init >/dev/null 2>&1 && ! test -d /var/lib/cloud; then echo absent; exit 0; fi
            cloud-init status --long 2>/dev/null
            test -e /var/lib/cloud/instance/boot-finished && echo boot-finished
            echo result:
            cat /run/cloud-init/result.json 2>/dev/null
            true
            """;

    private static final Pattern MODULE = Pattern.compile("^\\('([\\w-]+)', (.*)\\)$", Pattern.DOTALL);

    CloudInitReport {
        errors = List.copyOf(errors);
    }

    /** Reads the answer. */
    static CloudInitReport parse(List<String> answer) {
        int result = answer.indexOf("result:");
        List<String> said = result < 0 ? answer : answer.subList(0, result);
        String status = value(said, "status");
        List<String> errors =
                new ArrayList<>(result < 0 ? List.of() : errors(answer.subList(result + 1, answer.size())));
        if (errors.isEmpty() && status.equals("error")) errors.addAll(detail(said));
        return new CloudInitReport(
                !said.contains("absent"),
                status,
                value(said, "extended_status").contains("degraded"),
                said.contains("boot-finished"),
                errors);
    }

    /** What that means for whoever waits for its end. */
    Seen seen() {
        if (!installed) {
            return Seen.never(
                    "is not there: the image comes without it", "Leave <cloudInit> out, or use another image.");
        }
        return switch (status) {
            case "done" -> Seen.holds(degraded ? "is done, with warnings" : "is done");
            case "error" -> failed();
            case "disabled" -> Seen.never("is disabled on this image", "Leave <cloudInit> out, or use another image.");
            case "" -> withoutStatus();
            default -> Seen.notYet("is " + status, advice());
        };
    }

    private Seen withoutStatus() {
        if (!finished) return Seen.notYet("has not finished", advice());
        return errors.isEmpty() ? Seen.holds("has finished") : failed();
    }

    private Seen failed() {
        return Seen.never(
                "failed: " + (errors.isEmpty() ? "it does not say why" : String.join("; ", errors)), advice());
    }

    private static String advice() {
        return "Its log on the server is /var/log/cloud-init-output.log; mend <userData>, or raise the <timeout>.";
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    // Versions before 23 say it below "detail:", later ones as a list below "errors:".
    private static List<String> detail(List<String> lines) {
        List<String> details = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.matches("(detail|errors):.*")) {
                inside = true;
            } else if (line.matches("[a-z_]+:.*")) {
                inside = false;
            } else if (inside && !line.isBlank() && !line.equals("boot-finished")) {
                details.add(readable(line.strip().replaceFirst("^- ", "")));
            }
        }
        return details;
    }

    private static List<String> errors(List<String> json) {
        try {
            List<String> errors = new ArrayList<>();
            for (JsonNode error : new ObjectMapper()
                    .readTree(String.join("\n", json))
                    .path("v1")
                    .path("errors")) {
                errors.add(readable(error.asText()));
            }
            return errors;
        } catch (JsonProcessingException e) {
            return List.of(); // there is none yet, or half of it
        }
    }

    // ('scripts_user', RuntimeError('…')) is how it names a module and what went wrong in it.
    private static String readable(String error) {
        return MODULE.matcher(error).replaceFirst("module $1: $2");
    }
}
