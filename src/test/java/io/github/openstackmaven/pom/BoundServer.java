package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.ServerSpec;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** A server's elements as Maven binds them, and what they mean. */
public final class BoundServer {
    private final Properties commandLine = new Properties();
    private String block = "";
    private String topLevel = "";
    private Path folder = Path.of("");
    private Map<String, String> properties = Map.of();

    /** A server with an image and a flavor, and these elements at the top level. */
    static BoundServer with(String elements) {
        return new BoundServer().topLevel("<image>debian-12</image><flavor>m1.small</flavor>" + elements);
    }

    public BoundServer topLevel(String elements) {
        topLevel = elements;
        return this;
    }

    /** With these elements in its {@code <server>} block. */
    BoundServer block(String elements) {
        block = elements;
        return this;
    }

    /** With {@code -Dopenstack.NAME=VALUE}. */
    BoundServer commandLine(String name, String value) {
        commandLine.setProperty("openstack." + name, value);
        return this;
    }

    BoundServer folder(Path files) {
        folder = files;
        return this;
    }

    BoundServer properties(Map<String, String> maven) {
        properties = maven;
        return this;
    }

    List<ServerSpec> specs() {
        return new ServerElements(
                        new CommandLine(commandLine),
                        List.of(bound(block), bound(topLevel)),
                        new ProjectFiles(folder),
                        new UserDataProperties(properties, Optional::of))
                .specs(Optional.of("it"))
                .toList();
    }

    public ServerSpec spec() {
        return specs().get(0);
    }

    private static ServerBlock bound(String elements) {
        ServerBlock block = new ServerBlock();
        try {
            new BasicComponentConfigurator()
                    .configureComponent(
                            block,
                            new XmlPlexusConfiguration(
                                    Xpp3DomBuilder.build(new StringReader("<server>" + elements + "</server>"))),
                            new ClassWorld("it", BoundServer.class.getClassLoader()).getClassRealm("it"));
        } catch (ComponentConfigurationException | XmlPullParserException | IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return block;
    }
}
