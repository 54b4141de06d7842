package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The least a test needs to talk to a cloud, simulated or real. */
record Client(String authUrl, String token, Map<String, String> endpoints) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Reply(int status, HttpHeaders headers, String body) {
        JsonNode json() {
            return JsonTree.parse(body).orElse(MissingNode.getInstance());
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    static Client login(String authUrl, String user, String password, String project) {
        String body = """
                {"auth": {"identity": {"methods": ["password"], "password": {"user":
                  {"name": "%s", "domain": {"id": "default"}, "password": "%s"}}},
                 "scope": {"project": {"name": "%s", "domain": {"id": "default"}}}}}""".formatted(user, password, project);
        Reply reply = send("POST", authUrl + "/auth/tokens", body, Map.of());
        Map<String, String> endpoints = new HashMap<>(Map.of("identity", authUrl));
        for (JsonNode service : reply.json().at("/token/catalog")) {
            for (JsonNode endpoint : service.path("endpoints")) {
                boolean wanted = endpoint.path("interface").asText().equals("public")
                        && endpoint.path("region").asText().equals("RegionOne");
                if (wanted) {
                    endpoints.putIfAbsent(
                            service.path("type").asText(), endpoint.path("url").asText());
                }
            }
        }
        return new Client(authUrl, reply.header("X-Subject-Token"), Map.copyOf(endpoints));
    }

    /** As demo in project demo of a simulator. */
    static Client demo(Simulator simulator) {
        return login(simulator.authUrl().toString(), "demo", "passw0rd", "demo");
    }

    Reply get(String service, String path) {
        return call("GET", service, path, "", Map.of());
    }

    Reply post(String service, String path, String body) {
        return call("POST", service, path, body, Map.of());
    }

    Reply delete(String service, String path) {
        return call("DELETE", service, path, "", Map.of());
    }

    Reply call(String method, String service, String path, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("X-Auth-Token", token);
        return send(method, endpoints.get(service) + path, body, all);
    }

    /** GET by a client that waits for a fifth of a second. */
    static Reply impatient(Client client, String service, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(client.endpoints().get(service) + path))
                .header("X-Auth-Token", client.token())
                .build();
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(200, TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } finally {
            answer.cancel(true);
        }
    }

    static Reply sendForm(String url, String form) {
        return exchange(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    static Reply send(String method, String url, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) request.header(name, value);
        });
        if (!body.isEmpty() && !headers.containsKey("Content-Type")) request.header("Content-Type", "application/json");
        return exchange(request.build());
    }

    private static Reply exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
