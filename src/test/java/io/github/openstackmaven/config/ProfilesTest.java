package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** profile: what a public cloud says about itself. */
class ProfilesTest {
    private static final String VEXXHOST = "https://vexxhost.com/.well-known/openstack/api";

    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void a_known_cloud_needs_no_address() {
        machine.clouds("clouds: {mine: {profile: ovh, auth: {username: u, password: p, project_id: x}}}");
        Settings settings = machine.load();
        assertThat(settings.text("auth.auth_url")).contains("https://auth.cloud.ovh.net/");
        assertThat(settings.text("region_name")).contains("BHS");
        assertThat(settings.get("auth.auth_url").orElseThrow().source()).hasToString("profile ovh");
    }

    @Test
    void the_address_follows_the_region() {
        machine.clouds("clouds: {mine: {profile: otc}}");
        assertThat(machine.load("region_name=eu-nl").text("auth.auth_url"))
                .contains("https://iam.eu-nl.otc.t-systems.com/v3");
    }

    @Test
    void the_clouds_own_settings_win() {
        machine.clouds("clouds: {mine: {profile: ovh, auth: {auth_url: 'http://own'}, image_format: qcow2}}");
        assertThat(machine.load().text("auth.auth_url")).contains("http://own");
        assertThat(machine.load().text("auth.user_domain_name")).contains("Default");
    }

    @Test
    void clouds_public_yaml_comes_before_the_known_ones() {
        machine.clouds("clouds: {mine: {profile: ovh}}");
        machine.file("site/openstack/clouds-public.yaml", "public-clouds: {ovh: {auth: {auth_url: 'http://corp'}}}");
        assertThat(machine.load().text("auth.auth_url")).contains("http://corp");
    }

    @Test
    void an_address_is_asked_for_the_profile() {
        machine.clouds("clouds: {mine: {profile: 'https://vexxhost.com/'}}");
        machine.web(VEXXHOST, Map.of("name", "vexxhost", "profile", Map.of("auth", Map.of("auth_url", "http://v"))));
        assertThat(machine.load().text("auth.auth_url")).contains("http://v");
    }

    @Test
    void a_known_name_may_stand_for_an_address() {
        machine.clouds("clouds: {mine: {profile: vexxhost}}");
        machine.web(VEXXHOST, Map.of("name", "vexxhost", "profile", Map.of("auth", Map.of("auth_url", "http://v"))));
        assertThat(machine.load().text("auth.auth_url")).contains("http://v");
    }

    @Test
    void an_address_without_an_answer_is_an_error() {
        machine.clouds("clouds: {mine: {profile: 'https://gone.example/'}}");
        assertThat(machine.failure())
                .hasMessage("Profile https://gone.example/ could not be fetched from "
                        + "https://gone.example/.well-known/openstack/api");
    }

    @Test
    void a_deprecated_profile_is_warned_of() {
        machine.clouds("clouds: {mine: {profile: vexxhost}}");
        machine.web(VEXXHOST, Map.of("name", "v", "profile", Map.of("status", "deprecated", "message", "move on")));
        assertThat(machine.load().text("status")).contains("active");
        assertThat(machine.warnings()).containsExactly("Profile vexxhost is deprecated: move on");
    }

    @Test
    void a_profile_of_a_cloud_shut_down_is_an_error() {
        machine.clouds("clouds: {mine: {profile: vexxhost}}");
        machine.web(VEXXHOST, Map.of("name", "v", "profile", Map.of("status", "shutdown", "message", "bye")));
        assertThat(machine.failure()).hasMessage("Profile vexxhost is of a cloud that no longer exists: bye");
    }

    @Test
    void an_unknown_profile_is_warned_of_and_ignored() {
        machine.demo("profile: nobody");
        assertThat(machine.load().text("auth.auth_url")).contains("https://demo:5000");
        assertThat(machine.warnings()).singleElement().asString().startsWith("Unknown profile 'nobody' of cloud demo");
    }

    @Test
    void cloud_is_the_old_word_for_profile() {
        machine.clouds("clouds: {mine: {cloud: ovh}}");
        assertThat(machine.load().text("auth.auth_url")).contains("https://auth.cloud.ovh.net/");
        assertThat(machine.warnings()).singleElement().asString().contains("'cloud' is the old name of 'profile'");
    }
}
