package io.github.openstackmaven.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas know what Nova takes: every row was put to Nova's own validator, and it agreed. */
class NovaSchemasTest {
    private static final String SERVER = "\"name\": \"web\", \"flavorRef\": \"1\"";
    private final NovaSchemas schemas = new NovaSchemas();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            servers         | 2.1  | {"server": {SERVER}}
            servers         | 2.1  | {"server": {SERVER, "imageRef": "", "adminPass": "x"}}
            servers         | 2.1  | {"server": {SERVER, "metadata": {"maven:build": ""}, "config_drive": "yes"}}
            servers         | 2.1  | {"server": {SERVER, "networks": [{"uuid": "UUID", "fixed_ip": "2001:db8::7"}]}}
            servers         | 2.1  | {"server": {SERVER, "block_device_mapping_v2": [{"boot_index": "0", "uuid": "UUID"}]}}
            servers         | 2.1  | {"server": {SERVER}, "os:scheduler_hints": {"group": "UUID", "own": 1}}
            servers         | 2.19 | {"server": {SERVER, "description": ""}}
            servers         | 2.32 | {"server": {SERVER, "block_device_mapping_v2": [{"tag": "t"}]}}
            servers         | 2.36 | {"server": {SERVER, "networks": [{"uuid": "UUID", "tag": "t"}]}}
            servers         | 2.37 | {"server": {SERVER, "networks": "none"}}
            servers         | 2.42 | {"server": {SERVER, "networks": [{"port": "UUID", "tag": "t"}]}}
            servers         | 2.52 | {"server": {SERVER, "networks": [], "tags": ["a", "b"]}}
            servers         | 2.67 | {"server": {SERVER, "networks": [], "block_device_mapping_v2": [{"volume_type": "ssd"}]}}
            servers         | 2.93 | {"server": {SERVER, "networks": "auto", "hostname": "db-1"}}
            servers         | 2.94 | {"server": {SERVER, "networks": [], "hostname": "db-1.example.org"}}
            keypairs        | 2.1  | {"keypair": {"name": "my key_1"}}
            keypairs        | 2.2  | {"keypair": {"name": "k", "type": "ssh", "public_key": "ssh-rsa A"}}
            keypairs        | 2.92 | {"keypair": {"name": "a@b.c", "public_key": "ssh-rsa A"}}
            server-groups   | 2.1  | {"server_group": {"name": "g", "policies": ["anti-affinity"]}}
            server-groups   | 2.15 | {"server_group": {"name": "g", "policies": ["soft-affinity"]}}
            server-groups   | 2.64 | {"server_group": {"name": "g", "policy": "affinity", "rules": {"max_server_per_host": 2}}}
            server-metadata | 2.1  | {"metadata": {"maven:expires-at": "2026"}}
            console-output  | 2.1  | {"os-getConsoleOutput": {"length": 50}}
            console-output  | 2.1  | {"os-getConsoleOutput": {"length": "-1"}}
            """)
    void what_nova_takes_is_taken(String name, String version, String body) {
        assertThat(schemas.complaints(name, Microversion.parse(version), filled(body)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            servers         | 2.1  | {}                                                        | 'server'
            servers         | 2.1  | {"server": {"name": "web"}}                               | 'flavorRef'
            servers         | 2.1  | {"server": {SERVER, "bogus": 1}}                          | 'bogus'
            servers         | 2.1  | {"server": {SERVER, "description": "d"}}                  | 'description'
            servers         | 2.1  | {"server": {SERVER, "imageRef": "debian"}}                | imageRef
            servers         | 2.1  | {"server": {SERVER, "networks": "auto"}}                  | networks
            servers         | 2.1  | {"server": {SERVER, "networks": [{"fixed_ip": "10.0"}]}}  | fixed_ip
            servers         | 2.1  | {"server": {SERVER, "key_name": " k"}}                    | key_name
            servers         | 2.1  | {"server": {SERVER, "metadata": {"a": 1}}}                | metadata
            servers         | 2.1  | {"server": {SERVER, "metadata": {"a/b": "c"}}}            | 'a/b'
            servers         | 2.1  | {"server": {SERVER, "user_data": "#!/bin/sh"}}            | user_data
            servers         | 2.1  | {"server": {SERVER, "config_drive": 1}}                   | config_drive
            servers         | 2.1  | {"server": {SERVER, "security_groups": ["ssh"]}}          | security_groups
            servers         | 2.1  | {"server": {SERVER}, "os:scheduler_hints": {"group": "g"}} | group
            servers         | 2.1  | {"server": {SERVER, "block_device_mapping_v2": [{"source_type": "disk"}]}} | source_type
            servers         | 2.33 | {"server": {SERVER, "block_device_mapping_v2": [{"tag": "t"}]}} | 'tag'
            servers         | 2.37 | {"server": {SERVER}}                                      | 'networks'
            servers         | 2.37 | {"server": {SERVER, "networks": "all"}}                   | networks
            servers         | 2.41 | {"server": {SERVER, "networks": [{"tag": "t"}]}}          | networks
            servers         | 2.51 | {"server": {SERVER, "networks": "auto", "tags": ["a"]}}   | 'tags'
            servers         | 2.52 | {"server": {SERVER, "networks": "auto", "tags": ["a,b"]}} | tags
            servers         | 2.57 | {"server": {SERVER, "networks": "auto", "personality": []}} | 'personality'
            servers         | 2.66 | {"server": {SERVER, "networks": [], "block_device_mapping_v2": [{"volume_type": "ssd"}]}} | 'volume_type'
            servers         | 2.89 | {"server": {SERVER, "networks": "auto", "hostname": "db-1"}} | 'hostname'
            servers         | 2.90 | {"server": {SERVER, "networks": "auto", "hostname": "db_1"}} | hostname
            keypairs        | 2.1  | {"keypair": {"name": "k", "type": "ssh"}}                 | 'type'
            keypairs        | 2.2  | {"keypair": {"name": "maven:build"}}                      | name
            keypairs        | 2.92 | {"keypair": {"name": "k"}}                                | 'public_key'
            server-groups   | 2.14 | {"server_group": {"name": "g", "policies": ["soft-affinity"]}} | policies
            server-groups   | 2.15 | {"server_group": {"name": "g", "policies": ["affinity", "anti-affinity"]}} | policies
            server-groups   | 2.63 | {"server_group": {"name": "g", "policy": "affinity"}}     | 'policies'
            server-groups   | 2.64 | {"server_group": {"name": "g", "policies": ["affinity"]}} | 'policy'
            server-metadata | 2.1  | {"metadata": {"a": null}}                                 | metadata
            console-output  | 2.1  | {"os-getConsoleOutput": {"length": "ten"}}                | length
            console-output  | 2.1  | {"os-getConsoleOutput": {"lines": 10}}                    | 'lines'
            """)
    void what_nova_refuses_is_refused(String name, String version, String body, String about) {
        assertThat(schemas.complaints(name, Microversion.parse(version), filled(body)))
                .anySatisfy(complaint -> assertThat(complaint).contains(about));
    }

    @Test
    void a_request_is_held_against_the_microversion_in_its_header() {
        String body = filled("{\"server\": {SERVER, \"description\": \"d\"}}");

        assertThat(schemas.complaints(request("/v2.1/servers", Map.of(), body))).isNotEmpty();
        assertThat(schemas.complaints(
                        request("/compute/v2.1/servers", Map.of("OpenStack-API-Version", "compute 2.19"), body)))
                .isEmpty();
    }

    @Test
    void what_is_sent_to_other_services_is_not_held_against_anything() {
        assertThat(schemas.complaints(request("/v3/volumes", Map.of(), "{}"))).isEmpty();
    }

    private static Request request(String path, Map<String, String> headers, String body) {
        return new Request("POST", URI.create("http://cloud" + path), headers, Optional.of(body));
    }

    private static String filled(String body) {
        return body.replace("SERVER", SERVER).replace("UUID", "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    }
}
