package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.error.YAMLException;

/** An unquoted word is the same text, number, boolean, date or nothing as with the PyYAML on this machine. */
@Tag("openstacksdk")
class PyYamlAgreementTest {
    private static final long SEED = Long.getLong("openstacksdk.seed", 20261124L);
    private static final int WORDS = 20_000;
    private static final List<String> PIECES = List.of(
            "0",
            "1",
            "7",
            "8",
            "59",
            "60",
            "2024",
            "-",
            "+",
            ".",
            "_",
            ":",
            "e",
            "E",
            "e+",
            "0x",
            "0b",
            "0o",
            "F",
            "-01",
            "-02",
            "-1-2",
            "T",
            " ",
            "Z",
            "12:30:00",
            "+02:00",
            ".5",
            "inf",
            "nan",
            "yes",
            "No",
            "ON",
            "off",
            "true",
            "y",
            "~",
            "null",
            "=",
            "<<",
            "a");

    @TempDir
    private Path directory;

    @Test
    void unquoted_words_mean_what_py_yaml_makes_of_them() throws Exception {
        Python.assumeInstalled("yaml");
        Random random = new Random(SEED);
        List<String> words = new ArrayList<>(RandomValues.PASSWORDS);
        while (words.size() < WORDS) words.add(word(random));

        JsonNode answers = Python.ask("pyyaml_answers.py", directory, words);

        Map<String, Integer> kinds = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String theirs = answers.get(i).asText();
            kinds.merge(theirs.split(" ", 2)[0], 1, Integer::sum);
            String ours = ours(words.get(i));
            if (!ours.equals(theirs)) differences.add("'" + words.get(i) + "': PyYAML " + theirs + ", we " + ours);
        }
        System.out.println("Compared " + WORDS + " words with PyYAML, seed " + SEED + ": " + kinds);
        assertThat(differences).as("seed %d", SEED).isEmpty();
        assertThat(kinds).containsKeys("str", "int", "float", "bool", "NoneType", "error");
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int pieces = 1 + random.nextInt(5);
        for (int i = 0; i < pieces; i++) word.append(PIECES.get(random.nextInt(PIECES.size())));
        return word.toString();
    }

    private static String ours(String word) {
        Object value;
        try {
            value = CloudEntry.mapping(PlainData.of(SettingsFile.yaml("k: " + word)), "the document")
                    .getOrDefault("k", YamlNull.NULL);
        } catch (YAMLException | IllegalArgumentException e) {
            return "error";
        }
        if (value instanceof Map || value instanceof List) return "collection";
        return kind(value) + " " + PythonText.of(value);
    }

    private static String kind(Object value) {
        if (value instanceof Boolean) return "bool";
        if (value instanceof Double) return "float";
        if (value instanceof String) return "str";
        return value == YamlNull.NULL ? "NoneType" : "int";
    }
}
