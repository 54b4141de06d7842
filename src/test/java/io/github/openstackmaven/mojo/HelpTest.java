package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** {@code openstack:help -Ddetail} is read on a terminal of 80 columns. */
@MojoTest
class HelpTest {
    private static final int COLUMNS = 80;

    @Test
    @InjectMojo(goal = "help")
    @MojoParameter(name = "detail", value = "true")
    void help_fits_a_terminal_and_is_plain_text(Mojo help) throws Exception {
        StringBuilder told = new StringBuilder();
        help.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                told.append(content);
            }
        });

        help.execute();

        List<String> lines = told.toString().lines().toList();
        assertThat(lines)
                .contains("openstack:launch", "    count (Default: 1)", "      Default: the project's artifactId.")
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(COLUMNS)
                        .doesNotContain("&lt;", "&gt;", "&amp;", "<p>", "<a ", "<code>", "{@"));
    }
}
