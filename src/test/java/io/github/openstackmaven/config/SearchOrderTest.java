package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where clouds.yaml is looked for. */
class SearchOrderTest {
    private static final String CLOUD = "clouds: {demo: {auth: {auth_url: 'http://%s'}}}";

    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void the_working_directory_comes_first() {
        machine.file("here/clouds.yaml", CLOUD.formatted("here"));
        machine.file("home/.config/openstack/clouds.yaml", CLOUD.formatted("home"));
        assertThat(authUrl()).isEqualTo("http://here");
        assertThat(source()).isEqualTo("clouds.yaml in " + root.resolve("here") + ", cloud demo");
    }

    @Test
    void the_users_files_come_next() {
        machine.file("home/.config/openstack/clouds.yaml", CLOUD.formatted("home"));
        machine.file("site/openstack/clouds.yaml", CLOUD.formatted("site"));
        assertThat(authUrl()).isEqualTo("http://home");
        assertThat(source()).isEqualTo("clouds.yaml of the user, cloud demo");
    }

    @Test
    void xdg_config_home_replaces_dot_config_and_dot_config_is_still_looked_at() {
        machine.variable("XDG_CONFIG_HOME", root.resolve("xdg").toString());
        machine.file("home/.config/openstack/clouds.yaml", CLOUD.formatted("home"));
        assertThat(authUrl()).isEqualTo("http://home");
        machine.file("xdg/openstack/clouds.yaml", CLOUD.formatted("xdg"));
        assertThat(authUrl()).isEqualTo("http://xdg");
    }

    @Test
    void the_sites_files_come_last() {
        machine.file("site/openstack/clouds.yml", CLOUD.formatted("site"));
        assertThat(source()).isEqualTo("clouds.yml in " + root.resolve("site/openstack") + ", cloud demo");
    }

    @Test
    void yaml_before_yml_before_json() {
        machine.file("here/clouds.json", "{\"clouds\": {\"demo\": {\"auth\": {\"auth_url\": \"http://json\"}}}}");
        assertThat(authUrl()).isEqualTo("http://json");
        machine.file("here/clouds.yml", CLOUD.formatted("yml"));
        assertThat(authUrl()).isEqualTo("http://yml");
        machine.file("here/clouds.yaml", CLOUD.formatted("yaml"));
        assertThat(authUrl()).isEqualTo("http://yaml");
    }

    @Test
    void a_variable_names_the_file() {
        machine.file("here/clouds.yaml", CLOUD.formatted("here"));
        machine.file("other/my.yaml", CLOUD.formatted("other"));
        machine.variable("OS_CLIENT_CONFIG_FILE", root.resolve("other/my.yaml").toString());
        assertThat(authUrl()).isEqualTo("http://other");
        assertThat(source())
                .isEqualTo("my.yaml at " + root.resolve("other/my.yaml") + " (OS_CLIENT_CONFIG_FILE), cloud demo");
    }

    @Test
    void a_file_named_in_vain_falls_through_to_the_usual() {
        machine.file("here/clouds.yaml", CLOUD.formatted("here"));
        machine.variable("OS_CLIENT_CONFIG_FILE", "/nowhere/clouds.yaml");
        assertThat(authUrl()).isEqualTo("http://here");
    }

    @Test
    void files_of_one_kind_are_not_merged() {
        machine.file("here/clouds.yaml", CLOUD.formatted("here"));
        machine.file("home/.config/openstack/clouds.yaml", "clouds: {home: {auth: {auth_url: 'http://home'}}}");
        assertThat(machine.failure("cloud=home")).hasMessageStartingWith("Cloud 'home' not found");
    }

    @Test
    void on_a_mac_the_library_is_looked_at() {
        machine.os("Mac OS X").file("home/Library/Application Support/openstack/clouds.yaml", CLOUD.formatted("mac"));
        assertThat(authUrl()).isEqualTo("http://mac");
    }

    @Test
    void on_windows_the_local_application_data_are_looked_at() {
        machine.os("Windows 11").variable("LOCALAPPDATA", root.resolve("local").toString());
        machine.file("local/OpenStack/openstack/clouds.yaml", CLOUD.formatted("windows"));
        assertThat(authUrl()).isEqualTo("http://windows");
    }

    @Test
    void in_a_snap_the_real_home_is_looked_at() {
        machine.variable("SNAP_REAL_HOME", root.resolve("real").toString());
        machine.file("real/.config/openstack/clouds.yaml", CLOUD.formatted("real"));
        assertThat(authUrl()).isEqualTo("http://real");
    }

    private String authUrl() {
        return machine.load().text("auth.auth_url").orElse("none");
    }

    private String source() {
        return machine.load().get("auth.auth_url").orElseThrow().source().toString();
    }
}
