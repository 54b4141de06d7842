package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.pom.CloudParameters;
import io.github.openstackmaven.pom.KnownParameters;
import io.github.openstackmaven.session.BuildSession;
import io.github.openstackmaven.session.CloudLogin;
import io.github.openstackmaven.session.MavenSettings;
import io.github.openstackmaven.session.PluginConfiguration;
import io.github.openstackmaven.session.SessionTerminal;
import io.github.openstackmaven.session.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals that talk to a cloud have in common: which cloud it is, and as whom. */
abstract class CloudMojo extends OpenStackMojo {
    private static final String FOLDER = "openstack";

    /**
     * An entry of clouds.yaml; or {@code simulator} for an OpenStack inside this build, with its own login:
     * {@code auth} is not used then.
     *
     * <p>Default: {@code OS_CLOUD} of the environment.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.cloud")
    private @Nullable String cloud;

    /**
     * The <a href="auth.html">login</a>. A {@code password}: {@code authUrl}, {@code username} or {@code userId},
     * {@code userDomainName} or {@code userDomainId}. An application credential: {@code applicationCredentialId}, or
     * {@code applicationCredentialName} and the user, and {@code applicationCredentialSecret}. Others: {@code type},
     * {@code token}, {@code passcode}, {@code identityProvider}, {@code protocol}, {@code accessToken}. What it is
     * for: {@code projectName} or {@code projectId}, {@code projectDomainName} or {@code projectDomainId},
     * {@code domainName} or {@code domainId}, {@code systemScope}, {@code trustId}. What is left out,
     * {@code settingsServer}, the id of a {@code <server>} of settings.xml, fills in. On the command line
     * {@code -Dopenstack.auth.authUrl} and so on.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <auth><settingsServer>mycloud</settingsServer></auth>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private Map<String, String> auth = Map.of();

    /**
     * The region of the catalog.
     *
     * <p>Default: as in clouds.yaml, else the one whose Keystone is asked.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.region")
    private @Nullable String region;

    /**
     * PEM file with the certificates of the authorities to trust instead of the JVM's; in a POM relative to the project.
     *
     * <p>Default: as in clouds.yaml, else none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.cacert")
    private @Nullable String cacert;

    /**
     * Trusts any certificate when true: for a laboratory, never for a cloud that matters.
     *
     * <p>Default: as in clouds.yaml, else {@code false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.insecure")
    private @Nullable String insecure;

    /**
     * By service type ({@code compute}, {@code network}), the URL to use whatever the catalog says.
     *
     * <p>Default: as in clouds.yaml, else none.
     *
     * <p>Example: {@code <endpointOverrides> <compute>http://127.0.0.1:8774/v2.1</compute> </endpointOverrides>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private Map<String, String> endpointOverrides = Map.of();

    /**
     * Logs each request: method, URL, status, milliseconds and request id.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.trace", defaultValue = "false")
    private boolean trace;

    /**
     * Where the goal's files go.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.outputDirectory", defaultValue = "${project.build.directory}/openstack")
    private @Nullable String outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    private @Nullable String endpointInterface;

    @Inject
    private SettingsDecrypter decrypter;

    /**
     * Which endpoints of the catalog. One of {@code public}, {@code internal}, {@code admin}.
     *
     * <p>Default: as in clouds.yaml, else {@code public}.
     *
     * @since 1.0.0
     */
    @Parameter(name = "interface", property = "openstack.interface")
    public void setInterface(String endpointInterface) {
        this.endpointInterface = endpointInterface;
    }

    @Override
    final void prepare() {
        PluginConfiguration configuration = new PluginConfiguration(execution(), project);
        KnownParameters known = configuration.parameters();
        configuration.written().forEach(known::check);
        known.warnings(session().getUserProperties()).forEach(this::unknown);
        Workspace workspace = workspace();
        workspace
                .recorder()
                .goal(workspace.module(), Optional.ofNullable(execution().getVersion()));
    }

    /** What the goal deletes that is told nothing else; empty for one that deletes nothing. */
    Optional<String> deletedUnlessTold() {
        return Optional.empty();
    }

    // It may have been meant to say what is deleted.
    private void unknown(String warning) {
        deletedUnlessTold().filter(all -> isDirect()).ifPresent(all -> {
            throw new OpenStackException("Nothing is deleted: " + warning, "Left out, it is " + all + ".");
        });
        getLog().warn(warning);
    }

    /** Whether the goal was called by its name, and is not bound to a phase. */
    final boolean isDirect() {
        return execution().getSource() == MojoExecution.Source.CLI;
    }

    /** Whether it is all that this Maven was called for. */
    final boolean isAlone() {
        return isDirect() && session().getGoals().size() == 1;
    }

    final MavenProject project() {
        return project;
    }

    /** What the build keeps of this module. */
    final Workspace workspace() {
        return new Workspace(
                BuildSession.of(session()),
                project.getGroupId() + ":" + project.getArtifactId(),
                hasPom(),
                outputDirectory(),
                parameters().simulated(),
                getLog(),
                redaction());
    }

    /** Tells what was asked for: with mvn -q it is all there is to read, or to be searched by another program. */
    final void answer(String line) {
        if (getLog().isInfoEnabled()) getLog().info(line);
        else answerPlain(line);
    }

    /** The same for programs alone. */
    final void answerPlain(String text) {
        SessionTerminal.programs(session()).println(redaction().masked(text).stripTrailing());
    }

    /** The cloud that was named, if one was. */
    final Optional<String> namedCloud() {
        return commandLine().text("cloud", cloud);
    }

    /** Takes this cloud, since none was named. */
    final void take(String chosen) {
        cloud = chosen;
    }

    /** Which cloud it is, and as whom. */
    final CloudLogin login() {
        return new CloudLogin(
                workspace(), parameters(), new MavenSettings(session().getSettings(), decrypter), traced());
    }

    /** The cloud, logged in to. */
    final Cloud cloud() {
        CloudLogin login = login();
        return login.logIn(login.settings());
    }

    /** Where the goal's files go. */
    final Path outputDirectory() {
        Path base = folder();
        Path build = hasPom() ? buildDirectory(project) : base.resolve("target");
        return commandLine()
                .text("outputDirectory", outputDirectory)
                .filter(text -> !text.contains("${")) // the default, where there is no project
                .map(base::resolve)
                .orElseGet(() -> build.resolve(FOLDER));
    }

    /** Where another module's goal puts its files, unless its POM says otherwise. */
    static Path usualDirectory(MavenProject module) {
        return buildDirectory(module).resolve(FOLDER);
    }

    private static Path buildDirectory(MavenProject module) {
        return Path.of(module.getBuild().getDirectory());
    }

    /** The project's folder, or where Maven was called without a project. */
    final Path folder() {
        return hasPom() ? project.getBasedir().toPath() : Path.of(session().getExecutionRootDirectory());
    }

    final boolean hasPom() {
        return project.getBasedir() != null;
    }

    /** Whether each request is logged. */
    final boolean traced() {
        return commandLine().flag("trace", trace);
    }

    private CloudParameters parameters() {
        return new CloudParameters(
                commandLine(),
                cloud,
                auth,
                new CloudParameters.Endpoints(region, endpointInterface, endpointOverrides),
                new CloudParameters.Trust(folder(), cacert, insecure));
    }
}
