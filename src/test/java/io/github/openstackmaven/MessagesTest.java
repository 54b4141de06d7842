package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Messages.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The catalogue of what the plugin says when it fails: each message is the cause in the user's terms, and says what to do.
 * It is read from the source, so that a message that no test provokes is in it, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/openstackmaven");
    private static final Set<String> OTHER_SIDE = Set.of("simulator", "guest");

    /** What its own user has ended needs no advice. */
    private static final Set<String> ENDED =
            Set.of("AbandonedException", "WaitAbandonedException", "InterruptedWaitException");

    private static final Pattern JARGON = Pattern.compile(
            "(?i)\\b(null|\\w*exception|stack ?trace|(de)?seriali[sz]\\w*|unmarshal\\w*|pars(e[drs]?|ing)|payload|enum|boolean"
                    + "|illegal|unexpected\\w*|internal error|unknown error|invalid argument|instantiat\\w*|assert\\w*"
                    + "|please|sorry|oops|todo|him|his)\\b|\\w!");

    /** A sentence's, or a name's as it is written in a file: {@code <element>}, {@code -Dproperty}, {@code api_timeout (…)}. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?s)([\\p{Lu}<'\"#…0-9-]|[a-z]+[._-]|(networks|regions|values|auth|clouds|profile)\\b|mvn ).*");

    private static final Pattern END = Pattern.compile("(?s).*([.?…]|:\\s+\\S.*| mvn \\S.*)");

    private List<Message> failures = List.of();
    private List<Message> sightings = List.of();
    private Set<String> literals = Set.of();

    @BeforeAll
    void read() throws IOException {
        Messages messages = Messages.of(SOURCES, MessagesTest::isOfThePlugin);
        failures = messages.failures();
        sightings = messages.sightings();
        literals = messages.literals();
    }

    @Test
    void the_catalogue_has_them_all() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            long made = files.filter(Files::isRegularFile)
                    .filter(MessagesTest::isOfThePlugin)
                    .mapToLong(MessagesTest::made)
                    .sum();

            assertThat(failures).hasSizeGreaterThan(150).hasSizeGreaterThan((int) made);
        }
        assertThat(sightings).hasSizeGreaterThan(15);
    }

    @Test
    void the_first_line_is_the_cause_and_fits_a_screen() {
        assertThat(offending(failures, Message::causes, text -> !begins(text)))
                .as("begin in the middle")
                .isEmpty();
        assertThat(offending(failures, Message::causes, text -> firstLine(text).endsWith(".")))
                .as("a full stop, where Maven puts a colon or a link behind")
                .isEmpty();
        assertThat(offending(failures, Message::causes, text -> firstLine(text).length() > 160))
                .as("too long")
                .isEmpty();
    }

    @Test
    void what_to_do_follows() {
        Function<Message, Set<String>> advice = Message::advice;

        assertThat(offending(
                        all().filter(message -> !ENDED.contains(message.type())).toList(), advice, String::isEmpty))
                .as("no advice")
                .isEmpty();
        assertThat(offending(failures, advice, text -> !text.isEmpty() && !begins(text)))
                .as("begin in the middle")
                .isEmpty();
        assertThat(offending(
                        failures,
                        advice,
                        text -> !text.isEmpty() && !END.matcher(text).matches()))
                .as("break off")
                .isEmpty();
    }

    @Test
    void it_is_said_in_the_user_s_words() {
        Predicate<String> jargon = text -> JARGON.matcher(text).find();

        assertThat(offending(all().toList(), Message::causes, jargon)).isEmpty();
        assertThat(offending(all().toList(), Message::advice, jargon)).isEmpty();
    }

    @Test
    void only_what_passes_on_another_s_words_has_none_of_its_own() {
        Stream<String> wordless = failures.stream()
                .filter(message -> message.causes().equals(Set.of(Messages.UNKNOWN)))
                .map(Message::type);

        assertThat(wordless.distinct().sorted())
                .containsExactly("LaunchReport", "ServerLaunch", "SettingsFile", "StrayCharacters");
    }

    @Test
    void what_the_README_explains_is_said() throws IOException {
        List<String> explained = Pattern.compile("(?m)^\\| `([^`]+)`[^|]*\\|")
                .matcher(Files.readString(Path.of("README.md")).replaceFirst("(?s).*\n### By message\n", ""))
                .results()
                .map(row -> row.group(1))
                .toList();
        Set<String> said = Stream.concat(literals.stream(), failures.stream().flatMap(MessagesTest::texts))
                .filter(text -> text.length() > 5)
                .collect(Collectors.toSet());

        assertThat(explained)
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(said.stream().filter(text -> isIn(row, text) || isIn(text, row)))
                        .as(row)
                        .isNotEmpty());
    }

    private Stream<Message> all() {
        return Stream.concat(failures.stream(), sightings.stream());
    }

    private static Stream<String> texts(Message message) {
        return Stream.of(message.causes(), message.advice()).flatMap(Collection::stream);
    }

    private static List<String> offending(
            List<Message> messages, Function<Message, Set<String>> part, Predicate<String> wrong) {
        return messages.stream()
                .flatMap(message ->
                        part.apply(message).stream().filter(wrong).map(text -> message.place() + " says: " + text))
                .toList();
    }

    private static boolean begins(String text) {
        return BEGINNING.matcher(text).matches();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static boolean isIn(String part, String text) {
        return Pattern.compile(Arrays.stream(part.split(Messages.UNKNOWN, -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .matcher(text)
                .find();
    }

    private static boolean isOfThePlugin(Path file) {
        return !OTHER_SIDE.contains(SOURCES.relativize(file).getName(0).toString());
    }

    private static long made(Path file) {
        try {
            return Pattern.compile("new OpenStackException\\(")
                    .matcher(Files.readString(file))
                    .results()
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
