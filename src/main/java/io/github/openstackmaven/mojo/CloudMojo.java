package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.CloudsLoader;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.http.Exchange;
import io.github.openstackmaven.http.Trace;
import io.github.openstackmaven.identity.Token;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.output.Recording;
import io.github.openstackmaven.pom.AuthParameters;
import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.pom.KnownParameters;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.session.BuildSession;
import io.github.openstackmaven.session.Connections;
import io.github.openstackmaven.session.MavenSettings;
import io.github.openstackmaven.session.PluginConfiguration;
import io.github.openstackmaven.session.PublishedProfiles;
import io.github.openstackmaven.session.SimulatorLogin;
import io.github.openstackmaven.teardown.Heartbeat;
import io.github.openstackmaven.teardown.LaunchSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals that talk to a cloud have in common: which cloud it is, and as whom. */
abstract class CloudMojo extends OpenStackMojo {
    static final String SIMULATOR = "simulator";

    /**
     * An entry of clouds.yaml; or {@code simulator} for an OpenStack inside this build, with its own login: {@code auth}
     * is not used then.
     */
    @Parameter(property = "openstack.cloud")
    private String cloud;

    /**
     * The login: {@code type}, {@code authUrl}, {@code username} or {@code userId}, {@code password},
     * {@code userDomainName} or {@code userDomainId}, {@code projectName} or {@code projectId}, {@code projectDomainName}
     * or {@code projectDomainId}, {@code domainName} or {@code domainId}, {@code systemScope}, {@code trustId},
     * {@code token}, {@code passcode}, {@code applicationCredentialId} or {@code applicationCredentialName},
     * {@code applicationCredentialSecret}, {@code identityProvider}, {@code protocol}, {@code accessToken}, and
     * {@code settingsServer}, the id of a {@code <server>} of settings.xml that fills in what is left out. On the command
     * line {@code -Dopenstack.auth.authUrl} and so on.
     */
    @Parameter
    private Map<String, String> auth = Map.of();

    /** The region of the catalog; by default the one whose Keystone is asked. */
    @Parameter(property = "openstack.region")
    private String region;

    /** PEM file with the certificates of the authorities to trust instead of the JVM's. */
    @Parameter(property = "openstack.cacert")
    private String cacert;

    /** Trusts any certificate: for a laboratory, never for a cloud that matters. */
    @Parameter(property = "openstack.insecure")
    private String insecure;

    /** By service type ({@code compute}, {@code network}), the URL to use whatever the catalog says. */
    @Parameter
    private Map<String, String> endpointOverrides = Map.of();

    /** Logs each request: method, URL, status, milliseconds and request id. */
    @Parameter(property = "openstack.trace", defaultValue = "false")
    private boolean trace;

    /** Where the goal's files go; by default {@code openstack} in the project's build directory. */
    @Parameter(property = "openstack.outputDirectory")
    private String outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    private String endpointInterface;

    @Inject
    private SettingsDecrypter decrypter;

    /** Which endpoints of the catalog: {@code public}, {@code internal} or {@code admin}; by default {@code public}. */
    @Parameter(name = "interface", property = "openstack.interface")
    public void setInterface(String endpointInterface) {
        this.endpointInterface = endpointInterface;
    }

    @Override
    final void prepare() {
        PluginConfiguration configuration = new PluginConfiguration(execution(), project);
        KnownParameters known = new KnownParameters(configuration.parameters());
        configuration.written().forEach(known::check);
        known.warnings(session().getUserProperties()).forEach(getLog()::warn);
    }

    final MavenProject project() {
        return project;
    }

    /** The folder, which is made where there is none. */
    final Path outputDirectory() {
        Path base = folder();
        Path build = hasPom() ? Path.of(project.getBuild().getDirectory()) : base.resolve("target");
        return commandLine()
                .text("outputDirectory", outputDirectory)
                .map(base::resolve)
                .orElseGet(() -> build.resolve("openstack"));
    }

    /** What this build does with its files in this folder. */
    final Recording recording() {
        return build().recording(outputDirectory());
    }

    /** What the launches of this project made and is not yet gone. */
    final Ledger ledger() {
        return build().ledger(ledgerFile(), getLog()::warn);
    }

    private Path ledgerFile() {
        // A simulator's servers end with it: nobody needs to find them later.
        String name = simulated() ? "ledger-of-" + build().id() + ".json" : "ledger.json";
        return outputDirectory().resolve(name).toAbsolutePath().normalize();
    }

    /**
     * Launches something that goes with this build, unless it ends with its simulator anyway.
     *
     * @param lease how long it lives on when this build is killed
     */
    final <T> T launching(Cloud cloud, Duration lease, Supplier<T> launch) {
        if (simulated()) return launch.get();
        LaunchSite site = new LaunchSite(
                ledgerFile(),
                ledger()::memory,
                place(cloud),
                cloud.config().settings(),
                connections().connection(cloud.config()),
                () -> cloud.session().current().map(Secret::reveal));
        Heartbeat heartbeat = new Heartbeat(
                ledger(), build().id(), place(cloud), new CloudResources(cloud), cloud.clock(), lease, getLog()::debug);
        return build().end().during(site, ledger(), heartbeat, getLog()::info, launch);
    }

