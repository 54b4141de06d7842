package io.github.openstackmaven.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A launch that each peer does in its way.
 *
 * @param name of the server; of several, what their names begin with
 * @param folder an empty one to work in
 * @param forwarder by way of which the cloud is asked; empty to ask it directly
 */
record Launch(Target target, String name, int count, Path folder, Optional<Forwarder> forwarder) {

    /** The login and the launch for peers that know nothing of clouds.yaml. */
    Map<String, String> variables() {
        UnaryOperator<URI> via =
                place -> forwarder.map(one -> one.through(place)).orElse(place);
        Map<String, String> variables = new LinkedHashMap<>(target.variables(via));
        variables.put("BENCH_NAME", name);
        variables.put("BENCH_COUNT", String.valueOf(count));
        return variables;
    }

    /** Where clouds.yaml is, for peers that read it. */
    Map<String, String> file() {
        return target.file().map(path -> Map.of("OS_CLIENT_CONFIG_FILE", path)).orElse(Map.of());
    }

    /** Where Keystone is, if not where clouds.yaml says. */
    Optional<String> otherAuthUrl() {
        return forwarder.map(one -> one.through(target.authUrl()).toString());
    }
}
