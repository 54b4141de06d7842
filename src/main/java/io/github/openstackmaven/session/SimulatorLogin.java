package io.github.openstackmaven.session;

import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.simulator.Simulator;
import java.util.LinkedHashMap;
import java.util.Map;

/** How one logs in to the simulator of a build. */
public final class SimulatorLogin {
    private SimulatorLogin() {}

    public static Settings settings(Simulator simulator) {
        Map<String, String> values = Map.of(
                "auth.auth_url", simulator.authUrl().toString(),
                "auth.username", "demo",
                "auth.password", "passw0rd",
                "auth.user_domain_id", "default",
                "auth.project_name", "demo",
                "auth.project_domain_id", "default");
        Map<String, Setting> settings = new LinkedHashMap<>();
        values.forEach((key, value) -> settings.put(key, new Setting(value, new Source.Explicit("the simulator"))));
        return new Settings(settings);
    }
}
