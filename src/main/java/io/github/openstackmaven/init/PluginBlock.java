package io.github.openstackmaven.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plugin with the server that is wanted, as it is written into a POM.
 *
 * @param version the plugin's
 * @param cloud the entry of clouds.yaml; empty where the environment says which
 * @param region where it is not the cloud's own
 */
public record PluginBlock(String version, Optional<String> cloud, Optional<String> region, Interview.Server server) {
    public static final String GROUP_ID = "io.github.openstackmaven";
    public static final String ARTIFACT_ID = "openstack-maven-plugin";

    /** Its lines, indented by two blanks a level. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "<!-- Launches a server for the integration tests of mvn verify; whatever ends the build, it is deleted. -->",
                "<plugin>",
                "  <groupId>" + GROUP_ID + "</groupId>",
                "  <artifactId>" + ARTIFACT_ID + "</artifactId>",
                "  <version>" + Xml.text(version) + "</version>",
                "  <executions>",
                "    <execution>",
                "      <goals>",
                "        <goal>launch</goal> <!-- before the tests, in pre-integration-test -->",
                "        <goal>delete</goal> <!-- after them, in post-integration-test -->",
                "      </goals>",
                "    </execution>",
                "  </executions>",
                "  <configuration>"));
        configuration().forEach(line -> lines.add("    " + line));
        lines.addAll(List.of("  </configuration>", "</plugin>"));
        return lines;
    }

    private List<String> configuration() {
        List<String> lines = new ArrayList<>();
        lines.add(cloud.map(this::cloud)
                .orElse("<!-- Without a <cloud>, OS_CLOUD or the other OS_* variables say which. -->"));
        region.ifPresent(one -> lines.add(element("region", one)));
        lines.add(element("name", server.name()));
        lines.add("<!-- What else there is: mvn openstack:list -Dopenstack.list=images, or flavors, or networks. -->");
        lines.add(image());
        lines.add(element("flavor", server.flavor().reference())
                + Xml.comment(server.flavor().about()));
        lines.addAll(onNetworks());
        lines.addAll(List.of(
                "<!-- For tests that log in: a key of this build's own, and ready when the server lets it in.",
                "<keyPair>ephemeral</keyPair>",
                "<waitFor>",
                "  <ssh>" + server.user().orElse("true") + "</ssh>",
                "</waitFor>",
                "-->"));
        return lines;
    }

    private String cloud(String entry) {
        String where = entry.equals("simulator") ? "an OpenStack inside the build" : "an entry of clouds.yaml";
        return element("cloud", entry) + " <!-- " + where + " -->";
    }

    // Of images that share a name the newest is meant: an id would be of one that is replaced some day.
    private String image() {
        Offered image = server.image();
        return image.by() == Offered.By.NEWEST_OF_NAME
                ? "<image>" + element("name", image.name()) + "<mostRecent>true</mostRecent></image>"
                : element("image", image.reference()) + named(image);
    }

    private List<String> onNetworks() {
        if (server.networks().isEmpty()) return List.of();
        List<String> lines = new ArrayList<>();
        lines.add("<networks>");
        server.networks()
                .forEach(network -> lines.add("  " + element("network", network.reference()) + named(network)));
        lines.add("</networks>");
        return lines;
    }

    private static String named(Offered one) {
        return one.reference().equals(one.name()) ? "" : Xml.comment(one.name());
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + Xml.text(content) + "</" + name + ">";
    }
}
