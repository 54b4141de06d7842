package io.github.openstackmaven.contract;

import io.github.openstackmaven.config.CloudsLoader;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import java.util.Map;
import java.util.Optional;

/** The cloud of {@code -Dcloud=NAME} in the clouds.yaml that {@code OS_CLIENT_CONFIG_FILE} names, or where else one is found. */
final class RealCloud {
    private RealCloud() {}

    static CloudUnderTest underTest() {
        return underTest(System.getProperty("cloud"));
    }

    static CloudUnderTest underTest(String name) {
        Settings explicit = new Settings(Map.of("cloud", new Setting(name, new Source.Explicit("-Dcloud"))));
        return new CloudUnderTest(
                new CloudsLoader(Environment.of(System.getenv()), absent -> Optional.empty(), warning -> {})
                        .load(explicit));
    }
}
