package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was given as {@code -Dopenstack.NAME=VALUE}. Maven lets the POM's value win over such a property; here the
 * command line wins. A blank, as a shell's unset variable gives, is not given.
 */
public final class CommandLine {
    private static final String PREFIX = "openstack.";

    private final Map<String, String> values;
    private final Set<String> blanks;

    public CommandLine(Properties userProperties) {
        Map<String, String> all = userProperties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toMap(name -> name.substring(PREFIX.length()), userProperties::getProperty));
        this.blanks = all.entrySet().stream()
                .filter(given -> given.getValue().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        all.keySet().removeAll(blanks);
        this.values = Map.copyOf(all);
    }

    /** The value of a parameter: from the command line, else what Maven has bound, which may be null. */
    public Optional<String> text(String name, @Nullable String bound) {
        return Optional.ofNullable(values.getOrDefault(name, bound))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty));
    }

    /**
     * The same of a time.
     *
     * @param standard where nobody says one
     */
    public Duration time(String name, @Nullable String bound, String standard) {
        return DurationText.parse(name, text(name, bound).orElse(standard));
    }

    /** What the command line says, where the POM has no say. */
    public Optional<String> text(String name) {
        return text(name, null);
    }

    /** The same with its source. */
    public Optional<Setting> setting(String name, @Nullable String bound) {
        String source = values.containsKey(name) ? "-D" + PREFIX + name : "<" + name + "> of the POM";
        return text(name, bound).map(value -> new Setting(value, new Source.Explicit(source)));
    }

    /** The same of a switch, which Maven says is true when it is given without a value. */
    public boolean flag(String name, boolean bound) {
        return decision(name, bound).orElseThrow();
    }

    /**
     * The same of a switch that may be neither on nor off: empty where nobody says.
     *
     * @throws OpenStackException when it is neither true nor false; when it is blank, since Maven has bound that as false
     *     where the POM says nothing
     */
    public Optional<Boolean> decision(String name, @Nullable Boolean bound) {
        if (blanks.contains(name)) {
            throw new OpenStackException(
                    "-D" + PREFIX + name + " is empty", "It is true or false: say which, or leave it out.");
        }
        if (!values.containsKey(name)) return Optional.ofNullable(bound);
        return switch (values.get(name).strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default ->
                throw new OpenStackException(
                        "-D" + PREFIX + name + " is '" + values.get(name) + "'", "It is true or false.");
        };
    }

    /**
     * Demands that what says which servers are meant is not blank, as it is when a shell's variable is not set: all would
     * be meant.
     *
     * @throws OpenStackException when one is; names it
     */
    public void demandNotBlank(String... names) {
        Arrays.stream(names).filter(blanks::contains).findFirst().ifPresent(name -> {
            throw new OpenStackException(
                    "-D" + PREFIX + name + " is empty", "Give it a value. Left out, it is what the POM says, or all.");
        });
    }

    /**
     * Demands that nothing says which servers are meant in another goal's words: all would be meant.
     *
     * @param own the goal's own word for it
     * @throws OpenStackException when one of the others is given; names it
     */
    public void demandOnly(String own, String... others) {
        Arrays.stream(others)
                .filter(name -> values.containsKey(name) || blanks.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new OpenStackException(
                            "-D" + PREFIX + name + " says nothing to this goal, which would mean all servers",
                            "Say -D" + PREFIX + own + "=" + values.getOrDefault(name, "…") + ", or leave it out.");
                });
    }

    /** Whether a name is given, or anything below it. */
    boolean names(String name) {
        return values.containsKey(name) || !under(name).isEmpty();
    }

    /** The same of a list, split at commas. */
    public List<String> list(String name, @Nullable List<String> bound) {
        if (values.containsKey(name)) {
            return split(values.get(name));
        }
        return bound == null ? List.of() : clean(bound);
    }

    /** What the command line says, where the POM has no say. */
    List<String> list(String name) {
        return list(name, null);
    }

    /** The items of a text with commas in between. */
    static List<String> split(String text) {
        return clean(Arrays.asList(text.split(",", -1)));
    }

    /** All that stands below a name: {@code under("auth")} has {@code authUrl} for {@code -Dopenstack.auth.authUrl}. */
    public Map<String, String> under(String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name + "."))
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().substring(name.length() + 1), Map.Entry::getValue));
    }

    /** A list as Maven binds it, where an empty element is null. */
    public static List<String> clean(List<String> bound) {
        return bound.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** A map as Maven binds it, where an empty element is null. */
    public static Map<String, String> clean(Map<String, String> bound) {
        return bound.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Objects.requireNonNullElse(entry.getValue(), "")));
    }
}
