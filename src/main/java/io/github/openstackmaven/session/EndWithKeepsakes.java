package io.github.openstackmaven.session;

import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.teardown.EndOfBuild;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** An {@link EndOfBuild} of which something is left to look at. It knows nothing of Maven, whose classes may be gone. */
public final class EndWithKeepsakes implements BiConsumer<Map<String, Object>, Consumer<String>> {
    private final EndOfBuild end = new EndOfBuild((folder, logs, redaction, out) ->
            new Keepsakes(folder, logs, new MinaSsh(GuestsFile.in(folder).reach()), redaction, out));

    @Override
    public void accept(Map<String, Object> build, Consumer<String> log) {
        end.accept(build, log);
    }
}
