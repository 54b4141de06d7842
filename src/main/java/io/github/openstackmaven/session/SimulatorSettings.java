package io.github.openstackmaven.session;

import io.github.openstackmaven.NearestNames;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.pom.ElementText;
import io.github.openstackmaven.simulator.Options;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a simulated cloud is to behave, as {@code -Dopenstack.simulator.NAME} says: {@code release}, {@code latency}, {@code
 * build}, {@code quota.NAME}, and how many {@code images}, {@code flavors}, {@code servers} and {@code networks} there are besides.
 */
public record SimulatorSettings(Map<String, String> values) {
    private static final String SIMULATOR = "simulator";
    private static final String FAULTS = "faults";
    private static final String QUOTA = "quota.";
    private static final List<String> NAMES =
            List.of("release", "latency", "build", "images", "flavors", "servers", "networks", FAULTS);
    private static final int UNLIMITED = -1;
    private static final int MOST = 100_000;
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)?");

    public SimulatorSettings {
        values = Map.copyOf(values);
    }

    /** As the command line says. */
    public static SimulatorSettings of(CommandLine line) {
        return new SimulatorSettings(line.under(SIMULATOR));
    }

    /**
     * The cloud that is wanted, to be changed further.
     *
     * @throws OpenStackException when a name is unknown, or a value makes no sense
     */
    public Options.Builder cloud() {
        new TreeMap<>(values).keySet().forEach(SimulatorSettings::check);
        Options.Builder cloud = Options.builder();
        text("release").ifPresent(text -> cloud.release(release(text)));
        text("latency").ifPresent(text -> cloud.latency(time(text, "It is a time, as in 20ms or 1s.", text.text())));
        text("build").ifPresent(text -> build(text, cloud));
        count("images").ifPresent(cloud::images);
        count("flavors").ifPresent(cloud::flavors);
        count("servers").ifPresent(cloud::servers);
        count("networks").ifPresent(cloud::networks);
        for (String what : Options.quotas()) {
            text(QUOTA + what).ifPresent(text -> cloud.quota(what, text.number(UNLIMITED, Integer.MAX_VALUE / 2)));
        }
        return cloud;
    }

    private static String release(ElementText text) {
        if (Options.releases().contains(text.text())) return text.text();
        throw text.is("It is one of " + String.join(", ", Options.releases()) + ".");
    }

    private static void build(ElementText text, Options.Builder cloud) {
        String advice = "It is a time, or the shortest and the longest, as in 300ms or 5s-15s.";
        String[] ends = text.text().split("-", -1);
        if (ends.length > 2) throw text.is(advice);
        Duration shortest = time(text, advice, ends[0]);
        Duration longest = time(text, advice, ends[ends.length - 1]);
        if (longest.compareTo(shortest) < 0) throw text.is(advice);
        cloud.buildTime(shortest, longest);
    }

    private static Duration time(ElementText whole, String advice, String part) {
        Matcher time = TIME.matcher(part.strip());
        if (!time.matches()) throw whole.is(advice);
        long number = Long.parseLong(time.group(1));
        return switch (Optional.ofNullable(time.group(2)).orElse("s")) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }

    private Optional<Integer> count(String name) {
        return text(name).map(text -> text.number(0, MOST));
    }

    private Optional<ElementText> text(String name) {
        return ElementText.text(values.get(name)).map(text -> new ElementText(property(name), text));
    }

    private static void check(String name) {
        if (name.startsWith(FAULTS + ".") || names().anyMatch(name::equals)) return;
        throw new OpenStackException(
                property(name) + " is unknown",
                "Did you mean "
                        + property(new NearestNames(names().toList())
                                .to(name)
                                .findFirst()
                                .orElseThrow()) + "? README, 'A cloud without a cloud', says what there is.");
    }

    private static Stream<String> names() {
        return Stream.concat(NAMES.stream(), Options.quotas().stream().map(QUOTA::concat));
    }

    private static String property(String name) {
        return "-Dopenstack." + SIMULATOR + "." + name;
    }
}
