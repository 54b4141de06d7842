package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The settings of one cloud as openstacksdk resolves them: defaults, then the cloud's profile, its entry of clouds.yaml
 * and secure.yaml (or the {@code OS_*} variables), the region's values, and on top what is given for this run.
 */
public final class CloudsLoader {
    private static final Set<String> WITHOUT_KEYSTONE = Set.of("none", "admin_token");

    private final Environment environment;
    private final RemoteProfiles remoteProfiles;
    private final Consumer<String> warnings;
    private final AuthTypes authTypes = new AuthTypes();
    private final CloudEntry defaults = CloudEntry.of(Bundled.yaml("defaults.yaml"), new Source.Default());

    /**
     * A loader that reads files and variables anew at each {@link #load}.
     *
     * @param remoteProfiles asked when a cloud's profile is a URL
     * @param warnings receives what the user should know; each is told once a load
     */
    public CloudsLoader(Environment environment, RemoteProfiles remoteProfiles, Consumer<String> warnings) {
        this.environment = environment;
        this.remoteProfiles = remoteProfiles;
        this.warnings = warnings;
    }

    /**
     * Resolves the cloud. The result has the name of the cloud under {@code cloud}, and no {@code auth.auth_url} when
     * nobody named a cloud to log in to.
     *
     * @param explicit settings of the command line and the POM, among them {@code cloud} and {@code region_name}
     * @throws io.github.openstackmaven.OpenStackException when a file is broken, the cloud or region is unknown, or
     *     settings contradict each other
     */
    public Settings load(Settings explicit) {
        Consumer<String> tell = once();
        return resolve(explicit, new CloudsFiles(environment, tell), tell);
    }

    /**
     * Resolves a login that is given whole for this run, auth URL and all: no file or variable is looked at, so that
     * nothing of another cloud seeps into it.
     *
     * @throws io.github.openstackmaven.OpenStackException when settings contradict each other
     */
    public Settings loadAlone(Settings explicit) {
        Consumer<String> tell = once();
        Setting unnamed = new Setting("", new Source.Default());
        return new CloudsLoader(environment.withoutClouds(), remoteProfiles, warnings)
                .resolve(explicit.with("cloud", unnamed), CloudsFiles.none(environment), tell);
    }

    /**
     * The clouds there are to choose from.
     *
     * @throws io.github.openstackmaven.OpenStackException when a file is broken
     */
    public KnownClouds known() {
        return new Clouds(environment, new CloudsFiles(environment, once()), defaults).known();
    }

    /**
     * Refuses settings that are of none of several clouds.
     *
     * @throws OpenStackException that names them
     */
    public void demandCloud(Settings resolved) {
        boolean known = Stream.of("cloud", "auth.auth_url")
                .anyMatch(key -> resolved.text(key).isPresent());
        if (known || WITHOUT_KEYSTONE.contains(resolved.text("auth_type").orElse(""))) return;
        throw new Clouds(environment, new CloudsFiles(environment, warning -> {}), defaults).unnamed();
    }

    private Consumer<String> once() {
        Set<String> told = new HashSet<>();
        return warning -> {
            if (told.add(warning)) warnings.accept(warning);
        };
    }

    private Settings resolve(Settings explicit, CloudsFiles files, Consumer<String> tell) {
        Clouds clouds = new Clouds(environment, files, defaults);
        CloudEntry arguments = CloudEntry.ofArguments(explicit);
        Optional<Setting> asked = Optional.ofNullable(arguments.top().remove("cloud"));
        Setting name = asked.or(clouds::byDefault).orElse(new Setting("", new Source.Default()));

        CloudEntry cloud = clouds.named(name);
        Setting profileAsked = arguments.top().remove("profile");
        if (profileAsked != null && profileAsked.isTruthy()) cloud.top().put("profile", profileAsked);
        CloudEntry profile =
                new VendorProfiles(files, remoteProfiles, tell).of(cloud, name.text(), clouds.variablesCloud());
        Optional<Setting> regionAsked = Optional.ofNullable(arguments.top().get("region_name"));
        CloudRegions.Region region = new CloudRegions(tell).choose(name.text(), cloud, profile, regionAsked);
        arguments.top().put("region_name", region.name());

        CloudEntry layered = new CloudEntry().overlay(defaults).overlay(profile).overlay(cloud);
        layered.top().keySet().removeAll(Set.of("cloud", "regions"));
        layered.overlayPresent(region.values()).overlayPresent(arguments);
        new LegacyKeys(new NetworkList(tell)).modernize(layered);

        CloudEntry resolved = layered.normalized();
        StrayCharacters.refuse(resolved);
        authTypes.infer(resolved);
        authTypes.settle(resolved, name.text().isEmpty() ? "the cloud" : "cloud " + name.text());
        expandTemplates(resolved);
        preferAddresses(resolved, clouds);
        if (!resolved.auth().containsKey("auth_url")) refuseMissedCloud(clouds, asked, files, resolved);
        Settings settings = resolved.settings().with("cloud", name);
        TlsSettings.of(settings, environment).warning().ifPresent(tell);
        return settings;
    }

    // One after the other, so that a later template sees what an earlier one became.
    private static void expandTemplates(CloudEntry cloud) {
        cloud.top()
                .replaceAll((key, setting) -> setting.value() instanceof String && !key.equals("password")
                        ? new TextTemplate(key, setting).fill(cloud::lookup)
                        : setting);
    }

    private void preferAddresses(CloudEntry cloud, Clouds clouds) {
        Setting force = Optional.ofNullable(cloud.top().remove("force_ipv4")).orElseGet(() -> forceIpv4(clouds));
        Setting prefer = cloud.top().remove("prefer_ipv6");
        cloud.top().put("force_ipv4", prefer != null && !prefer.isTruthy() ? prefer.with(true) : force);
    }

    private Setting forceIpv4(Clouds clouds) {
        Map<String, Object> client = clouds.section("client");
        Setting prefer = clientFlag("OS_PREFER_IPV6", client, "prefer_ipv6", "prefer-ipv6", true);
        Setting force = clientFlag("OS_FORCE_IPV4", client, "force_ipv4", "broken-ipv6", false);
        return prefer.isTruthy() ? force : prefer.with(true);
    }

    private Setting clientFlag(
            String variable, Map<String, Object> client, String key, String oldKey, boolean otherwise) {
        Setting written = environment
                .variable(variable)
                .map(text -> new Setting(text, new Source.Variable(variable)))
                .or(() -> Optional.ofNullable(client.getOrDefault(key, client.get(oldKey)))
                        .map(value -> new Setting(value, new Source.File("client of clouds.yaml"))))
                .orElseGet(() -> new Setting(otherwise, new Source.Default()));
        return written.with(YamlBoolean.of(written.value(), key, written.source()));
    }

    // Without any cloud openstacksdk forgets OS_CLOUD; here the user hears that it names none.
    private void refuseMissedCloud(Clouds clouds, Optional<Setting> asked, CloudsFiles files, CloudEntry resolved) {
        if (!clouds.isEmpty() || asked.isPresent()) return;
        Optional<Setting> missed =
                environment.variable("OS_CLOUD").map(name -> new Setting(name, new Source.Variable("OS_CLOUD")));
        if (missed.isPresent()) throw clouds.unknown(missed.get());
        Setting type = Objects.requireNonNull(resolved.top().get("auth_type"));
        if (files.passedOver().isEmpty() || WITHOUT_KEYSTONE.contains(type.text())) return;
        throw new OpenStackException(
                "No cloud to log in to: " + String.join("; ", files.passedOver()),
                "Looked in " + files.lookedAt() + ".");
    }
}
