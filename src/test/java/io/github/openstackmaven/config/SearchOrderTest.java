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
    void theWorkingDirectoryComesFirst() {
        machine.file("here/clouds.yaml", CLOUD.formatted("here"));
        machine.file("home/.config/openstack/clouds.yaml", CLOUD.formatted("home"));
        assertThat(authUrl()).isEqualTo("http://here");
        assertThat(source()).isEqualTo("clouds.yaml in " + root.resolve("here") + ", cloud demo");
    }

    @Test
    void theUsersFilesComeNext() {
        machine.file("home/.config/openstack/clouds.yaml", CLOUD.formatted("home"));
        machine.file("site/openstack/clouds.yaml", CLOUD.formatted("site"));
        assertThat(authUrl()).isEqualTo("http://home");
        assertThat(source()).isEqualTo("clouds.yaml of the user, cloud demo");
    }

    @Test
    void xdgConfigHomeReplacesDotConfigAndDotConfigIsStillLookedAt() {
        machine.variable("XDG_CONFIG_HOME", root.resolve("xdg").toString());
        machine.file("home/.config/openstack/clouds.yaml", CLOUD.formatted("home"));
        assertThat(authUrl()).isEqualTo("http://home");
        machine.file("xdg/openstack/clouds.yaml", CLOUD.formatted("xdg"));
        assertThat(authUrl()).isEqualTo("http://xdg");
    }

    @Test
    void theSitesFilesComeLast() {
        machine.file("site/openstack/clouds.yml", CLOUD.formatted("site"));
        assertThat(source()).isEqualTo("clouds.yml in " + root.resolve("site/openstack") + ", cloud demo");
    }

    @Test
    void yamlBeforeYmlBeforeJson() {
        machine.file("here/clouds.json", "{\"clouds\": {\"demo\": {\"auth\": {\"auth_url\": \"http://json\"}}}}");
        assertThat(authUrl()).isEqualTo("http://json");
        machine.file("here/clouds.yml", CLOUD.formatted("yml"));
        assertThat(authUrl()).isEqualTo("http://yml");
        machine.file("here/clouds.yaml", CLOUD.formatted("yaml"));
        assertThat(authUrl()).isEqualTo("http://yaml");
    }

    @Test
    void aVariableNamesTheFile() {
        machine.file("here/clouds.yaml", CLOUD.formatted("here"));
        machine.file("other/my.yaml", CLOUD.formatted("other"));
        machine.variable("OS_CLIENT_CONFIG_FILE", root.resolve("other/my.yaml").toString());
        assertThat(authUrl()).isEqualTo("http://other");
        assertThat(source())
                .isEqualTo("my.yaml at " + root.resolve("other/my.yaml") + " (OS_CLIENT_CONFIG_FILE), cloud demo");
    }

    @Test
    void aFileNamedInVainFallsThroughToTheUsual() {
        machine.file("here/clouds.yaml", CLOUD.formatted("here"));
        machine.variable("OS_CLIENT_CONFIG_FILE", "/nowhere/clouds.yaml");
        assertThat(authUrl()).isEqualTo("http://here");
    }

    @Test
    void filesOfOneKindAreNotMerged() {
        machine.file("here/clouds.yaml", CLOUD.formatted("here"));
        machine.file("home/.config/openstack/clouds.yaml", "clouds: {home: {auth: {auth_url: 'http://home'}}}");
        assertThat(machine.failure("cloud=home")).hasMessageStartingWith("Cloud 'home' not found");
    }

    @Test
    void onAMacTheLibraryIsLookedAt() {
        machine.os("Mac OS X").file("home/Library/Application Support/openstack/clouds.yaml", CLOUD.formatted("mac"));
        assertThat(authUrl()).isEqualTo("http://mac");
    }

    @Test
    void onWindowsTheLocalApplicationDataAreLookedAt() {
        machine.os("Windows 11").variable("LOCALAPPDATA", root.resolve("local").toString());
        machine.file("local/OpenStack/openstack/clouds.yaml", CLOUD.formatted("windows"));
        assertThat(authUrl()).isEqualTo("http://windows");
    }

    @Test
    void inASnapTheRealHomeIsLookedAt() {
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
