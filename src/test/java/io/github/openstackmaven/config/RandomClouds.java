package io.github.openstackmaven.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Random configurations: files, variables and explicit settings, most of them sound.
 *
 * <p>Left out, because the loader differs on purpose: broken files, keys that are not text, {@code regions} that is
 * neither list nor missing, entries whose auth is an empty text, empty clouds.yaml beside a secure.yaml, profiles that
 * are URLs, and Python's format specifications.
 */
final class RandomClouds {
    private final Random random;
    private final Path root;
    private int count;

    private Set<String> branches = new LinkedHashSet<>();
    private List<String> written = new ArrayList<>();

    RandomClouds(long seed, Path root) {
        this.random = new Random(seed);
        this.root = root;
    }

    SdkCase next() throws IOException {
        branches = new LinkedHashSet<>();
        written = new ArrayList<>();
        Path base = root.resolve("case-" + count++);
        Path here = Files.createDirectories(base.resolve("here"));
        Path home = Files.createDirectories(base.resolve("home"));
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("HOME", home.toString());
        variables.put("XDG_CONFIG_DIRS", base.resolve("site").toString());
        if (chance(0.3)) variables.put("XDG_CONFIG_HOME", base.resolve("xdg").toString());
        List<Path> places =
                new ArrayList<>(List.of(here, home.resolve(".config/openstack"), base.resolve("site/openstack")));
        if (variables.containsKey("XDG_CONFIG_HOME")) places.add(base.resolve("xdg/openstack"));
        boolean named = chance(0.92);
        if (named) write(pick(places), "clouds", variables, "OS_CLIENT_CONFIG_FILE", clouds());
        if (chance(0.1)) write(pick(places), "clouds", variables, "", clouds());
        if (named && hit("secure", 0.4)) {
            write(pick(places), "secure", variables, "OS_CLIENT_SECURE_FILE", secure());
        }
        if (chance(0.4)) write(pick(places), "clouds-public", variables, "", publicClouds());
        variables(variables);
        leftEmpty(variables);
        return new SdkCase(here, home, variables, explicit(), branches, written);
    }

    // ---- files

    private void write(Path place, String name, Map<String, String> variables, String variable, String yaml)
            throws IOException {
        boolean json = hit("json", 0.1);
        Path file = place.resolve(name + (json ? ".json" : pick(List.of(".yaml", ".yaml", ".yml"))));
        if (!variable.isEmpty() && hit(variable, 0.1)) {
            file = place.resolve("elsewhere" + (json ? ".json" : ".yaml"));
            variables.put(variable, file.toString());
        }
        Files.createDirectories(place);
        String text = json ? new ObjectMapper().writeValueAsString(SettingsFile.yaml(yaml)) : yaml;
        Files.writeString(file, text);
        written.add("---- " + file + "\n" + text);
    }

    private String clouds() {
        StringBuilder yaml = new StringBuilder();
        boolean shared = hit("merge key", 0.2);
        if (shared) {
            yaml.append("x-shared: &shared\n  interface: internal\n  image_format: raw\n  connect_retries: 4\n");
        }
        if (chance(0.1)) {
            yaml.append("client:\n  ")
                    .append(pick(List.of("prefer_ipv6: no", "force_ipv4: on", "broken-ipv6: 'true'")));
            yaml.append('\n');
        }
        yaml.append("clouds:\n");
        List<String> names = new ArrayList<>(List.of("demo"));
        if (chance(0.5)) names.add("other");
        if (chance(0.01)) names.add("envvars");
        for (String name : names) {
            yaml.append("  ").append(name).append(":\n");
            if (shared) yaml.append("    <<: *shared\n");
            yaml.append(entry("    ", 0.9));
        }
        return yaml.toString();
    }

    private String secure() {
        String yaml = "clouds:\n  " + (chance(0.85) ? "demo" : "hidden") + ":\n    auth:\n      password: "
                + pick(RandomValues.PASSWORDS) + "\n";
        if (chance(0.3)) yaml += "      username: from-secure\n";
        if (chance(0.3)) yaml += "    interface: admin\n";
        if (chance(0.3)) yaml += "    rate_limit: {image: 7}\n";
        return yaml;
    }

    private String publicClouds() {
        return "public-clouds:\n  corp:\n" + entry("    ", 0.6) + (chance(0.3) ? "    status: deprecated\n" : "")
                + "  ovh-like: {interface: admin, auth: {auth_url: http://like}}\n";
    }

    // ---- an entry

