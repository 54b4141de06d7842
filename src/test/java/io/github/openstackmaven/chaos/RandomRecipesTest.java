package io.github.openstackmaven.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.plan.SentAsPlanned;
import io.github.openstackmaven.plan.SentAsPlanned.Sent;
import io.github.openstackmaven.simulator.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever servers are described, a launch sends what {@code check} prints. {@code -Dseed=7} tries one description alone. */
class RandomRecipesTest {
    private static final int DESCRIPTIONS = 200;

    @TempDir
    private Path folder;

    private final Transports transports = Transports.make();

    @Test
    void a_launch_sends_what_was_planned_and_nothing_else() throws IOException {
        Map<Long, List<String>> differing = new LinkedHashMap<>();
        Map<String, Integer> sent = new LinkedHashMap<>();
        long first = Long.getLong("seed", 1);
        for (long seed = first; seed < first + (first == 1 ? DESCRIPTIONS : 1); seed++) {
            try (Rehearsal rehearsal = rehearsal(seed)) {
                List<String> differences = differences(rehearsal, sent);
                if (!differences.isEmpty()) differing.put(seed, differences);
            }
        }

        assertThat(differing).isEmpty();
        if (first != 1) return;
        assertThat(sent)
                .as("creates sent, by path")
                .containsOnlyKeys(
                        "os-keypairs",
                        "os-server-groups",
                        "security-groups",
                        "security-group-rules",
                        "ports",
                        "volumes",
                        "servers",
                        "floatingips")
                .allSatisfy((path, times) -> assertThat(times).as(path).isGreaterThan(DESCRIPTIONS / 10));
    }

    private List<String> differences(Rehearsal rehearsal, Map<String, Integer> sent) {
        var planned = rehearsal.planned();
        rehearsal.simulator.clearRequests();
        rehearsal.launch();
        List<Sent> posts = rehearsal.simulator.requests().stream()
                .filter(one -> one.method().equals("POST") && !one.path().endsWith("/auth/tokens"))
                .filter(one -> !one.path().endsWith("/metadata"))
                .map(one -> new Sent(one.path(), one.body()))
                .toList();
        posts.forEach(one -> sent.merge(one.path().substring(one.path().lastIndexOf('/') + 1), 1, Integer::sum));
        return SentAsPlanned.by(rehearsal.onRecord()).differences(planned, posts);
    }

    private Rehearsal rehearsal(long seed) throws IOException {
        return new Rehearsal(
                transports,
                Files.createDirectory(folder.resolve("build-" + seed)),
                new UUID(seed, seed).toString(),
                new RandomServers(seed).specs(),
                FaultPlan.none());
    }
}
