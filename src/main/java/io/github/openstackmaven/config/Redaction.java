package io.github.openstackmaven.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.openstackmaven.PlainText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes text fit to be told and to be written down: the secrets that are known so far are {@code ***}, whoever repeats them,
 * and nothing else than text is left. A session has one; safe for threads.
 */
public final class Redaction {
    private static final String MASK = SecretKeys.MASK;
    private static final String CUT = "…";
    // A shorter secret would be found everywhere: of such only what stands in quotes is taken for it.
    private static final int SHORTEST = 4;

    private volatile List<String> forms = List.of(); // the longest first

    /** One more secret that is not to be told from now on. */
    public void add(Secret secret) {
        addAll(List.of(secret));
    }

    /** More of them. */
    public synchronized void addAll(Collection<Secret> secrets) {
        List<String> more = secrets.stream()
                .map(Secret::reveal)
                .filter(secret -> !forms.contains(secret))
                .toList();
        if (more.isEmpty()) return; // as with most requests, whose token is known
        forms = Stream.concat(forms.stream(), more.stream().flatMap(Redaction::forms))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The text without secrets, and otherwise as it is: for files. */
    public String masked(String text) {
        String masked = text;
        for (String form : forms) masked = withoutBeginning(masked.replace(form, MASK), form);
        return masked;
    }

    /** The text without secrets and {@linkplain PlainText plain}: for logs, terminals and pages. */
    public String told(String text) {
        return masked(PlainText.of(text));
    }

    // Of a text that was cut the beginning of a secret may be left.
    private static String withoutBeginning(String text, String form) {
        String clean = text;
        for (int cut = clean.indexOf(CUT); cut >= 0; cut = clean.indexOf(CUT, cut + 1)) {
            int length = Math.min(cut, form.length() - 1);
            while (length >= SHORTEST && !form.regionMatches(0, clean, cut - length, length)) length--;
            if (length < SHORTEST) continue;
            clean = clean.substring(0, cut - length) + MASK + clean.substring(cut);
            cut += MASK.length() - length;
        }
        return clean;
    }

    private static Stream<String> forms(String secret) {
        if (secret.isBlank()) return Stream.empty();
        Stream<String> all = Stream.of(secret, PlainText.of(secret)).flatMap(Redaction::written);
        return secret.length() >= SHORTEST ? all : all.flatMap(form -> Stream.of('"' + form + '"', "'" + form + "'"));
    }

    // As it is, and as it stands in JSON, in JSON in JSON, in a URL, in HTML and in Python's quotes.
    private static Stream<String> written(String secret) {
        String json = json(secret);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                json,
                json(json),
                ascii(json),
                json.replace("/", "\\/"),
                url,
                url.replace("+", "%20"),
                url.toLowerCase(Locale.ROOT),
                html(secret, "&#39;"),
                html(secret, "&#x27;"),
                secret.replace("\\", "\\\\").replace("'", "\\'"));
    }

    private static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static String ascii(String json) {
        return json.chars()
                .mapToObj(one -> one < 0x7F ? Character.toString(one) : String.format("\\u%04x", one))
                .collect(Collectors.joining());
    }

    private static String html(String text, String apostrophe) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", apostrophe);
    }
}
