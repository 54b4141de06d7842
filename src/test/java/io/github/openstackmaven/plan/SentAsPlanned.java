package io.github.openstackmaven.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.ledger.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds the creates that a launch sent against those that were planned. What was not known beforehand may differ: ids, but
 * for those that are told; secrets; the key; what user data says of other servers; which create a mark is of, and until when.
 *
 * @param ids from what stood for an id to the id that it became
 */
public record SentAsPlanned(Map<String, String> ids) {
    private static final Pattern WORDS = Pattern.compile("<.+>");
    private static final Pattern REFERENCE = Pattern.compile("@\\{server\\.[^}]+\\.(ip|id)}");
    private static final String UUID = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    // The build stays: it is the same.
    private static final Pattern NAME = Pattern.compile("(maven-" + UUID + ")-" + UUID + "-(\\d{8}T\\d{6}Z|never)$");
    private static final Pattern LAUNCH = Pattern.compile("maven:launch=" + UUID);
    private static final Pattern EXPIRY = Pattern.compile("maven:expires-at=\\S+");
    private static final Pattern OF_THE_CREATE = Pattern.compile(".*/maven:(launch|expires-at|expires-in-error)");

    /** With the ids that a launch has put on record. */
    public static SentAsPlanned by(Collection<LedgerEntry> record) {
        Map<String, String> ids = new HashMap<>();
        record.forEach(one ->
                one.id().ifPresent(id -> ids.put("<id of " + one.kind().label() + " " + one.name() + ">", id)));
        return new SentAsPlanned(ids);
    }

    /** A POST that was sent. */
    public record Sent(String path, String body) {}

    /** What is not as it was planned, a line each. */
    public List<String> differences(List<PlannedRequest> planned, List<Sent> sent) {
        List<String> paths =
                planned.stream().map(PlannedRequest::path).distinct().toList();
        List<Sent> left = new ArrayList<>(sent);
        List<String> differences = new ArrayList<>();
        for (PlannedRequest one : planned) {
            Optional<Sent> nearest = left.stream()
                    .filter(other -> other.path().endsWith(one.path()))
                    .min(Comparator.comparingInt(
                            other -> differences(one, other).size()));
            nearest.ifPresentOrElse(
                    other -> {
                        left.remove(other);
                        differences.addAll(differences(one, other));
                    },
                    () -> differences.add("not sent: " + one));
        }
        left.forEach(other -> differences.add("not planned: " + other + ", beside " + paths));
        return differences;
    }

    private List<String> differences(PlannedRequest planned, Sent sent) {
        return differences(
                        planned.path(),
                        Json.parse(Json.write(planned.body())).orElseThrow(),
                        Json.parse(sent.body()).orElseThrow())
                .toList();
    }

    private Stream<String> differences(String at, JsonNode planned, JsonNode sent) {
        if (planned.isObject() && sent.isObject()) {
            TreeSet<String> fields = new TreeSet<>();
            planned.fieldNames().forEachRemaining(fields::add);
            sent.fieldNames().forEachRemaining(fields::add);
            return fields.stream()
                    .flatMap(field -> differences(at + "/" + field, planned.path(field), sent.path(field)));
        }
        if (planned.isArray() && sent.isArray() && planned.size() == sent.size()) {
            return IntStream.range(0, planned.size())
                    .boxed()
                    .flatMap(index -> differences(at + "/" + index, planned.get(index), sent.get(index)));
        }
        boolean texts = planned.isTextual() && sent.isTextual();
        boolean same = texts ? isSame(at, planned.asText(), sent.asText()) : planned.equals(sent);
        return same ? Stream.of() : Stream.of(at + ": planned " + planned + ", sent " + sent);
    }

    private boolean isSame(String at, String planned, String sent) {
        if (WORDS.matcher(planned).matches()) {
            return !sent.isEmpty() && ids.getOrDefault(planned, sent).equals(sent);
        }
        if (planned.equals("***")) return !sent.isEmpty();
        if (OF_THE_CREATE.matcher(at).matches()) return !sent.isEmpty();
        if (at.endsWith("/user_data")) return isFilled(decoded(planned), decoded(sent));
        return unmarked(planned).equals(unmarked(sent));
    }

    private static boolean isFilled(String planned, String sent) {
        String pattern = Pattern.compile(REFERENCE.pattern())
                .splitAsStream(planned + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining("\\S+"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(sent + " ").matches();
    }

    private static String decoded(String text) {
        return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.ISO_8859_1);
    }

    private static String unmarked(String text) {
        String name = NAME.matcher(text).replaceFirst("$1");
        return EXPIRY.matcher(LAUNCH.matcher(name).replaceAll("")).replaceAll("");
    }
}
