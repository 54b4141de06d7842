package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is prepared on a machine is on every machine that boots from the image of it. */
class PreparedMachineIT extends RealMachine {

    @Override
    String configuration() {
        return """
                <prepare>
                  <user>debian</user>
                  <uploads><upload><from>src/vm/page.service</from><to>/tmp/</to></upload></uploads>
                  <steps>
                    <step>sudo mkdir /srv/page; echo it works | sudo tee /srv/page/index.html</step>
                    <step>sudo mv /tmp/page.service /etc/systemd/system/ &amp;&amp; sudo systemctl enable page</step>
                    <step>sleep 30; cat /etc/machine-id | sudo tee /srv/page/machine</step>
                  </steps>
                </prepare>
                <waitFor>
                  <ssh>debian</ssh>
                  <http>
                    <url>http://@{ip}:8080/</url>
                    <body>it works</body>
                  </http>
                </waitFor>
                <command>test "$(cat /etc/machine-id)" != "$(cat /srv/page/machine)" &amp;&amp; cloud-init status</command>
                """;
    }

    @BeforeEach
    void bringTheService() throws IOException {
        build.file("src/vm/page.service", PAGE_SERVICE);
    }

    @Override
    @AfterEach
    void delete() throws Exception {
        super.delete();
        build.green("openstack:delete", "-Dopenstack.prepared");
    }

    @Test
    void the_second_build_finds_what_was_installed_and_runs_no_step() throws Exception {
        MavenBuild.Result first = build.green("openstack:launch", "openstack:delete");
        MavenBuild.Result second = build.green("openstack:launch", "openstack:exec");

        assertThat(first.log()).contains("Preparing image '" + name + "-prepared-", "[" + name + "-prepare] it works");
        assertThat(second.log()).contains("answered 200").doesNotContain("Preparing", "-prepare]");
    }
}
