package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.pom.KnownParameters;
import io.github.openstackmaven.session.PlannedFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the README shows is what is tested: a snippet is a part of a file of src/it, which the comment before it names, and
 * commands name goals and parameters that there are.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path IT = Path.of("src/it");
    private static final Pattern BLOCK = Pattern.compile(
            "(?m)^(?:<!-- from (\\S+) -->\\n)?```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Set<String> COMMANDS = Set.of("sh", "");
    private static final Set<String> WITH_COMMANDS = Set.of("sh", "yaml", "groovy");

    private record Snippet(Optional<String> file, String language, String text) {
        static Snippet of(MatchResult found) {
            return new Snippet(Optional.ofNullable(found.group(1)), found.group(2), found.group(3));
        }

        String firstLine() {
            return text.lines().findFirst().orElse("");
        }
    }

    @TestFactory
    Stream<DynamicTest> a_snippet_is_a_part_of_a_tested_file() throws IOException {
        return snippets().stream()
                .filter(snippet -> !COMMANDS.contains(snippet.language()))
                .map(snippet -> DynamicTest.dynamicTest(snippet.firstLine(), () -> {
                    assertThat(snippet.file())
                            .as("the comment <!-- from FILE --> before it")
                            .isPresent();
                    String file = Files.readString(Path.of(snippet.file().orElseThrow()));
                    assertThat(meant(filled(file))).contains(meant(snippet.text()));
                }));
    }

    @Test
    void commands_name_goals_that_there_are() throws IOException {
        assertThat(named("(?:openstack|openstack-maven-plugin:[^:\\s]+):([a-z]+)\\b"))
                .isNotEmpty()
                .isSubsetOf(described("<goal>([a-z]+)</goal>"));
    }

    @Test
    void commands_name_parameters_that_there_are() throws IOException {
        Properties commandLine = new Properties();
        named("-Dopenstack\\.([\\w.-]+)").forEach(name -> commandLine.setProperty("openstack." + name, ""));
        Set<String> properties = new TreeSet<>(described("\\$\\{openstack\\.(\\w+)"));
        properties.addAll(described("<parameter>\\s*<name>(\\w+)</name>"));
        KnownParameters known = new KnownParameters(Set.of(), properties, Set.of());

        assertThat(commandLine).isNotEmpty();
        assertThat(known.warnings(commandLine)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci/github.yml", "ci/gitlab-ci.yml", "nightly-reap/github.yml", "fleet/site.yml"})
    void what_other_programs_read_is_yaml(String file) throws IOException {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(IT.resolve(file)));

        assertThat(read).isNotNull();
    }

    @Test
    void the_faults_are_some_that_the_simulator_knows() {
        PlannedFaults written = new PlannedFaults(
                Optional.of(IT.resolve("simulator/faults.yaml").toString()), Optional.empty(), Optional.empty());

        assertThat(written.plan().rules()).hasSize(4);
    }

    @Test
    void links_lead_to_files_that_there_are() throws IOException {
        assertThat(matches("\\]\\((?!http|#)([^)#]+)", Files.readString(README)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    private static List<Snippet> snippets() throws IOException {
        return BLOCK.matcher(Files.readString(README))
                .results()
                .map(Snippet::of)
                .toList();
    }

    private static Set<String> named(String pattern) throws IOException {
        Set<String> all = new TreeSet<>();
        for (Snippet snippet : snippets()) {
            if (WITH_COMMANDS.contains(snippet.language())) all.addAll(matches(pattern, snippet.text()));
        }
        return all;
    }

    private static Set<String> described(String pattern) throws IOException {
        return Set.copyOf(matches(pattern, Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"))));
    }

    private static List<String> matches(String pattern, String text) {
        List<String> all = new ArrayList<>();
        Pattern.compile(pattern).matcher(text).results().forEach(found -> all.add(found.group(1)));
        return all;
    }

    // As the invoker fills them in.
    private static String filled(String file) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        return Pattern.compile("@([\\w.]+)@").matcher(file).replaceAll(name -> property(pom, name.group(1)));
    }

    private static String property(String pom, String name) {
        String element = name.replace("project.", "");
        return matches("<" + element + ">([^<]+)</" + element + ">", pom).get(0);
    }

    private static String meant(String text) {
        return text.strip().replaceAll("\\s*\\n\\s*", "\n");
    }
}
