package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings print with their sources and without their secrets. */
class SettingsTest {
    private static final Source POM = new Source.Explicit("<auth><username> of the POM");

    @TempDir
    private Path root;

    @Test
    void every_setting_prints_with_its_source() {
        Settings settings = new Machine(root).demo("").load("auth.username=me");
        assertThat(settings.toString().lines())
                .contains("auth.username me from -Dopenstack.auth.username")
                .contains("auth.password *** from clouds.yaml in " + root.resolve("here") + ", cloud demo")
                .contains("interface public from default")
                .noneMatch(line -> line.contains("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth.password", "auth.token", "auth.passcode", "auth.application_credential_secret",
                        "auth.access_token",
                "auth.client_secret", "auth_token", "auth.code", "auth.access_key", "admin-password"
            })
    void secrets_are_masked(String key) {
        Settings settings = new Settings(Map.of(key, new Setting("s3cret", POM)));
        assertThat(settings.masked()).containsEntry(key, Optional.of("***"));
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"auth.access_token_endpoint", "auth.access_token_type", "auth_type", "key", "auth.username"})
    void what_only_sounds_like_one_is_not(String key) {
        assertThat(new Settings(Map.of(key, new Setting("plain", POM))).masked())
                .containsEntry(key, Optional.of("plain"));
    }

    @Test
    void secrets_inside_mappings_and_addresses_are_masked() {
        Settings settings = new Settings(Map.of(
                "extra", new Setting(Map.of("password", "s3cret"), POM),
                "auth.auth_url", new Setting("https://user:s3cret@k:5000", POM)));
        assertThat(settings.masked())
                .containsEntry("extra", Optional.of(Map.of("password", "***")))
                .containsEntry("auth.auth_url", Optional.of("https://***@k:5000"));
    }

    @Test
    void a_setting_alone_shows_its_source_only() {
        assertThat(new Setting("s3cret", POM)).hasToString("from <auth><username> of the POM");
    }

    @Test
    void upper_settings_win_over_lower() {
        Settings upper = Settings.none().with("a", new Setting("upper", POM));
        Settings lower = Settings.none().with("a", new Setting("lower", POM)).with("b", new Setting("lower", POM));
        assertThat(upper.over(lower).text("a")).contains("upper");
        assertThat(upper.over(lower).text("b")).contains("lower");
    }

    @Test
    void null_and_blank_are_written_but_no_text() {
        Settings settings =
                Settings.none().with("null", new Setting(YamlNull.NULL, POM)).with("blank", new Setting(" ", POM));
        assertThat(settings.get("null")).isPresent();
        assertThat(settings.text("null")).isEmpty();
        assertThat(settings.text("blank")).isEmpty();
    }

    @Test
    void the_process_has_an_environment() {
        assertThat(Environment.of(System.getenv()).workingDirectory())
                .isEqualTo(Path.of("").toAbsolutePath());
    }
}
