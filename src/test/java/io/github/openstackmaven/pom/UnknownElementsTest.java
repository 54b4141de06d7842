package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that no goal knows is told with the nearest that one does. */
class UnknownElementsTest {
    private final KnownParameters known = new KnownParameters(
            Set.of("flavor", "floatingIp", "image", "metadata", "ofProject", "dryRun"),
            Set.of("flavor", "floatingIp", "image", "metadata", "project", "dryRun"),
            Set.of("dryRun"));

    @Test
    void an_unknown_element_is_an_error_that_names_the_nearest() {
        assertThatThrownBy(() -> known.check(configuration("<image>debian</image><flavour>m1.tiny</flavour>")))
                .isInstanceOfSatisfying(OpenStackException.class, error -> {
                    assertThat(error).hasMessage("Unknown element <flavour> in the plugin's <configuration>");
                    assertThat(error.advice()).startsWith("Did you mean <flavor>?");
                });
    }

    @Test
    void a_wrong_capital_is_one_as_well() {
        assertThatThrownBy(() -> known.check(configuration("<floatingIP>true</floatingIP>")))
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        error -> assertThat(error.advice()).startsWith("Did you mean <floatingIp>?"));
    }

    @Test
    void what_any_goal_knows_is_right_for_all() {
        assertThatCode(() -> known.check(configuration("<image/><metadata><flavour>vanilla</flavour></metadata>")))
                .doesNotThrowAnyException();
    }

    @Test
    void an_unknown_property_of_the_command_line_is_warned_of() {
        assertThat(warnings("openstack.flavour", "openstack.metadata.role", "openstack.server.ip", "openstackish"))
                .containsExactly("-Dopenstack.flavour is unknown, and does nothing. Did you mean -Dopenstack.flavor?");
    }

    @Test
    void on_the_command_line_a_parameter_goes_by_its_property() {
        assertThat(warnings("openstack.project", "openstack.ofProject", "openstack.server"))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("-Dopenstack.ofProject is unknown, and does nothing."))
                .anyMatch(line -> line.startsWith("-Dopenstack.server is unknown, and does nothing."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "ture"})
    void what_is_neither_true_nor_false_is_no_false(String word) {
        assertThatThrownBy(() -> known.check(configuration("<dryRun>" + word + "</dryRun>")))
                .hasMessage("<dryRun> is '" + word + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "False", "", "${dry}"})
    void a_switch_is_one_of_both_or_what_a_property_says(String word) {
        assertThatCode(() -> known.check(configuration("<dryRun>" + word + "</dryRun>")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "<flavor><minRam>4096</minRam></flavor>, <flavor>m1.small</flavor>, flavor, m1.small",
        "<image>debian</image>, <image><nameRegex>^debian</nameRegex></image>, image, debian",
        "<metadata><a><b>1</b></a></metadata>, <metadata><a> text </a></metadata>, a, text"
    })
    void a_text_and_a_block_that_maven_has_merged_are_told(String child, String parent, String element, String text)
            throws Exception {
        Xpp3Dom merged = Xpp3Dom.mergeXpp3Dom(configuration(child), configuration(parent));

        assertThatThrownBy(() -> known.check(merged)).isInstanceOfSatisfying(OpenStackException.class, error -> {
            assertThat(error).hasMessage("<" + element + "> is both '" + text + "' and a block");
            assertThat(error.advice()).contains("<" + element + " combine.self=\"override\">");
        });
    }

    @Test
    void one_that_overrides_what_is_inherited_is_no_such_thing() throws Exception {
        Xpp3Dom merged = Xpp3Dom.mergeXpp3Dom(
                configuration("<flavor combine.self=\"override\">\n<minRam>4096</minRam>\n</flavor>"),
                configuration("<flavor>m1.small</flavor>"));

        assertThatCode(() -> known.check(merged)).doesNotThrowAnyException();
    }

    @Test
    void a_text_has_no_dotted_form_a_map_no_other_and_a_block_has_both() {
        assertThat(warnings(
                        "openstack.flavor",
                        "openstack.flavor.minRam",
                        "openstack.floatingIp.network",
                        "openstack.metadata"))
                .containsExactly(
                        "-Dopenstack.floatingIp.network does nothing: write -Dopenstack.floatingIp=…, or the block in the POM",
                        "-Dopenstack.metadata does nothing: write -Dopenstack.metadata.KEY=…");
    }

    private List<String> warnings(String... properties) {
        Properties commandLine = new Properties();
        Stream.of(properties).forEach(name -> commandLine.setProperty(name, "something"));
        return known.warnings(commandLine);
    }

    private static Xpp3Dom configuration(String elements) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"));
    }
}
