package io.github.openstackmaven.guest;

import io.github.openstackmaven.simulator.Machine;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A guest's cloud-init: is done when the guest is up, and absent where the image has none. */
record CloudInit(Machine machine) {

    /** Whether a script is the plugin's own question, which reads cloud-init's files. */
    static boolean isAskedFor(String script) {
        return script.contains("run/cloud-init") && script.contains("result.json") && script.contains("boot-finished");
    }

    /** Answers it as that script would have. */
    int answer(OutputStream out) {
        String words = machine.cloudInit() ? """
                  --- status.json
                  {"v1": {"datasource": "DataSourceConfigDrive", "stage": null}}
                  --- result.json
                  {"v1": {"datasource": "DataSourceConfigDrive", "errors": []}}
                  """ : "--- absent\n";
        new PrintStream(out, true, StandardCharsets.UTF_8).print(words);
        return 0;
    }
}
