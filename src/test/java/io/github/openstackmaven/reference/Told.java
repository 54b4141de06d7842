package io.github.openstackmaven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is told of a parameter or an element.
 *
 * @param type of Java
 * @param text its lines, without markup
 * @param standard the default where it is a value, and no words about one
 */
public record Told(String name, String type, List<String> text, String since, Optional<String> standard) {
    private static final String DEFAULT = "Default: ";
    private static final String EXAMPLE = "Example: ";
    private static final int LONGEST_SENTENCE = 200;
    private static final int MOST = 800;
    private static final Set<String> PLAIN = Set.of("String", "boolean", "Boolean", "int", "");
    private static final Pattern WHOLE = Pattern.compile("It is a whole number of (MiB|GiB|vCPUs), .*");
    private static final Pattern WORDS =
            Pattern.compile("(?:It is (?:one of )?|.* is one of )(\\w[\\w-]*(?:, [\\w-]+)*(?:(?:,)? or [\\w-]+)?)\\.");
    private static final Pattern ONE_OF = Pattern.compile("One of ([\\w-]+(?:, [\\w-]+)*)[.:]");

    /** Demands what nobody could do without: what it is, its default, since when, and an example where its form isn't plain. */
    public void demandAll() {
        assertThat(text).as("what it is").isNotEmpty();
        assertThat(text.get(0)).matches("[A-Z].*\\.");
        assertThat(since).as("@since").matches("\\d+\\.\\d+\\.\\d+");
        assertThat(lines(DEFAULT).count() + (isGenerated() ? 1 : 0))
                .as("defaults")
                .isEqualTo(1);
        assertThat(lines(EXAMPLE).count()).as("examples").isBetween(isPlain() ? 0L : 1L, 1L);
        assertThat(String.join(" ", text)).hasSizeLessThan(MOST);
        assertThat(text.stream().flatMap(line -> Stream.of(line.split("(?<=[.]) ", -1))))
                .allSatisfy(sentence -> assertThat(sentence).hasSizeLessThan(LONGEST_SENTENCE));
    }

    /**
     * Demands that it tells what the code says of a wrong value: the unit, the words there are, that it is a time or a switch.
     *
     * @return whether that was anything
     */
    public boolean tells(String advice) {
        String all = String.join(" ", text);
        if (advice.startsWith("Write 90")) {
            assertThat(all).contains("A time: 90 or 90s, 10m, 2h, or ISO-8601.");
        } else if (advice.startsWith("It is true or false.")) {
            assertThat(standard.or(() -> lines(DEFAULT).findFirst()))
                    .as("default")
                    .isPresent();
            assertThat(standard.orElse("false")).isIn("true", "false");
        } else if (WHOLE.matcher(advice).matches()) {
            assertThat(all).contains(WHOLE.matcher(advice).replaceFirst("$1"));
        } else if (WORDS.matcher(advice).matches()) {
            assertThat(words())
                    .containsExactlyInAnyOrderElementsOf(
                            words(WORDS.matcher(advice).replaceFirst("$1")));
        } else {
            return false;
        }
        return true;
    }

    /** Its example; empty where it has none. */
    public Optional<String> example() {
        return lines(EXAMPLE)
                .map(line -> line.replaceFirst("[.]$|, and more lines[.]$", ""))
                .findFirst();
    }

    /** Whether all these names are told. */
    public void demandNames(List<String> names) {
        assertThat(String.join(" ", text).split("[^\\w]+", -1)).contains(names.toArray(String[]::new));
    }

    private Stream<String> lines(String beginning) {
        return text.stream().filter(line -> line.startsWith(beginning)).map(line -> line.substring(beginning.length()));
    }

    // By the descriptor's generator, which has the value in the annotation.
    private boolean isGenerated() {
        return standard.isPresent() && lines(DEFAULT).findAny().isEmpty();
    }

    private boolean isPlain() {
        return PLAIN.contains(type.replaceAll("@\\w+ |.*\\.", ""));
    }

    private List<String> words() {
        return ONE_OF.matcher(String.join(" ", text))
                .results()
                .map(found -> words(found.group(1)))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> words(String enumerated) {
        return Arrays.asList(enumerated.split(",? or |, ", -1));
    }
}
