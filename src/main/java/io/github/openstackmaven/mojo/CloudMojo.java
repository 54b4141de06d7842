package io.github.openstackmaven.mojo;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.identity.Token;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that talk to a cloud have in common: which cloud it is, and as whom. */
abstract class CloudMojo extends OpenStackMojo {

    /** {@code simulator} for an OpenStack inside this build, with its own login: {@code auth} is not used then. */
    @Parameter(property = "openstack.cloud")
    private String cloud;

    /**
     * The login: {@code authUrl}, {@code username} or {@code userId}, {@code password}, {@code userDomainName} or
     * {@code userDomainId}, {@code projectName} or {@code projectId}, {@code projectDomainName} or
     * {@code projectDomainId}. On the command line {@code -Dopenstack.auth.authUrl} and so on.
     */
    @Parameter
    private Map<String, String> auth = Map.of();

    /** The region of the catalog; by default the one whose Keystone is asked. */
    @Parameter(property = "openstack.region")
    private String region;

    private String endpointInterface;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** Which endpoints of the catalog: {@code public}, {@code internal} or {@code admin}. */
    @Parameter(name = "interface", property = "openstack.interface", defaultValue = "public")
    public void setInterface(String endpointInterface) {
        this.endpointInterface = endpointInterface;
    }

    final BuildSession build() {
        return BuildSession.of(session);
    }

    final CommandLine commandLine() {
        return new CommandLine(session.getUserProperties());
    }

    final Cloud logIn() {
        CloudConfig config = new CloudSettings(settings()).toCloudConfig();
        Cloud open = build().cloud(config);
        Token token = open.session().login();
        getLog().info("Cloud " + config.authUrl() + ": user " + token.user().name() + ", project "
                + token.project().name()
                + open.session().region().map(name -> ", region " + name).orElse(""));
        return open;
    }

    private Map<String, String> settings() {
        CommandLine commandLine = commandLine();
        Map<String, String> settings = new HashMap<>();
        if (commandLine.text("cloud", cloud).filter("simulator"::equals).isPresent()) {
            getLog().info("The cloud is the simulator inside this build: its servers end with it");
            settings.putAll(login(build().simulator().authUrl()));
        } else {
            if (auth.containsKey("password")) {
                getLog().warn("The password is written in the POM, and Maven prints it with -X:"
                        + " -Dopenstack.auth.password takes it from the command line");
            }
            settings.putAll(AuthParameters.settings(commandLine, auth));
            commandLine.text("region", region).ifPresent(value -> settings.put("region_name", value));
        }
        commandLine.text("interface", endpointInterface).ifPresent(value -> settings.put("interface", value));
        return settings;
    }

    private static Map<String, String> login(URI simulator) {
        return Map.of(
                "auth.auth_url", simulator.toString(),
                "auth.username", "demo",
                "auth.password", "passw0rd",
                "auth.project_name", "demo");
    }
}
