package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of random configurations come out the same as with the openstacksdk installed on this machine. */
@Tag("openstacksdk")
class OpenstacksdkAgreementTest {
    private static final long SEED = Long.getLong("openstacksdk.seed", 20261124L);
    private static final int CASES = Integer.getInteger("openstacksdk.cases", 800);
    private static final List<String> SERVICES = List.of(
            "compute",
            "block-storage",
            "block_storage",
            "volumev3",
            "volume",
            "identity",
            "image",
            "network",
            "baremetal",
            "object_store",
            "something_else");

    @TempDir
    private Path directory;

    @Test
    void every_setting_comes_out_as_openstacksdk_resolves_it() throws Exception {
        Python.assumeInstalled("openstack");

        List<SdkCase> cases = new ArrayList<>();
        RandomClouds clouds = new RandomClouds(SEED, directory);
        while (cases.size() < CASES) cases.add(clouds.next());
        JsonNode answers = Python.ask(
                "openstacksdk_answers.py",
                directory,
                cases.stream().map(OpenstacksdkAgreementTest::question).toList(),
                Python.JSON.writeValueAsString(SERVICES));

        Map<String, Integer> seen = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            SdkCase one = cases.get(i);
            boolean answered = !answers.get(i).has("error");
            seen.merge(answered ? "an answer" : "an error", 1, Integer::sum);
            if (answered) one.branches().forEach(branch -> seen.merge(branch, 1, Integer::sum));
            else seen.merge(answers.get(i).get("error").asText(), 1, Integer::sum);
            List<String> found = SdkComparison.of(one, answers.get(i), SERVICES);
            if (!found.isEmpty()) differences.add("case " + i + ": " + String.join("\n  ", found) + "\n" + one);
        }
        System.out.println("Compared " + CASES + " configurations with openstacksdk, seed " + SEED + ": " + seen);
        assertThat(differences.subList(0, Math.min(6, differences.size())))
                .as("%d of %d differ, seed %d", differences.size(), CASES, SEED)
                .isEmpty();
        assertThat(seen)
                .containsKeys("profile", "regions", "regions with values", "region_name", "secure", "env", "template")
                .containsKeys("merge key", "json", "networks", "external_network", "auth_type", "OS_CLOUD")
                .containsKeys("explicit cloud", "explicit region", "explicit auth", "OS_CLIENT_CONFIG_FILE")
                .containsKeys(
                        "empty variables",
                        "OS_CLIENT_SECURE_FILE",
                        "ConfigException",
                        "TypeError",
                        "KeyError",
                        "OptionError");
        assertThat(seen.get("an answer")).isGreaterThan(CASES / 3);
    }

    private static Map<String, Object> question(SdkCase one) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("variables", one.variablesThatAreSet());
        question.put("directory", one.directory().toString());
        question.put("explicit", one.explicit());
        return question;
    }
}