    /** Whether the end of this build has begun, which deletes what is on record; a simulator's servers it knows not. */
    final boolean buildEnds() {
        return !simulated() && build().end().hasBegun();
    }

    /** Where a ledger has the servers of this login. */
    final LedgerEntry.Place place(Cloud cloud) {
        return new LedgerEntry.Place(
                cloud.place(),
                cloud.endpoints().region().orElse(""),
                cloud.projectId().orElse(""));
    }

    private boolean simulated() {
        return commandLine().text("cloud", cloud).filter(SIMULATOR::equals).isPresent();
    }

    /** The project's folder, or where Maven was called without a project. */
    final Path folder() {
        return hasPom() ? project.getBasedir().toPath() : Path.of(session().getExecutionRootDirectory());
    }

    final boolean hasPom() {
        return project.getBasedir() != null;
    }

    /** The module's groupId:artifactId. */
    final String module() {
        return project.getGroupId() + ":" + project.getArtifactId();
    }

    final BuildSession build() {
        return BuildSession.of(session());
    }

    /** The settings of the cloud, each with its source. */
    final Settings settings() {
        CloudsLoader loader =
                new CloudsLoader(Environment.ofProcess(), new PublishedProfiles(connections()), getLog()::warn);
        Settings explicit = explicit();
        redaction().addAll(explicit.secrets());
        boolean whole =
                explicit.get("cloud").isEmpty() && explicit.get("auth.auth_url").isPresent();
        Settings resolved = whole ? loader.loadAlone(explicit) : loader.load(explicit);
        redaction().addAll(resolved.secrets());
        return AuthParameters.withoutRivals(resolved, explicit);
    }

    /** Logs in, or takes the login of another goal of this build. */
    final Cloud logIn(Settings settings) {
        CloudConfig config = new CloudSettings(settings, Environment.ofProcess()).toCloudConfig();
        if (!config.tls().verify()) getLog().warn("insecure: the cloud's certificate is not checked");
        Cloud open = build().cloud(config, connections());
        Token token = open.session().login();
        getLog().info("Cloud " + config.place()
                + token.user().map(user -> ": user " + user.name()).orElse("")
                + token.project().map(project -> ", project " + project.name()).orElse("")
                + open.endpoints().region().map(name -> ", region " + name).orElse(""));
        return open;
    }

    private Connections connections() {
        return new Connections(maven().proxies(), System.getenv(), observer(), redaction()::add);
    }

    private Consumer<Exchange> observer() {
        Consumer<Exchange> recorded = telling(recording()::exchange);
        return traced() ? recorded.andThen(new Trace(getLog()::info)) : recorded;
    }

    /** Whether each request is logged. */
    final boolean traced() {
        return commandLine().flag("trace", trace);
    }

    private Settings explicit() {
        CommandLine line = commandLine();
        if (simulated()) {
            getLog().info("The cloud is the simulator inside this build: its servers end with it");
            return SimulatorLogin.settings(build().simulator());
        }
        List<String> secrets = AuthParameters.secretsIn(auth);
        if (!secrets.isEmpty()) {
            getLog().warn("The " + String.join(" and the ", secrets)
                    + " is written in the POM, and Maven prints it with"
                    + " -X: <settingsServer>, clouds.yaml or -Dopenstack.auth." + secrets.get(0) + " keep it out");
        }
        Map<String, String> onCommandLine = line.under("auth");
        Settings fromCommandLine = AuthParameters.settings(onCommandLine, element -> "-Dopenstack.auth." + element);
        Settings fromPom = AuthParameters.settings(auth, element -> "<auth><" + element + "> of the POM");
        Settings fromServer = Optional.ofNullable(onCommandLine.getOrDefault(
                        AuthParameters.SETTINGS_SERVER, auth.get(AuthParameters.SETTINGS_SERVER)))
                .map(maven()::login)
                .orElse(Settings.none());
        Settings lower = AuthParameters.withoutRivals(fromPom, fromCommandLine)
                .over(AuthParameters.withoutRivals(AuthParameters.withoutRivals(fromServer, fromPom), fromCommandLine));
        return fromCommandLine.over(lower).over(ofCloud(line));
    }

    private MavenSettings maven() {
        return new MavenSettings(session().getSettings(), decrypter);
    }

    private Settings ofCloud(CommandLine line) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        line.setting("cloud", cloud).ifPresent(value -> settings.put("cloud", value));
        line.setting("region", region).ifPresent(value -> settings.put("region_name", value));
        line.setting("interface", endpointInterface).ifPresent(value -> settings.put("interface", value));
        line.setting("cacert", cacert).ifPresent(value -> settings.put("cacert", value));
        line.setting("insecure", insecure).ifPresent(value -> {
            settings.put("insecure", value.with(trueOrFalse(value)));
            if (!trueOrFalse(value)) settings.put("verify", value.with(true));
        });
        Map<String, String> overrides = new LinkedHashMap<>(endpointOverrides);
        overrides.putAll(line.under("endpointOverrides"));
        overrides.forEach((service, url) -> line.setting("endpointOverrides." + service, url)
                .ifPresent(value -> settings.put(service.replace('-', '_') + "_endpoint_override", value)));
        return new Settings(settings);
    }

    private static boolean trueOrFalse(Setting value) {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new OpenStackException(value.source() + " is '" + value.text() + "'", "It is true or false.");
        };
    }
}