    private String entry(String indent, double sound) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (hit("profile", 0.35)) {
            keys.put(chance(0.85) ? "profile" : "cloud", pick(RandomValues.PROFILES));
        }
        if (hit("auth_type", 0.25)) {
            keys.put(
                    pick(List.of("auth_type", "auth_type", "auth_type", "auth-type", "auth_plugin")),
                    pick(RandomValues.AUTH_TYPES));
        }
        RandomValues.TOP.forEach((key, values) -> {
            if (chance(key.endsWith("?") ? 0.015 : 0.08)) keys.put(key.replace("?", ""), pick(values));
        });
        regions(keys, indent);
        networks(keys, indent);
        StringBuilder yaml = new StringBuilder();
        boolean authFirst = chance(0.5);
        String auth = chance(0.95) ? auth(indent, sound, keys.getOrDefault("auth_type", "password")) : "";
        if (authFirst) yaml.append(auth);
        keys.forEach((key, value) ->
                yaml.append(indent).append(key).append(": ").append(value).append('\n'));
        if (!authFirst) yaml.append(auth);
        return yaml.isEmpty() ? indent + "interface: public\n" : yaml.toString();
    }

    private String auth(String indent, double sound, String type) {
        Map<String, String> keys = new LinkedHashMap<>();
        Objects.requireNonNull(RandomValues.LOGIN.getOrDefault(type, RandomValues.LOGIN.get("password")))
                .forEach((key, values) -> {
                    if (chance(key.equals("auth_url") ? sound < 0.9 ? sound : 0.97 : sound))
                        keys.put(key, pick(values));
                });
        if (keys.getOrDefault("auth_url", "").contains("{")) branches.add("template");
        RandomValues.MORE_AUTH.forEach((key, values) -> {
            if (chance(key.endsWith("?") ? 0.01 : 0.08)) keys.put(key.replace("?", ""), pick(values));
        });
        if (keys.isEmpty()) return "";
        StringBuilder yaml = new StringBuilder(indent + "auth:\n");
        keys.forEach((key, value) -> yaml.append(indent)
                .append("  ")
                .append(key)
                .append(": ")
                .append(value)
                .append('\n'));
        return yaml.toString();
    }

    private void regions(Map<String, String> keys, String indent) {
        if (hit("regions", 0.2)) keys.put("regions", pick(List.of("[RegionOne, Two]", "[BHS]", "[]", "[1, 2]")));
        else if (hit("regions with values", 0.2)) {
            keys.put(
                    "regions",
                    "\n" + indent + "- name: RegionOne\n" + indent + "  values:\n"
                            + indent + "    " + pick(RandomValues.REGION_VALUES) + "\n"
                            + indent + "    compute_api_version: 2.79\n"
                            + indent + "- name: Two\n" + indent + "- Three");
        } else if (hit("region_name", 0.4)) {
            keys.put(chance(0.9) ? "region_name" : "region-name", pick(RandomValues.REGION_NAMES));
        }
    }

    private void networks(Map<String, String> keys, String indent) {
        if (hit("networks", 0.2)) {
            keys.put(
                    "networks",
                    "\n" + indent + "- {name: net1, routes_externally: "
                            + pick(List.of("yes", "'True'", "null")) + ", nat_source: on}\n"
                            + indent + "- {name: " + pick(List.of("net2", "3", "net2", "''")) + ", "
                            + pick(List.of("nat_destination", "default_interface", "routes_ipv4_externally"))
                            + ": true}"
                            + (chance(0.3) ? "\n" + indent + "- {name: net3, nat_destination: true}" : ""));
        }
        if (hit("external_network", 0.1)) keys.put("external_network", "ext");
        if (chance(0.1)) keys.put("internal_network", "int");
    }

    // ---- variables and explicit settings

    private void variables(Map<String, String> variables) {
        if (hit("OS_CLOUD", 0.15)) {
            variables.put("OS_CLOUD", chance(0.7) ? "demo" : pick(List.of("other", "missing", "envvars", "")));
        }
        if (chance(0.1)) variables.put("OS_REGION_NAME", pick(List.of("RegionOne", "Nowhere")));
        if (chance(0.05)) variables.put("OS_CLOUD_NAME", pick(List.of("mine", "mine", "mine", "demo", "")));
        if (!hit("env", 0.3)) return;
        RandomValues.VARIABLES.forEach((name, values) -> {
            boolean login = RandomValues.USUAL_VARIABLES.contains(name);
            if (chance(login ? 0.9 : name.contains("TOKEN") ? 0.01 : 0.12)) variables.put(name, pick(values));
        });
    }

    // Deliberate: to openstacksdk an empty variable is a value. Here it is unset, and openstacksdk is asked without it.
    private void leftEmpty(Map<String, String> variables) {
        if (!hit("empty variables", 0.3)) return;
        RandomValues.VARIABLES.keySet().forEach(name -> {
            if (chance(0.2)) variables.putIfAbsent(name, "");
        });
    }

    private Map<String, Object> explicit() {
        Map<String, Object> explicit = new LinkedHashMap<>();
        if (hit("explicit cloud", 0.6)) {
            List<String> strange = List.of("other", "envvars", "defaults", "hidden", "");
            explicit.put("cloud", chance(0.92) ? "demo" : pick(strange));
        }
        if (hit("explicit region", 0.2))
            explicit.put("region_name", pick(List.of("RegionOne", "Two", "BHS1", "eu-de", "")));
        if (hit("explicit auth", 0.3)) {
            Map<String, Object> auth = new LinkedHashMap<>();
            auth.put("auth_url", pick(List.of("http://explicit:5000/v3", "http://{region_name}.explicit")));
            if (chance(0.5)) auth.put("password", pick(List.of("explicit", "")));
            if (chance(0.3))
                auth.put(pick(List.of("project-name", "project_name", "tenant_name", "os_username")), "explicit");
            explicit.put("auth", auth);
        }
        if (chance(0.1)) explicit.put("profile", pick(List.of("ovh", "corp", "otc", "unknown", "")));
        if (chance(0.1)) explicit.put(pick(List.of("interface", "os_interface", "endpoint-type")), "internal");
        if (chance(0.1)) explicit.put("verify", chance(0.8) ? chance(0.5) : null);
        if (chance(0.1)) explicit.put("insecure", pick(List.of("true", "false")));
        if (chance(0.1)) explicit.put("compute_endpoint_override", "http://nova/{region_name}");
        return explicit;
    }

    // ---- dice

    private boolean hit(String branch, double probability) {
        boolean hit = chance(probability);
        if (hit) branches.add(branch);
        return hit;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
