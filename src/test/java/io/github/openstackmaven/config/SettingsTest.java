package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
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
    void everySettingPrintsWithItsSource() {
        Settings settings = new Machine(root).demo("").load("auth.username=me");
        assertThat(settings.toString().lines())
                .contains("auth.username = me (-Dopenstack.auth.username)")
                .contains("auth.password = *** (clouds.yaml in " + root.resolve("here") + ", cloud demo)")
                .contains("interface = public (default)")
                .noneMatch(line -> line.contains("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth.password", "auth.token", "auth.passcode", "auth.application_credential_secret",
                        "auth.access_token",
                "auth.client_secret", "auth_token", "auth.code", "auth.access_key", "admin-password"
            })
    void secretsAreMasked(String key) {
        Settings settings = new Settings(Map.of(key, new Setting("s3cret", POM)));
        assertThat(settings.printable()).containsEntry(key, "***");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"auth.access_token_endpoint", "auth.access_token_type", "auth_type", "key", "auth.username"})
    void whatOnlySoundsLikeOneIsNot(String key) {
        assertThat(new Settings(Map.of(key, new Setting("plain", POM))).printable())
                .containsEntry(key, "plain");
    }

    @Test
    void secretsInsideMappingsAndAddressesAreMasked() {
        Settings settings = new Settings(Map.of(
                "extra", new Setting(Map.of("password", "s3cret"), POM),
                "auth.auth_url", new Setting("https://user:s3cret@k:5000", POM)));
        assertThat(settings.printable())
                .containsEntry("extra", "{'password': '***'}")
                .containsEntry("auth.auth_url", "https://***@k:5000");
    }

    @Test
    void aSettingAloneShowsItsSourceOnly() {
        assertThat(new Setting("s3cret", POM)).hasToString("from <auth><username> of the POM");
    }

    @Test
    void upperSettingsWinOverLower() {
        Settings upper = Settings.none().with("a", new Setting("upper", POM));
        Settings lower = Settings.none().with("a", new Setting("lower", POM)).with("b", new Setting("lower", POM));
        assertThat(upper.over(lower).text("a")).contains("upper");
        assertThat(upper.over(lower).text("b")).contains("lower");
    }

    @Test
    void nullAndBlankAreWrittenButNoText() {
        Settings settings =
                Settings.none().with("null", new Setting(YamlNull.NULL, POM)).with("blank", new Setting(" ", POM));
        assertThat(settings.get("null")).isPresent();
        assertThat(settings.text("null")).isEmpty();
        assertThat(settings.text("blank")).isEmpty();
    }

    @Test
    void theProcessHasAnEnvironment() {
        assertThat(Environment.ofProcess().workingDirectory())
                .isEqualTo(Path.of("").toAbsolutePath());
    }
}
