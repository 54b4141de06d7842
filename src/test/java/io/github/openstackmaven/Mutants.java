package io.github.openstackmaven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Texts as no well-behaved service or user writes them, made of sound ones by chance. The same seed makes the same ones,
 * and a parser that fails is told with the text that it failed at.
 */
public final class Mutants {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EACH = 200;

    private static final List<String> VALUES = List.of(
            "null",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"\": null}",
            "\"\"",
            "\" \"",
            "\"\\u0000\\u001b[2J\"",
            "\"\uD83D\uDE80\"",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-9223372036854775809",
            "99999999999999999999",
            "true",
            "\"true\"",
            "\"2026-13-40T99:99:99Z\"",
            "\"+999999999-12-31T23:59:59.999999999Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"http://[\"",
            "\"%zz?marker=%\"",
            "\"//\"");

    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\",
            "\u0000",
            "\r\n",
            "\t",
            "\u001b",
            "\uFEFF",
            "é",
            "<html>",
            "null",
            "-",
            "/",
            "::",
            "%",
            "&",
            "*",
            "!",
            "|",
            "'",
            "#",
            "0x",
            "1e9",
            "999999999999",
            ".",
            " ",
            "~",
            "- ",
            "? ");

    private final Random random;

    private Mutants(long seed) {
        random = new Random(seed);
    }

    /**
     * Tries a parser on sound texts and on what chance makes of them.
     *
     * @param parser may throw an {@link OpenStackException} and nothing else
     */
    public static void of(List<String> sound, Consumer<String> parser) {
        for (String text : sound) {
            tried(text, 0, parser);
            for (int seed = 1; seed <= EACH; seed++) tried(new Mutants(seed).mutant(text), seed, parser);
        }
    }

    private static void tried(String text, int seed, Consumer<String> parser) {
        try {
            parser.accept(text);
        } catch (OpenStackException e) {
            // the way to say so
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ": " + e + " at: " + text, e);
        }
    }

    private String mutant(String text) {
        String mutant = text;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            mutant = random.nextBoolean() ? inShape(mutant) : inText(mutant);
        }
        return new String(mutant.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8); // no half characters
    }

    // Another value somewhere, or none.
    private String inShape(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            List<JsonNode> inner = new ArrayList<>();
            collect(root, inner);
            if (inner.isEmpty()) return inText(text);
            change(any(inner));
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            return inText(text);
        }
    }

    private void change(JsonNode node) throws JsonProcessingException {
        JsonNode value = JSON.readTree(any(VALUES));
        if (node instanceof ArrayNode array) {
            if (array.isEmpty()) array.add(value);
            else array.set(random.nextInt(array.size()), value);
        } else if (node instanceof ObjectNode object && !object.isEmpty()) {
            String name = any(fieldNames(object));
            if (random.nextInt(4) == 0) object.remove(name);
            else object.set(name, value);
        }
    }

    private static List<String> fieldNames(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        if (!node.isContainerNode()) return;
        all.add(node);
        node.forEach(child -> collect(child, all));
    }

    // Cut, doubled, spoilt, far too deep or far too long.
    private String inText(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = at + random.nextInt(text.length() - at + 1);
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, to) + text.substring(at);
            case 3, 4, 5 -> text.substring(0, at) + any(SCRAPS) + text.substring(at);
            case 6 ->
                text.substring(0, at) + any(List.of("[", "{\"a\":", "(", "- ")).repeat(2000) + text.substring(at);
            default -> text.substring(0, at) + any(List.of("9", "a", ":", ".")).repeat(1500) + text.substring(to);
        };
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
