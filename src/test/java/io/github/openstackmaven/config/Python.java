package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This machine's Python with its openstacksdk, which says what is right. */
final class Python {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String PYTHON = "/usr/bin/python3";

    private Python() {}

    /** Skips the test, loudly, where the module is not installed. */
    static void assumeInstalled(String module) throws IOException, InterruptedException {
        boolean installed = Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import " + module)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        if (!installed) System.out.println("!!! NOT compared with Python: " + PYTHON + " has no module " + module);
        assumeTrue(installed, "Python has no module " + module);
    }

    /** Runs one of the test's scripts over all questions at once. */
    static JsonNode ask(String script, Path directory, Object questions, String... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        Path input = directory.resolve("questions.json");
        Path output = directory.resolve("answers.json");
        JSON.writeValue(input.toFile(), questions);
        Path file = Path.of(Python.class.getResource(script).toURI());
        List<String> command = new ArrayList<>(List.of(PYTHON, file.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).as("exit code of %s", script).isZero();
        return JSON.readTree(output.toFile());
    }
}
