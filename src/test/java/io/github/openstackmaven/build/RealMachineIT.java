package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of a server's readiness, on machines that take their time to boot and do what their user data says. */
class RealMachineIT extends RealMachine {

    @Override
    String configuration() {
        return """
                <userDataFile>
                  <userDataFile>src/vm/cloud-config.yaml</userDataFile>
                  <userDataFile>src/vm/slow.sh</userDataFile>
                </userDataFile>
                <waitFor>
                  <ssh>debian</ssh>
                  <cloudInit>true</cloudInit>
                  <http>
                    <url>http://@{ip}:8080/</url>
                    <body>it works</body>
                  </http>
                  <log>Cloud-init v</log>
                </waitFor>
                """;
    }

    @BeforeEach
    void writeUserData() throws IOException {
        build.file("src/vm/cloud-config.yaml", """
                        #cloud-config
                        write_files:
                          - path: /srv/page/index.html
                            content: it works
                          - path: /etc/systemd/system/page.service
                            content: |
                        %s
                        runcmd:
                          - systemctl enable --now page
                        """.formatted(PAGE_SERVICE.indent(6)))
                .file("src/vm/slow.sh", """
                        #!/bin/sh
                        sleep 20
                        echo all of it > /srv/done
                        """);
    }

    @Test
    void a_machine_is_ready_when_all_its_user_data_is_done() throws Exception {
        MavenBuild.Result launch = build.green("openstack:launch");

        assertThat(launch.log()).contains(" is done", "answered 200");
        MavenBuild.Result look = exec("<step>cat /srv/done</step><step>hostname</step>");
        assertThat(look.log()).contains("[" + name + "] all of it", "[" + name + "] " + name);
        assertThat(look.exitCode()).isZero();
    }

    @Test
    void its_host_key_is_the_one_that_its_console_shows() throws Exception {
        build.green("openstack:launch");

        String known = Files.readString(build.output("known_hosts"));
        String console = build.green("openstack:console").log();
        assertThat(known.lines().map(line -> line.substring(line.lastIndexOf(' ') + 1)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(console).contains(key));
    }

    @Test
    void files_go_there_and_come_back() throws Exception {
        build.green("openstack:launch");
        build.file("in/words.txt", "one two three");

        MavenBuild.Result exec = exec("<step>wc -w &lt; /tmp/in/words.txt &gt; /tmp/count</step>", """
                <uploads><upload><from>in/words.txt</from><to>/tmp/in/</to></upload></uploads>
                <downloads><download><from>/tmp/count</from><to>target/</to></download></downloads>
                """);

        assertThat(exec.exitCode()).isZero();
        assertThat(folder.resolve("target/count")).hasContent("3");
    }

    @Test
    void a_machine_that_boots_again_is_waited_for_again() throws Exception {
        build.green("openstack:launch");
        exec("<step>sudo systemctl reboot; sleep 120</step>");

        build.green("openstack:launch", "-Dopenstack.ifExists=reuse");

        MavenBuild.Result look =
                exec("<step>test \"$(cut -d. -f1 /proc/uptime)\" -lt 600 &amp;&amp; cat /srv/done</step>");
        assertThat(look.log()).contains("[" + name + "] all of it");
    }

    @Test
    void a_module_that_fails_ends_the_wait_with_its_name() throws Exception {
        build.file("src/vm/slow.sh", """
                #!/bin/sh
                exit 3
                """);

        MavenBuild.Result launch = build.run("openstack:launch");

        assertThat(launch.exitCode()).isNotZero();
        assertThat(launch.log()).contains("failed: ", "scripts").doesNotContain("Timed out");
    }

    private MavenBuild.Result exec(String steps) throws IOException, InterruptedException {
        return exec(steps, "");
    }

    private MavenBuild.Result exec(String steps, String more) throws IOException, InterruptedException {
        String pom = Files.readString(folder.resolve("pom.xml"));
        String added = "<steps>" + steps + "</steps>" + more;
        build.file("pom.xml", pom.replace("<keep>", added + "<keep>"));
        try {
            return build.run("openstack:exec");
        } finally {
            build.file("pom.xml", pom);
        }
    }
}
