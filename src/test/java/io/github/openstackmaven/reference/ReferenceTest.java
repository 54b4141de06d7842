package io.github.openstackmaven.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.pom.AuthParameters;
import io.github.openstackmaven.reference.ElementPages.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference has every goal, parameter and element by what it does, its default, since when, and an example where its form
 * isn't plain.
 */
class ReferenceTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/openstackmaven");
    private static final Pattern BLOCK = Pattern.compile("io\\.github\\.openstackmaven\\.pom\\.(\\w+(?:\\$\\w+)?)");
    private static final String AUTH = "AuthElement";

    @TempDir
    private Path site;

    @TestFactory
    Stream<DynamicTest> a_goal_is_told_in_the_descriptor() {
        return Descriptor.goals().stream()
                .map(goal -> dynamicTest(goal.name(), () -> {
                    assertThat(goal.told().text().get(0)).matches("[A-Z].*\\.");
                    assertThat(goal.told().since()).matches("\\d+\\.\\d+\\.\\d+");
                }));
    }

    @TestFactory
    Stream<DynamicContainer> a_parameter_is_told_in_the_descriptor() {
        return Descriptor.goals().stream()
                .map(goal -> dynamicContainer(
                        goal.name(),
                        goal.parameters().stream().map(told -> dynamicTest(told.name(), told::demandAll))));
    }

    @TestFactory
    Stream<DynamicContainer> an_element_is_told_on_a_page_of_the_site() throws IOException {
        return BlockText.all(SOURCES).stream()
                .map(block -> dynamicContainer(
                        block.page(),
                        block.elements().stream().map(told -> dynamicTest(told.name(), told::demandAll))));
    }

    @Test
    void there_is_a_page_of_every_block_with_all_its_elements() throws IOException {
        Map<String, Set<String>> pages = ElementPages.of(SOURCES).blocks().stream()
                .collect(Collectors.toMap(
                        Block::type,
                        block -> block.elements().stream()
                                .map(ElementPages.Element::name)
                                .collect(Collectors.toSet())));
        Set<String> blocks = blocks();

        assertThat(pages.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                blocks.stream().map(ReferenceTest::type).map(Class::getSimpleName), Stream.of(AUTH))
                        .toList());
        assertThat(blocks)
                .allSatisfy(block -> assertThat(pages.get(type(block).getSimpleName()))
                        .containsExactlyInAnyOrderElementsOf(elements(type(block))));
    }

    @Test
    void there_is_a_page_of_all_that_a_login_takes() throws IOException {
        Block auth = ElementPages.of(SOURCES).blocks().stream()
                .filter(block -> block.type().equals(AUTH))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> AuthParameters.settings(Map.of("login", "demo"), element -> element))
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        error -> assertThat(auth.elements())
                                .extracting(ElementPages.Element::name)
                                .containsExactlyInAnyOrder(error.advice()
                                        .replaceAll("It takes |\\.$", "")
                                        .split(", ", -1)));
    }

    @Test
    void a_goal_leads_to_the_pages_of_its_blocks_and_names_what_is_on_them() throws IOException {
        Map<String, Block> pages =
                ElementPages.of(SOURCES).blocks().stream().collect(Collectors.toMap(Block::page, block -> block));
        Set<String> links = links();

        assertThat(pages.keySet()).containsAll(links);
        assertThat(links)
                .contains("auth")
                .containsAll(pages.values().stream()
                        .filter(block -> taken().anyMatch(block.type()::equals))
                        .map(Block::page)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> a_parameter_that_may_be_a_block_names_its_elements() throws IOException {
        List<BlockText> blocks = BlockText.all(SOURCES).stream()
                .filter(block -> block.type().equals(AUTH) || taken().anyMatch(block.type()::equals))
                .filter(block -> !block.page().equals("server"))
                .toList();
        return Descriptor.goals().stream()
                .flatMap(goal -> goal.parameters().stream())
                .flatMap(parameter -> blocks.stream()
                        .filter(block -> block.told().text().get(0).contains("<" + parameter.name() + ">"))
                        .map(block -> dynamicTest(parameter.name(), () -> parameter.demandNames(block.names()))));
    }

    @Test
    void the_site_is_written_and_its_menu_leads_to_all_of_it() throws IOException {
        ElementPages.main(new String[] {SOURCES.toString(), site.toString()});

        assertThat(Files.readString(Path.of("src/site/site.xml")))
                .contains("href=\"plugin-info.html\"", "href=\"index.html\"");
        assertThat(site.toFile().list()).contains("index.xml", "server.xml", "waitFor.xml", "copy.xml");
        assertThat(Files.readString(site.resolve("index.xml")))
                .contains(Arrays.stream(site.toFile().list())
                        .filter(page -> !page.equals("index.xml"))
                        .map(page -> "href=\"" + page.replace(".xml", ".html") + "\"")
                        .toArray(String[]::new));
        assertThat(Files.readString(site.resolve("waitFor.xml"))).contains("<a href=\"tcp.html\"><code>tcp</code></a>");
    }

    // Those that goals take, and those in them.
    private static Set<String> blocks() {
        Set<String> found = new TreeSet<>();
        taken().forEach(block -> find(type(block), found));
        return found;
    }

    private static Stream<String> taken() {
        return Descriptor.goals().stream()
                .map(Descriptor.Goal::implementation)
                .flatMap(ReferenceTest::bound)
                .map(Type::getTypeName)
                .flatMap(type -> BLOCK.matcher(type).results())
                .map(found -> found.group(1));
    }

    // By fields and by setters.
    private static Stream<Type> bound(Class<?> goal) {
        return Stream.concat(
                fields(goal).map(Field::getGenericType),
                Stream.of(goal.getMethods()).flatMap(method -> Stream.of(method.getGenericParameterTypes())));
    }

    private static void find(Class<?> block, Set<String> found) {
        if (!found.add(block.getName().replaceFirst(".*\\.", ""))) return;
        fields(block)
                .map(Field::getGenericType)
                .map(Type::getTypeName)
                .flatMap(type -> BLOCK.matcher(type).results())
                .forEach(inner -> find(type(inner.group(1)), found));
    }

    private static List<String> elements(Class<?> block) {
        return fields(block)
                .map(Field::getName)
                .filter(name -> !name.equals("text"))
                .toList();
    }

    private static Stream<Field> fields(Class<?> block) {
        return Stream.<Class<?>>iterate(block, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("io.github.openstackmaven.pom." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Set<String> links() throws IOException {
        try (Stream<Path> goals = Files.list(SOURCES.resolve("mojo"))) {
            return goals.map(ReferenceTest::read)
                    .flatMap(source -> Pattern.compile("href=\"(\\w+)\\.html\"")
                            .matcher(source)
                            .results())
                    .map(link -> link.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
