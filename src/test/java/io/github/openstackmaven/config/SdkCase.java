package io.github.openstackmaven.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One configuration both openstacksdk and the loader are asked about.
 *
 * @param branches what the generator put in, to see that nothing is left untested
 * @param written the files' text, for a message that can be followed
 */
record SdkCase(
        Path directory,
        Path home,
        Map<String, String> variables,
        Map<String, Object> explicit,
        Set<String> branches,
        List<String> written) {

    Environment environment() {
        return new Environment(variables, directory, home, "Linux");
    }

    /** The variables without those of OpenStack that are set to nothing. */
    Map<String, String> variablesThatAreSet() {
        Map<String, String> set = new LinkedHashMap<>(variables);
        set.entrySet()
                .removeIf(
                        one -> one.getKey().startsWith("OS_") && one.getValue().isEmpty());
        return set;
    }

    /** The explicit settings in the loader's form: auth flattened, each with a source. */
    Settings explicitSettings() {
        Map<String, Setting> flat = new LinkedHashMap<>();
        explicit.forEach((key, value) -> {
            if (value instanceof Map<?, ?> auth) {
                auth.forEach((name, inner) -> flat.put("auth." + name, explicit("auth." + name, inner)));
            } else {
                flat.put(key, explicit(key, value));
            }
        });
        return new Settings(flat);
    }

    private static Setting explicit(String key, Object value) {
        return new Setting(value, new Source.Explicit("-Dopenstack." + key));
    }

    @Override
    public String toString() {
        return "variables " + variables + "\nexplicit " + explicit + "\n" + String.join("\n", written);
    }
}
