package io.github.openstackmaven.identity;

import io.github.openstackmaven.Mutants;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever answers in Keystone's place: it is a token with its catalog, a version document, or an error that says so. */
class ForeignTokensTest {
    private static final String TOKEN = """
            {"token": {"methods": ["password"], "issued_at": "2026-01-01T00:00:00.000000Z",
              "expires_at": "2026-01-01T01:00:00.000000Z",
              "user": {"id": "u1", "name": "demo", "domain": {"id": "default", "name": "Default"}},
              "project": {"id": "p1", "name": "demo", "domain": {"id": "default", "name": "Default"}},
              "catalog": [
                {"type": "identity", "name": "keystone", "endpoints": [
                  {"interface": "public", "region": "one", "region_id": "one", "url": "http://cloud:5000/v3"}]},
                {"type": "compute", "name": "nova", "endpoints": [
                  {"interface": "public", "region": "one", "region_id": "one", "url": "http://cloud:8774/v2.1"},
                  {"interface": "internal", "region": "one", "region_id": "one", "url": "http://in:8774/"}]}]}}""";

    private static final String VERSIONS = """
            {"versions": {"values": [{"id": "v2.1", "status": "CURRENT", "version": "2.93", "min_version": "2.1",
              "links": [{"rel": "self", "href": "http://cloud:8774/v2.1/"}]}]}}""";

    @Test
    void tokens_and_their_catalogs() {
        Mutants.of(List.of(TOKEN), text -> {
            Token token = KeystoneSession.login(config(), answering(201, text), new SteppedTime())
                    .login();
            Catalog catalog = token.catalog();
            catalog.regionOf(URI.create("http://cloud:5000/v3"));
            catalog.has(ServiceType.COMPUTE, "compute", Optional.of("one"), List.of("public"));
            catalog.endpoint(
                    ServiceType.COMPUTE,
                    "compute",
                    Optional.empty(),
                    Optional.of("one"),
                    List.of("public", "internal"));
        });
    }

    @Test
    void refusals() {
        Mutants.of(
                List.of("{\"error\": {\"code\": 401, \"message\": \"no\", \"title\": \"Unauthorized\"}}"),
                text -> KeystoneSession.login(config(), answering(401, text), new SteppedTime()));
        Mutants.of(
                List.of("{\"receipt\": {}, \"required_auth_methods\": [[\"password\", \"totp\"]]}"),
                text -> KeystoneSession.login(
                        config(),
                        request -> new Response(
                                401,
                                HttpHeaders.of(Map.of("Openstack-Auth-Receipt", List.of("r")), (name, value) -> true),
                                text),
                        new SteppedTime()));
    }

    @Test
    void version_documents() {
        for (String document :
                List.of(VERSIONS, VERSIONS.replace("{\"values\": ", "").replace("]}}", "]}"))) {
            Mutants.of(
                    List.of(document),
                    text -> new VersionDiscovery(answering(200, text), Optional.empty())
                            .versioned(ServiceType.COMPUTE, URI.create("http://cloud:8774")));
        }
    }

    private static Transport answering(int status, String body) {
        return request -> new Response(
                status, HttpHeaders.of(Map.of("X-Subject-Token", List.of("t")), (name, value) -> true), body);
    }

    private static CloudConfig config() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        Map.of(
                        "auth.auth_url",
                        "http://cloud:5000",
                        "auth.username",
                        "demo",
                        "auth.password",
                        "p",
                        "auth.project_id",
                        "p1")
                .forEach((key, value) -> settings.put(key, new Setting(value, new Source.Explicit("the test"))));
        return new CloudSettings(new Settings(settings), Environment.of(System.getenv())).toCloudConfig();
    }
}
