package io.github.openstackmaven.session;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.CloudsLoader;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.KnownClouds;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.Exchange;
import io.github.openstackmaven.http.Trace;
import io.github.openstackmaven.identity.Token;
import io.github.openstackmaven.output.Timeline;
import io.github.openstackmaven.pom.AuthParameters;
import io.github.openstackmaven.pom.CloudParameters;
import java.util.function.Consumer;

/**
 * Which cloud a goal talks to, and as whom.
 *
 * @param traced whether each request is logged
 */
public record CloudLogin(Workspace workspace, CloudParameters parameters, MavenSettings maven, boolean traced) {

    /** The clouds there are to choose from. */
    public KnownClouds known() {
        return loader().known();
    }

    /** The settings of the cloud, each with its source. */
    public Settings settings() {
        CloudsLoader loader = loader();
        Settings explicit = explicit();
        workspace.redaction().addAll(explicit.secrets());
        boolean whole =
                explicit.get("cloud").isEmpty() && explicit.get("auth.auth_url").isPresent();
        Settings resolved = whole ? loader.loadAlone(explicit) : loader.load(explicit);
        workspace.redaction().addAll(resolved.secrets());
        loader.demandCloud(resolved);
        return AuthParameters.withoutRivals(resolved, explicit);
    }

    /** Logs in, or takes the login of another goal of this build. */
    public Cloud logIn(Settings settings) {
        CloudConfig config = new CloudSettings(settings, environment()).toCloudConfig();
        if (!config.tls().verify()) workspace.moduleLog().warn("insecure: the cloud's certificate is not checked");
        Cloud open = workspace.build().cloud(config, connections());
        Token token = open.session().login();
        workspace
                .recorder()
                .cloud(new Timeline.Where(
                        config.place(),
                        token.user().map(Token.NamedResource::name),
                        token.project().map(Token.NamedResource::name),
                        open.endpoints().region()));
        workspace
                .moduleLog()
                .info("Cloud " + config.place()
                        + token.user().map(user -> ": user " + user.name()).orElse("")
                        + token.project()
                                .map(project -> ", project " + project.name())
                                .orElse("")
                        + open.endpoints()
                                .region()
                                .map(name -> ", region " + name)
                                .orElse(""));
        return open;
    }

    /** What there is between here and the cloud. */
    public Connection connection(Cloud cloud) {
        return connections().connection(cloud.config());
    }

    private Environment environment() {
        return Environment.of(workspace.build().environment());
    }

    private CloudsLoader loader() {
        return new CloudsLoader(environment(), new PublishedProfiles(connections()), workspace.moduleLog()::warn);
    }

    private Settings explicit() {
        if (parameters.simulated()) {
            workspace.moduleLog().info("The cloud is the simulator inside this build: its servers end with it");
            return SimulatorLogin.settings(workspace.build().simulator());
        }
        parameters.warning().ifPresent(workspace.moduleLog()::warn);
        return parameters.settings(maven::login);
    }

    private HttpConnections connections() {
        Consumer<Exchange> recorded = new Telling(workspace.moduleLog())
                .to(workspace.recorder()::exchange)
                .andThen(new FirstAnswer(workspace.moduleLog()::info));
        return new HttpConnections(
                maven.proxies(),
                workspace.build().environment(),
                traced ? recorded.andThen(new Trace(workspace.moduleLog()::info)) : recorded,
                workspace.redaction()::add);
    }
}
