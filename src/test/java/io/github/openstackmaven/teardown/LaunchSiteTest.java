package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.ledger.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A login crosses class loaders whole, in types that both sides share. */
class LaunchSiteTest {
    private static final LaunchSite SITE = new LaunchSite(
            new LaunchSite.LedgerState(Path.of("ledger.json"), () -> "what is in it", () -> List.of("SERVER")),
            new LedgerEntry.Place("http://cloud/v3", "RegionOne", "demo", "u1"),
            Settings.of(settings(), new Source.Explicit("the launch")),
            Map.of("HOME", "/home/me"),
            Connection.standard(),
            Duration.ofHours(2),
            () -> Optional.of("gAAAA"));

    @Test
    void it_comes_out_as_it_went_in() {
        assertThat(LaunchSite.of(SITE.plain())).isEqualTo(SITE);
    }

    @Test
    void it_is_made_of_the_jdk_s_types_alone() {
        assertThat(SITE.plain().values().stream().flatMap(LaunchSiteTest::parts))
                .allSatisfy(part -> assertThat(part.getClass().getName()).doesNotStartWith("io.github"));
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(
                Map.of("auth.password", "passw0rd", "networks", List.of(Map.of("name", "lan", "default", true))));
        settings.put("region_name", null);
        return Collections.unmodifiableMap(settings);
    }

    private static Stream<Object> parts(Object value) {
        if (value instanceof Map<?, ?> map) return map.values().stream().flatMap(LaunchSiteTest::parts);
        if (value instanceof List<?> list) return list.stream().flatMap(LaunchSiteTest::parts);
        if (value instanceof Supplier<?> supplier) return parts(supplier.get());
        return Stream.ofNullable(value);
    }
}
