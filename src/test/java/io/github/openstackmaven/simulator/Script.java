package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays requests to one cloud, and deletes afterwards what they created. */
final class Script implements AutoCloseable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");
    private static final Map<String, String> SHORTHANDS = Map.of(
            "NOWHERE",
            "\"name\":\"sim-x\",\"imageRef\":\"{image:debian-12}\",\"flavorRef\":\"nosuch\",\"networks\":[{\"uuid\":\"{network:lan}\"}]",
            "LOGIN",
            "\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"demo\",\"domain\":{\"id\":\"default\"},"
                    + "\"password\":\"passw0rd\"}}",
            "SERVER",
            "\"name\":\"sim-fidelity\",\"imageRef\":\"{image:debian-12}\",\"flavorRef\":\"{flavor:m1.tiny}\"",
            "ON_LAN",
            "\"name\":\"vol-server\",\"flavorRef\":\"{flavor:m1.tiny}\",\"networks\":[{\"uuid\":\"{network:lan}\"}]",
            "ROOT",
            "\"boot_index\":0,\"destination_type\":\"volume\"",
            "OF_DEBIAN",
            "\"source_type\":\"image\",\"uuid\":\"{image:debian-12}\"",
            "LOCAL",
            "{\"boot_index\":0,\"source_type\":\"image\",\"uuid\":\"{image:debian-12}\",\"destination_type\":\"local\"}",
            "LAN",
            "\"networks\":[{\"uuid\":\"{network:lan}\"}]",
            "KEY",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH6b7+NJDzCXDsA0YmI9igjKMwKWhgYT4pAIHRRyyOU4 sim@fidelity");
    private static final Pattern SHORTHAND =
            Pattern.compile("(?<!\\w)(LOGIN|NOWHERE|SERVER|ON_LAN|LAN|ROOT|OF_DEBIAN|LOCAL|KEY)(?!\\w)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Client client;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> created = new LinkedHashMap<>();

    Script(Client client) {
        this.client = client;
        this.known.put("token", client.token());
        known.put("other-token", rescoped());
        JsonNode login = client.call("GET", "identity", "/auth/tokens", "", Map.of("X-Subject-Token", client.token()))
                .json();
        known.put(
                "began",
                Instant.now().minusSeconds(10).truncatedTo(ChronoUnit.SECONDS).toString());
        known.put("project", login.at("/token/project/id").asText());
        known.put("user", login.at("/token/user/id").asText());
    }

    private String rescoped() {
        Client.Reply reply = client.post("identity", "/auth/tokens", """
                {"auth": {"identity": {"methods": ["token"], "token": {"id": "%s"}},
                 "scope": {"project": {"name": "other", "domain": {"id": "default"}}}}}""".formatted(client.token()));
        known.put("other", reply.json().at("/token/project/id").asText());
        return reply.header("X-Subject-Token");
    }

    /** Plays a line; a line that waits gets the last reply. */
    Client.Reply play(String line) {
        String expanded =
                fill(SHORTHAND.matcher(line).replaceAll(m -> Matcher.quoteReplacement(SHORTHANDS.get(m.group()))));
        String[] assignment = expanded.split(" = ", 2);
        boolean assigns = assignment.length > 1 && assignment[0].matches("\\w+");
        String[] words = (assigns ? assignment[1] : expanded).split(" ", 4);
        if (words[0].equals("wait")) return await(words[1], words[2], words[3]);
        Client.Reply reply =
                send(words[0], words[1], words.length > 2 ? words[2] : "", words.length > 3 ? words[3] : "");
        if (assigns) {
            String id = made(reply);
            known.put(assignment[0], id);
            if (words[2].endsWith("/action")) created.put("/v2/images/" + id, "image");
            else if (words[0].startsWith("POST")) created.put(words[2] + "/" + id, words[1]);
        }
        return reply;
    }

    // The first thing in it, whatever it is called; of an image the id alone is told, or where it is.
    private static String made(Client.Reply reply) {
        if (reply.json().isMissingNode()) return reply.header("Location").replaceFirst(".*/", "");
        if (reply.json().has("id")) return reply.json().get("id").asText();
        JsonNode first = reply.json().path(reply.json().fieldNames().next());
        if (first.isTextual()) return first.asText();
        return (first.isArray() ? first.path(0) : first).path("id").asText();
    }

    private Client.Reply send(String verb, String service, String path, String body) {
        Map<String, String> headers = new HashMap<>();
        if (verb.contains("@")) {
            String name = service.equals("compute") ? "compute " : "volume ";
            headers.put("OpenStack-API-Version", name + verb.substring(verb.indexOf('@') + 1));
        }
        if (verb.endsWith("!")) headers.put("X-Auth-Token", "");
        if (verb.endsWith("?")) headers.put("X-Auth-Token", "bogus");
        if (verb.endsWith("~")) headers.put("X-Auth-Token", known.get("other-token"));
        // As the plugin asks for it.
        if (verb.startsWith("PATCH")) {
            headers.put("Accept", "application/json");
            headers.put("Content-Type", "application/openstack-images-v2.1-json-patch");
        }
        if (verb.endsWith("+")) headers.put("X-Subject-Token", client.token());
        return client.call(verb.replaceAll("[@!?~+].*", ""), service, path, body, headers);
    }

    private Client.Reply await(String service, String path, String status) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Client.Reply reply = client.get(service, path);
            JsonNode server =
                    service.equals("image") ? reply.json() : reply.json().path(kind(path));
            boolean there = status.equals("gone")
                    ? reply.status() == 404
                    : List.of(
                                    server.path("status").asText(),
                                    server.path("OS-EXT-STS:task_state").asText())
                            .contains(status);
            if (there) return reply;
            if (Instant.now().isAfter(end)) throw new AssertionError(path + " is not " + status + ": " + reply.body());
            sleep(200);
        }
    }

    // What is at /volumes/{id} is shown as a volume.
    private static String kind(String path) {
        return path.substring(1, path.indexOf("s/"));
    }

    private String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(m -> {
            String value = m.group(2) == null ? known.getOrDefault(m.group(1), m.group()) : id(m.group(1), m.group(2));
            return Matcher.quoteReplacement(value);
        });
    }

    private String id(String kind, String name) {
        if (kind.equals("letters")) return "A".repeat(Integer.parseInt(name));
        return known.computeIfAbsent(kind + ":" + name, any -> {
            JsonNode list = switch (kind) {
                case "image" ->
                    client.get("image", "/v2/images?name=" + name).json().path("images");
                case "flavor" -> client.get("compute", "/flavors").json().path("flavors");
                case "type" -> client.get("block-storage", "/types").json().path("volume_types");
                default ->
                    client.get("network", "/v2.0/networks?name=" + name).json().path("networks");
            };
            for (JsonNode item : list) {
                if (item.path("name").asText().equals(name))
                    return item.path("id").asText();
            }
            throw new AssertionError("No " + kind + " " + name);
        });
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes what was created, the last first; what is gone already doesn't matter. */
    @Override
    public void close() {
        List<Map.Entry<String, String>> latest = new ArrayList<>(created.entrySet());
        Collections.reverse(latest);
        latest.forEach(one -> client.delete(one.getValue(), one.getKey()));
        client.delete("compute", "/os-keypairs/sim-fidelity");
    }
}
