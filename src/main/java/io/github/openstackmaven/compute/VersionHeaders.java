package io.github.openstackmaven.compute;

import io.github.openstackmaven.http.Microversion;
import java.util.Map;

/** How a request tells Nova which microversion it is written for. */
final class VersionHeaders {
    private VersionHeaders() {}

    // Both headers: Nova before Newton knows only its own.
    static Map<String, String> of(Microversion version) {
        return Map.of(
                "OpenStack-API-Version", "compute " + version, "X-OpenStack-Nova-API-Version", version.toString());
    }
}
