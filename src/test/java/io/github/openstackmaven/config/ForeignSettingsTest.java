package io.github.openstackmaven.config;

import io.github.openstackmaven.Mutants;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever users write: it is taken, or told to be wrong. */
class ForeignSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void clouds_yaml() {
        Mutants.of(List.of("""
                        clouds:
                          demo: &base
                            auth: {auth_url: 'https://demo:5000', username: alice, password: s3cret, project_name: prod}
                            regions: [one, {name: two, values: {interface: internal}}]
                            verify: false
                            networks:
                              - name: lan
                                default_interface: true
                          other:
                            <<: *base
                            profile: ovh
                            auth_type: v3applicationcredential
                        """, """
                        {"clouds": {"demo": {"auth": {"auth_url": "https://demo:5000", "username": "alice", "password": "s",
                          "project_id": "p"}, "region_name": "one", "compute_api_version": 2, "api_timeout": 30}}}"""), text -> new Machine(folder).clouds(text).load("cloud=demo"));
    }

    @Test
    void durations() {
        Mutants.of(List.of("90", "90s", "10m", "2h", "PT1H30M"), text -> DurationText.parse("timeout", text));
    }

    @Test
    void urls() {
        Mutants.of(List.of("https://cloud:5000/v3", "http://[2001:db8::1]:5000"), text -> HttpUrl.parse(text, "URL"));
    }
}
