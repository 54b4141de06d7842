package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.init.Answers;
import io.github.openstackmaven.init.Change;
import io.github.openstackmaven.init.CloudChoice;
import io.github.openstackmaven.init.CloudsSkeleton;
import io.github.openstackmaven.init.Dialog;
import io.github.openstackmaven.init.Interview;
import io.github.openstackmaven.init.NewCloudsYaml;
import io.github.openstackmaven.init.Offer;
import io.github.openstackmaven.init.PluginBlock;
import io.github.openstackmaven.init.Pom;
import io.github.openstackmaven.init.PomFile;
import io.github.openstackmaven.init.Wanted;
import io.github.openstackmaven.output.Terminal;
import io.github.openstackmaven.session.CloudLogin;
import io.github.openstackmaven.session.SessionTerminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes this plugin into the project's POM, with the server that you want, and comments that say what is what. On a
 * terminal it asks for what is not named, and offers what the cloud has; with {@code -B} it takes what
 * {@code -Dopenstack.image} and so on say. It shows the change before it makes it, and leaves all else in the POM as it is.
 *
 * @since 1.0.0
 */
@Mojo(name = "init", aggregator = true, threadSafe = true)
public final class InitMojo extends CloudMojo {
    private static final int USUAL_WIDTH = 80;

    /**
     * The server's name.
     *
     * <p>Default: the project's artifactId.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.name")
    private @Nullable String name;

    /**
     * The image: name or id. A <a href="image.html">block</a> of {@code name} or {@code nameRegex}, {@code owner},
     * {@code visibility}, {@code tags}, {@code properties} and {@code mostRecent} may take its place in the POM later.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <image>debian-12</image>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.image")
    private @Nullable String image;

    /**
     * The flavor: name or id. A <a href="flavor.html">block</a> of {@code minVcpus}, {@code minRam} and {@code minDisk}
     * may take its place in the POM later.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <flavor>m1.small</flavor>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.flavor")
    private @Nullable String flavor;

    /**
     * The networks to put the server on, each a name or id; or {@code auto} or {@code none}. A
     * <a href="network.html">block</a> of {@code name} or {@code port}, {@code fixedIp} and {@code tag} may take the place
     * of one in the POM later.
     *
     * <p>Default: the project's network, where it has just one.
     *
     * <p>Example: {@code <networks><network>lan</network></networks>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.networks")
    private @Nullable List<String> networks;

    /**
     * Also writes a clouds.yaml to fill in, where there is none: {@code ~/.config/openstack/clouds.yaml}, or where
     * {@code OS_CLIENT_CONFIG_FILE} says, for its owner alone to read. What {@code -Dopenstack.cloud},
     * {@code -Dopenstack.auth.authUrl} and so on say goes into it; a password never does.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.cloudsYaml", defaultValue = "false")
    private boolean cloudsYaml;

    /**
     * Only shows what would be written.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    void run() {
        PomFile file = PomFile.read(project().getFile().toPath());
        Pom pom = Pom.of(file.text());
        pom.demandPlaceFor(PluginBlock.GROUP_ID, PluginBlock.ARTIFACT_ID);
        demandNoneInherited();
        Answers answers = answers();
        Interview interview = new Interview(wanted(), answers);
        Optional<PluginBlock> block =
                isNewCloud(answers) ? ofNewCloud(interview, answers) : Optional.of(ofCloud(interview));
        block.ifPresent(plugin -> write(file, pom.with(plugin.lines()), answers));
    }

    private void demandNoneInherited() {
        if (project().getPlugin(PluginBlock.GROUP_ID + ":" + PluginBlock.ARTIFACT_ID) == null) return;
        throw new OpenStackException(
                "The project has the plugin already, from a parent POM or a profile", "Change it there.");
    }

    private Wanted wanted() {
        return new Wanted(
                commandLine().text("name", name),
                commandLine().text("image", image),
                commandLine().text("flavor", flavor),
                commandLine().list("networks", networks));
    }

    private Answers answers() {
        Terminal terminal = SessionTerminal.of(session(), getLog(), traced());
        return terminal.answers()
                ? new Dialog(
                        SessionTerminal.input(),
                        SessionTerminal.output(),
                        terminal.knownWidth().orElse(USUAL_WIDTH))
                : Answers.none();
    }

    private boolean isNewCloud(Answers answers) {
        if (commandLine().flag("cloudsYaml", cloudsYaml)) return true;
        if (namedCloud().isPresent() || !commandLine().under("auth").isEmpty() || !answers.areGiven()) return false;
        CloudChoice choice = CloudChoice.ask(login().known(), answers);
        choice.named().ifPresent(this::take);
        return choice.isNew();
    }

    private PluginBlock ofCloud(Interview interview) {
        CloudLogin login = login();
        Settings settings = login.settings();
        Cloud cloud = login.logIn(settings);
        return block(
                namedCloud()
                        .or(() -> settings.get("cloud")
                                .filter(one -> one.source() instanceof Source.File)
                                .map(Setting::text)),
                interview.of(Offer.of(cloud), project().getArtifactId()));
    }

    private Optional<PluginBlock> ofNewCloud(Interview interview, Answers answers) {
        NewCloudsYaml file = NewCloudsYaml.where(login().known());
        CloudsSkeleton skeleton = new CloudsSkeleton(
                        namedCloud().orElse("mycloud"),
                        commandLine().under("auth"),
                        commandLine().text("region").orElse(""))
                .completed(answers);
        getLog().info("To be written to " + file.path() + ", which nobody else may read:");
        skeleton.text().lines().map(line -> ("+ " + line).stripTrailing()).forEach(getLog()::info);
        boolean written = mayWrite(file.path(), answers);
        if (written) {
            file.write(skeleton);
            getLog().info("Written: fill in the password, and what is not right yet");
        }
        Optional<Interview.Server> server = interview.unseen(project().getArtifactId());
        if (server.isEmpty() && written) {
            getLog().info("Then run it again: it offers what the cloud has, and writes the plugin into the POM");
        }
        if (server.isPresent()) {
            getLog().info("Image, flavor and networks are taken as they are named: openstack:check looks them up");
        }
        return server.map(one -> block(Optional.of(skeleton.cloud()), one));
    }

    private PluginBlock block(Optional<String> cloud, Interview.Server server) {
        return new PluginBlock(execution().getVersion(), cloud, commandLine().text("region"), server);
    }

    private void write(PomFile file, Change change, Answers answers) {
        Path path = file.path();
        getLog().info("To be written to " + path + ":");
        change.excerpt(file.text()).forEach(getLog()::info);
        if (!mayWrite(path, answers)) return;
        file.write(change);
        getLog().info(
                        "Written. Next: mvn openstack:check shows what would be created, mvn openstack:launch creates it");
        getLog().info("mvn verify creates it before the integration tests, and deletes it after them");
    }

    private boolean mayWrite(Path path, Answers answers) {
        if (commandLine().flag("dryRun", dryRun)) {
            getLog().info("Nothing is written: openstack.dryRun is set");
            return false;
        }
        boolean allowed = answers.allows("Write it to " + path.getFileName() + "?");
        if (!allowed) getLog().info("Nothing is written");
        return allowed;
    }
}
