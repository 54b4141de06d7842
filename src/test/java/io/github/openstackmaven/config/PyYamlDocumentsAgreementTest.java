package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document is one, and its top level is the same, as with the PyYAML on this machine. */
@Tag("openstacksdk")
class PyYamlDocumentsAgreementTest {
    private static final long SEED = Long.getLong("openstacksdk.seed", 20261128L);
    private static final int DOCUMENTS = 20_000;
    private static final List<String> WHOLE = List.of(
            """
            #cloud-config
            packages:
              - nginx
              - [curl, '7']
            write_files:
            - path: /etc/x
              content: |
                a: b
                [oops
              permissions: '0644'
            runcmd:
             - [ls, -l]
             - echo "a: b" > /x
            """,
            "#cloud-config-archive\n- type: text/cloud-config\n  content: |\n    a: b\n- '#!/bin/sh'\n",
            "users:\n- default\n- &one {name: a, groups: [x, y], lock_passwd: no}\n- <<: *one\n  name: b\n? k\n: v\n",
            "a: >-\n  folded\n  text\n\nb: !!str 1\nd: 2024-01-02\ne: ~\n---\n",
            "---\na: \"x\\ty\\u00e9\"\nb: 'it''s'\n...\n");
    // Without those that nobody writes and SnakeYAML takes otherwise: unknown directives, a key that is "=".
    private static final List<String> PIECES = List.of(
            "a",
            "b: ",
            "- ",
            "\n",
            "\n  ",
            "\n- ",
            ": ",
            ":",
            ", ",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "#",
            " #",
            "&x ",
            "*x",
            "!t ",
            "!!str ",
            "!!set ",
            "| ",
            "|\n",
            ">",
            "@",
            "`",
            "\t",
            "\t\n",
            "\r\n",
            "? ",
            "---\n",
            "...\n",
            "~",
            "<<: ",
            "1:30",
            "2024-13-01",
            "0x",
            "\\",
            "\\x41",
            "\u00e9",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\u0007");

    @TempDir
    private Path directory;

    @Test
    void documents_are_taken_and_refused_as_py_yaml_does() throws Exception {
        Python.assumeInstalled("yaml");
        Random random = new Random(SEED);
        List<String> documents = new ArrayList<>(WHOLE);
        while (documents.size() < DOCUMENTS) documents.add(document(random));

        JsonNode answers = Python.ask("pyyaml_documents.py", directory, documents);

        Map<String, Integer> kinds = new TreeMap<>();
        List<String> refused = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            String theirs = answers.get(i).asText();
            kinds.merge(theirs, 1, Integer::sum);
            String ours = ours(documents.get(i));
            if (ours.equals(theirs)) continue;
            (ours.equals("error") ? refused : taken).add("PyYAML " + theirs + ", we " + ours + ": " + documents.get(i));
        }
        System.out.println("Compared " + DOCUMENTS + " documents with PyYAML, seed " + SEED + ": " + kinds);
        assertThat(refused).as("refused by us alone, seed %d", SEED).isEmpty();
        assertThat(taken).as("taken by us alone, seed %d", SEED).hasSizeLessThan(5); // comments inside of plain words
        assertThat(kinds).containsKeys("dict", "list", "str", "NoneType", "error");
    }

    private static String document(Random random) {
        StringBuilder document =
                new StringBuilder(random.nextInt(3) == 0 ? "" : WHOLE.get(random.nextInt(WHOLE.size())));
        int changes = 1 + random.nextInt(document.isEmpty() ? 12 : 3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(document.length() + 1);
            int end = random.nextBoolean() ? at : Math.min(document.length(), at + random.nextInt(3));
            document.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        }
        return document.toString();
    }

    private static String ours(String document) {
        try {
            Object value = PyYaml.load(document);
            if (value == YamlNull.NULL) return "NoneType";
            if (value instanceof Map) return "dict";
            if (value instanceof Set) return "set";
            if (value instanceof List) return "list";
            return value instanceof String ? "str" : "int";
        } catch (PyYaml.BrokenException e) {
            return "error";
        }
    }
}
