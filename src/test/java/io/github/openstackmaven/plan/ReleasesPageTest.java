package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.http.MicroversionRange;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which release has which element: what {@link Requirement} and the simulator of each release say. */
class ReleasesPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/releases.md");
    private static final List<String> RELEASES = Options.releases();

    @Test
    void the_page_is_what_the_register_and_the_releases_say() throws IOException {
        String page = page(RELEASES.stream().map(ReleasesPageTest::offer).toList());
        Path written = Files.writeString(Path.of("target", "releases.md"), page);

        assertThat(Files.readString(PAGE))
                .as("made anew: cp " + written + " " + PAGE)
                .isEqualTo(page);
    }

    private static String page(List<Offer> offers) {
        return """
                # Releases of OpenStack, and what each has

                <!-- Written by ReleasesPageTest, of the register in plan/Requirement and of the simulator in each release. -->

                The contract runs on these releases, the oldest first. What an element needs that a cloud does not have is told before
                anything is made, by `launch` as by `check`; a cloud counts by what it tells and not by its age, so that others than these are
                no matter. The simulator is any of them: `-Dopenstack.simulator.release=victoria`.

                """ + table(offers) + """

                Every other element is one of all releases.
                """;
    }

    private static String table(List<Offer> offers) {
        Stream<List<String>> elements = Arrays.stream(Requirement.values())
                .map(one -> row("`" + one + "`", needs(one), offers, offer -> has(one, offer)));
        return Stream.of(
                        Stream.of(row("element", "needs", RELEASES, name -> name)),
                        Stream.of(row("---", "---", RELEASES, name -> "---")),
                        Stream.of(row("", "microversions of Nova", offers, ReleasesPageTest::nova)),
                        elements)
                .flatMap(rows -> rows)
                .map(cells -> cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private static <T> List<String> row(String first, String second, List<T> releases, Function<T, String> cell) {
        return Stream.concat(Stream.of(first, second), releases.stream().map(cell))
                .toList();
    }

    private static String nova(Offer offer) {
        return offer.nova().map(MicroversionRange::toString).orElseThrow();
    }

    private static String needs(Requirement requirement) {
        return requirement.needs().stream().map(Need::toString).collect(Collectors.joining(", "));
    }

    private static String has(Requirement requirement, Offer offer) {
        return requirement.lacks(offer).findAny().isPresent() ? "**no**" : "yes";
    }

    private static Offer offer(String release) {
        try (Simulator simulator =
                Simulator.start(0, Options.builder().release(release).build())) {
            Cloud cloud = Cloud.login(
                    new CloudSettings(settings(simulator), Environment.of(System.getenv())).toCloudConfig(),
                    new JdkTransport(Connection.standard()),
                    Time.system());
            return new Offer(
                    cloud.compute().microversions(), Optional.of(cloud.network().extensions()), absent(cloud));
        }
    }

    private static Map<ServiceType, OpenStackException> absent(Cloud cloud) {
        return Stream.of(ServiceType.values())
                .flatMap(type -> cloud.endpoints().lack(type).stream().map(lack -> Map.entry(type, lack)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Settings settings(Simulator simulator) {
        return Settings.of(
                Map.of(
                        "auth.auth_url", simulator.authUrl().toString(),
                        "auth.username", "demo",
                        "auth.password", "passw0rd",
                        "auth.project_name", "demo",
                        "auth.user_domain_id", "default",
                        "auth.project_domain_id", "default"),
                new Source.Explicit("the test"));
    }
}
