package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.exec.Job;
import java.io.StringReader;
import java.nio.file.Path;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** Where fetched files go. */
class CopyParameterTest {
    private static final Path FOLDER = Path.of("/project");

    @Test
    void a_place_without_a_slash_is_the_name_it_gets() throws Exception {
        assertThat(copy("/var/log/app.log", "target/app.log").download(FOLDER, "web", false))
                .isEqualTo(new Job.Download("/var/log/app.log", FOLDER.resolve("target/app.log")));
    }

    @Test
    void a_place_with_a_slash_is_the_folder_it_goes_into() throws Exception {
        assertThat(copy("/var/log/app.log", "target/logs/")
                        .download(FOLDER, "web", false)
                        .local())
                .isEqualTo(FOLDER.resolve("target/logs/app.log"));
        assertThat(copy("reports/", "target/").download(FOLDER, "web", false).local())
                .isEqualTo(FOLDER.resolve("target/reports"));
    }

    @Test
    void two_files_of_several_servers_are_four_files() throws Exception {
        assertThat(copy("/var/log/app.log", "logs")
                        .download(FOLDER, "web-1", true)
                        .local())
                .isEqualTo(FOLDER.resolve("logs/web-1/app.log"));
        assertThat(copy("/var/log/err.log", "logs")
                        .download(FOLDER, "web-1", true)
                        .local())
                .isEqualTo(FOLDER.resolve("logs/web-1/err.log"));
        assertThat(copy("/var/log/app.log", "logs/")
                        .download(FOLDER, "web-2", true)
                        .local())
                .isEqualTo(FOLDER.resolve("logs/web-2/app.log"));
    }

    @Test
    void no_servers_name_leads_out_of_the_place() throws Exception {
        assertThat(copy("/var/log/app.log", "logs")
                        .download(FOLDER, "../../etc", true)
                        .local())
                .isEqualTo(FOLDER.resolve("logs/etc/app.log"));
    }

    private static CopyParameter copy(String from, String to) throws Exception {
        CopyParameter copy = new CopyParameter();
        new BasicComponentConfigurator()
                .configureComponent(
                        copy,
                        new XmlPlexusConfiguration(Xpp3DomBuilder.build(
                                new StringReader("<download><from>" + from + "</from><to>" + to + "</to></download>"))),
                        new ClassWorld("it", CopyParameterTest.class.getClassLoader()).getClassRealm("it"));
        return copy;
    }
}
