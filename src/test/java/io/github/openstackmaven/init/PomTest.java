package io.github.openstackmaven.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.junit.jupiter.api.Test;

/** Where a plugin goes in a POM, and what stays as it is: everything else. */
class PomTest {
    private static final int SHAPES = 2000;
    private static final List<String> PLUGIN = List.of(
            "<!-- what it is for -->",
            "<plugin>",
            "  <groupId>io.github.openstackmaven</groupId>",
            "  <artifactId>openstack-maven-plugin</artifactId>",
            "</plugin>");

    @Test
    void a_pom_of_any_shape_gets_the_plugin_once_and_keeps_all_the_rest() {
        Map<Long, String> wrong = new LinkedHashMap<>();
        long first = Long.getLong("seed", 1);
        for (long seed = first; seed < first + (first == 1 ? SHAPES : 1); seed++) {
            RandomPom pom = RandomPom.of(seed);
            try {
                check(pom);
            } catch (Exception | AssertionError e) {
                wrong.put(seed, e + "\n" + pom.text());
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static void check(RandomPom random) throws Exception {
        String before = random.text();
        Pom pom = Pom.of(before);
        assertThat(pom.declaredAt("io.github.openstackmaven", "openstack-maven-plugin"))
                .isEmpty();

        Change change = pom.with(PLUGIN);
        String after = change.on(before);

        assertThat(undone(change, after)).isEqualTo(before);
        assertThat(change.replaced()).matches("|\\s*/>");
        assertThat(Pom.of(after).declaredAt("io.github.openstackmaven", "openstack-maven-plugin"))
                .isPresent();
        assertThat(change.text().replace(random.lineBreak(), "")).doesNotContain("\n", "\r");
        assertThat(change.text().lines().filter(line -> !line.isEmpty()).map(String::stripTrailing))
                .filteredOn(line -> line.contains("<groupId>"))
                .allSatisfy(line -> assertThat(line.replace(random.unit(), "")).startsWith("<groupId>"));
        Model model = read(after);
        assertThat(model.getBuild().getPluginsAsMap()).containsKey("io.github.openstackmaven:openstack-maven-plugin");
        model.getBuild().getPlugins().removeIf(PomTest::isOurs);
        assertThat(written(model)).isEqualTo(written(withBuild(read(before))));
    }

    private static boolean isOurs(Plugin plugin) {
        return plugin.getArtifactId().equals("openstack-maven-plugin");
    }

    private static Model withBuild(Model model) {
        if (model.getBuild() == null) model.setBuild(new Build());
        return model;
    }

    private static Model read(String pom) throws Exception {
        return new MavenXpp3Reader().read(new StringReader(pom), false);
    }

    private static String written(Model model) throws Exception {
        StringWriter out = new StringWriter();
        new MavenXpp3Writer().write(out, model);
        return out.toString();
    }

    @Test
    void it_comes_behind_the_other_plugins() {
        assertThat(changed("""
                <project>
                    <build>
                        <plugins>
                            <plugin>
                                <artifactId>a</artifactId>
                            </plugin>
                        </plugins>
                    </build>
                </project>
                """)).isEqualTo("""
                <project>
                    <build>
                        <plugins>
                            <plugin>
                                <artifactId>a</artifactId>
                            </plugin>
                            <!-- what it is for -->
                            <plugin>
                                <groupId>io.github.openstackmaven</groupId>
                                <artifactId>openstack-maven-plugin</artifactId>
                            </plugin>
                        </plugins>
                    </build>
                </project>
                """);
    }

    @Test
    void what_is_managed_or_a_profiles_is_not_the_place_and_the_build_goes_before_the_profiles() {
        assertThat(changed("""
                <project>

                	<artifactId>a</artifactId>

                	<dependencies/> <!-- none -->

                	<!-- by hand -->
                	<profiles>
                		<profile><build><plugins/></build></profile>
                	</profiles>

                </project>
                """)).isEqualTo("""
                <project>

                	<artifactId>a</artifactId>

                	<dependencies/> <!-- none -->

                	<build>
                		<plugins>
                			<!-- what it is for -->
                			<plugin>
                				<groupId>io.github.openstackmaven</groupId>
                				<artifactId>openstack-maven-plugin</artifactId>
                			</plugin>
                		</plugins>
                	</build>

                	<!-- by hand -->
                	<profiles>
                		<profile><build><plugins/></build></profile>
                	</profiles>

                </project>
                """);
        assertThat(changed("""
                <project>
                  <build>
                    <pluginManagement>
                      <plugins>
                      </plugins>
                    </pluginManagement>
                  </build>
                </project>
                """)).contains("""
                    </pluginManagement>
                    <plugins>
                      <!-- what it is for -->
                      <plugin>
                """);
    }

    @Test
    void what_is_empty_is_opened() {
        assertThat(changed("<project>\r\n <build>\r\n  <plugins />\r\n </build>\r\n</project>"))
                .isEqualTo("""
                <project>
                 <build>
                  <plugins>
                   <!-- what it is for -->
                   <plugin>
                    <groupId>io.github.openstackmaven</groupId>
                    <artifactId>openstack-maven-plugin</artifactId>
                   </plugin>
                  </plugins>
                 </build>
                </project>""".replace("\n", "\r\n"));
        assertThat(changed("<project><build/></project>"))
                .startsWith("""
                <project><build>
                  <plugins>
                    <!-- what it is for -->
                """.stripTrailing())
                .endsWith("""
                  </plugins>
                </build></project>""");
    }

    @Test
    void the_plugin_is_found_where_it_is_already() {
        Pom pom = Pom.of("""
                <project>
                  <build><plugins>
                    <plugin><artifactId>openstack-maven-plugin</artifactId></plugin>
                    <plugin>
                      <groupId><!-- ours -->
                        io.github.openstackmaven</groupId>
                      <artifactId>openstack-maven-plugin</artifactId>
                    </plugin>
                  </plugins></build>
                </project>""");

        assertThat(pom.declaredAt("io.github.openstackmaven", "openstack-maven-plugin"))
                .contains(4);
    }

    @Test
    void a_plugin_that_is_there_or_that_modules_would_inherit_has_no_place() {
        for (String modules : List.of(
                "<modules><module>a</module></modules>",
                "<subprojects><subproject>a</subproject></subprojects>",
                "<profiles><profile><modules><module>a</module></modules></profile></profiles>")) {
            assertThatThrownBy(
                            () -> Pom.of("<project>" + modules + "</project>").demandPlaceFor("g", "a"))
                    .hasMessage("The POM has modules, and each of them would launch the server");
        }
        Pom.of("<project><modules/></project>").demandPlaceFor("g", "a");
        assertThatThrownBy(() -> Pom.of(changed("<project/>"))
                        .demandPlaceFor("io.github.openstackmaven", "openstack-maven-plugin"))
                .hasMessage("The POM has the plugin already, in line 5");
    }

    @Test
    void the_change_is_shown_with_the_lines_around_it() {
        String before = """
                <project>
                  <artifactId>a</artifactId>
                  <build>
                    <plugins/>
                  </build>
                </project>
                """;

        assertThat(Pom.of(before).with(PLUGIN).excerpt(before)).containsExactly("""
                    <artifactId>a</artifactId>
                    <build>
                -     <plugins/>
                +     <plugins>
                +       <!-- what it is for -->
                +       <plugin>
                +         <groupId>io.github.openstackmaven</groupId>
                +         <artifactId>openstack-maven-plugin</artifactId>
                +       </plugin>
                +     </plugins>
                    </build>
                  </project>""".split("\n"));
    }

    @Test
    void what_is_no_pom_is_refused() {
        assertThatThrownBy(() -> Pom.of("<settings/>"))
                .hasMessage("The POM begins with <settings>, not with <project>");
        for (String odd : List.of(
                "", "groupId: a", "<project>", "<project></projekt>", "</project>", "<project><a></project></a>")) {
            assertThatThrownBy(() -> Pom.of(odd)).as(odd).hasMessage("The POM's tags can't be told apart");
        }
    }

    private static String undone(Change change, String after) {
        return after.substring(0, change.from())
                + change.replaced()
                + after.substring(change.from() + change.text().length());
    }

    private static String changed(String pom) {
        return Pom.of(pom).with(PLUGIN).on(pom);
    }
}
