package io.github.openstackmaven.contract;

import io.github.openstackmaven.config.CloudsLoader;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The entries of a simulator's own clouds.yaml. */
final class SimulatedCloud {
    private SimulatedCloud() {}

    static CloudUnderTest underTest(Simulator simulator) {
        return underTest(simulator, "simulated");
    }

    static CloudUnderTest underTest(Simulator simulator, String name) {
        try {
            Path folder = Files.createTempDirectory("simulated-cloud");
            Path file = Files.writeString(folder.resolve("clouds.yaml"), simulator.cloudsYaml());
            Environment environment = new Environment(
                    Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), folder, folder, System.getProperty("os.name"));
            Settings explicit = new Settings(Map.of("cloud", new Setting(name, new Source.Explicit("the test"))));
            Settings settings = new CloudsLoader(environment, absent -> Optional.empty(), warning -> {}).load(explicit);
            Files.delete(file);
            Files.delete(folder);
            return new CloudUnderTest(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
