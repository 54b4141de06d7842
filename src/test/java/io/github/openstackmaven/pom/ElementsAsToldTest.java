package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.reference.BlockText;
import io.github.openstackmaven.reference.Told;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the reference tells of a server's elements is what they do: its defaults are used, its examples are taken. */
class ElementsAsToldTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/openstackmaven");
    private static final Pattern CONTAINER = Pattern.compile("<\\w+>.* in <(\\w+)>.*");
    private static final String WRONG = "?";

    @TempDir
    private Path project;

    /** A page, and how an element of it is written in a POM. */
    private record Page(BlockText block) {
        static Stream<Page> ofServers() throws IOException {
            List<String> servers = new ServerRegister()
                    .elements().stream().map(BlockElement::name).toList();
            return BlockText.all(SOURCES).stream()
                    .map(Page::new)
                    .filter(page -> page.isTopLevel() || servers.contains(page.outermost()));
        }

        boolean isTopLevel() {
            return block.page().equals("server");
        }

        String outermost() {
            return container().orElseGet(() -> example().getName());
        }

        private Optional<String> container() {
            Matcher place = CONTAINER.matcher(block.told().text().get(0));
            return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
        }

        Xpp3Dom example() {
            return parsed(block.told().example().orElseThrow());
        }

        /** With an element that has this text, instead of the example's own; with none of it where there is no text. */
        String with(String element, Optional<String> text) {
            if (isTopLevel()) return text.map(value -> written(element, value)).orElse("");
            Xpp3Dom example = example();
            Optional.ofNullable(example.getChild(element))
                    .ifPresent(one ->
                            example.removeChild(List.of(example.getChildren()).indexOf(one)));
            text.map(value -> parsed(written(element, value))).ifPresent(example::addChild);
            return inPlace(example.toString().replaceFirst("<\\?xml.*\\?>", ""));
        }

        String inPlace(String block) {
            return container()
                    .map(name -> "<" + name + ">" + block + "</" + name + ">")
                    .orElse(block);
        }

        private static String written(String element, String text) {
            return "<" + element + ">" + text + "</" + element + ">";
        }

        private static Xpp3Dom parsed(String xml) {
            try {
                return Xpp3DomBuilder.build(new StringReader(xml));
            } catch (XmlPullParserException | IOException e) {
                throw new IllegalArgumentException(xml, e);
            }
        }
    }

    @TestFactory
    Stream<DynamicContainer> leaving_an_element_out_is_writing_its_default() throws IOException {
        return Page.ofServers()
                .map(page -> dynamicContainer(
                        page.block().page(),
                        page.block().elements().stream()
                                .filter(element -> element.standard().isPresent())
                                .map(element -> dynamicTest(
                                        element.name(),
                                        () -> assertThat(bound(page.with(element.name(), element.standard())))
                                                .isEqualTo(bound(page.with(element.name(), Optional.empty())))))));
    }

    @Test
    void each_default_that_is_a_value_is_told_as_one() throws IOException {
        assertThat(Page.ofServers()
                        .flatMap(page -> page.block().elements().stream())
                        .filter(element -> element.standard().isPresent())
                        .map(Told::name))
                .contains("count", "configDrive", "deleteOnTermination", "policy", "status", "port", "minRam");
    }

    @TestFactory
    Stream<DynamicTest> the_example_of_a_block_is_taken() throws IOException {
        return Page.ofServers()
                .filter(page -> !page.isTopLevel())
                .map(page -> dynamicTest(
                        page.block().page(),
                        () -> assertThatCode(() -> bound(page.inPlace(
                                        page.block().told().example().orElseThrow())))
                                .doesNotThrowAnyException()));
    }

    @TestFactory
    Stream<DynamicTest> the_example_of_an_element_is_taken() throws IOException {
        Files.createDirectories(project.resolve("src/it"));
        Files.writeString(project.resolve("src/it/web.yaml"), "#cloud-config");
        return Page.ofServers()
                .filter(Page::isTopLevel)
                .flatMap(page -> page.block().elements().stream())
                .filter(element -> !element.name().equals("keyFile")) // the user's own
                .flatMap(element -> element.example().stream())
                .map(example -> dynamicTest(
                        example, () -> assertThatCode(() -> bound(example)).doesNotThrowAnyException()));
    }

    @Test
    void units_words_times_and_switches_are_told_as_the_code_has_them() throws IOException {
        List<String> checked = Page.ofServers()
                .flatMap(page -> page.block().elements().stream()
                        .filter(element -> wrong(page, element)
                                .filter(advice -> tells(page, element, advice))
                                .isPresent()))
                .map(Told::name)
                .toList();

        assertThat(checked)
                .contains(
                        "configDrive",
                        "swap",
                        "visibility",
                        "minDisk",
                        "policy",
                        "size",
                        "status",
                        "timeout",
                        "insecure");
    }

    private static boolean tells(Page page, Told element, String advice) {
        try {
            return element.tells(advice);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "<" + element.name() + "> of " + page.block().page() + ": " + e.getMessage(), e);
        }
    }

    private Optional<String> wrong(Page page, Told element) {
        try {
            bound(page.with(element.name(), Optional.of(WRONG)));
            return Optional.empty();
        } catch (OpenStackException e) {
            return Optional.of(e.advice());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a list or a block, which is no text
        }
    }

    // Patterns in it have no equality.
    private String bound(String elements) {
        return BoundServer.with("<keyPair>ephemeral</keyPair>" + elements)
                .folder(project)
                .specs()
                .toString();
    }
}
