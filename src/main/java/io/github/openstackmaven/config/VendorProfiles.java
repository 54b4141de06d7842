package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The profiles a cloud can refer to: of clouds-public.yaml, of the plugin, or of the cloud's own web address. */
final class VendorProfiles {
    private final CloudsFiles files;
    private final RemoteProfiles remote;
    private final Consumer<String> warnings;

    VendorProfiles(CloudsFiles files, RemoteProfiles remote, Consumer<String> warnings) {
        this.files = files;
        this.remote = remote;
        this.warnings = warnings;
    }

    /**
     * The profile the cloud names, or an empty draft.
     *
     * @param variablesCloud the name of the cloud made of variables, which is no profile
     */
    CloudEntry of(CloudEntry cloud, String cloudName, String variablesCloud) {
        Optional<Setting> named = Optional.ofNullable(
                cloud.top().getOrDefault("profile", cloud.top().get("cloud")));
        if (named.filter(Setting::isTruthy).isEmpty() || named.get().text().equals(variablesCloud))
            return new CloudEntry();
        Setting reference = named.get();
        if (cloud.top().containsKey("cloud")) {
            warnings.accept("'cloud' is the old name of 'profile' ("
                    + cloud.top().get("cloud").source() + "): rename it.");
        }
        String name = reference.text();
        Source source = new Source.Profile(shown(name));
        return published(name)
                .map(profile -> CloudEntry.of(profile, source))
                .or(() -> byName(name)
                        .or(() -> byAddress(name))
                        .map(profile -> inForce(name, profile))
                        .map(profile -> CloudEntry.of(profile, source)))
                .orElseGet(() -> {
                    warnings.accept("Unknown profile '" + shown(name) + "' of cloud " + cloudName + " ("
                            + reference.source() + "): ignored.");
                    return new CloudEntry();
                });
    }

    private Optional<Object> published(String name) {
        return files.publicClouds()
                .flatMap(file -> Optional.ofNullable(file.content().get("public-clouds"))
                        .map(clouds -> CloudEntry.mapping(clouds, "public-clouds of " + file.path()))
                        .flatMap(clouds -> Optional.ofNullable(clouds.get(name))));
    }

    // A bundled profile may be no more than the address of the real one.
    private Optional<Map<String, Object>> byName(String name) {
        Map<String, Object> bundled = bundled();
        return Optional.ofNullable(bundled.get(name))
                .map(profile -> CloudEntry.mapping(profile, "profile " + name))
                .map(profile -> Optional.ofNullable(profile.get("profile"))
                        .map(PythonText::of)
                        .flatMap(nested -> Optional.ofNullable(bundled.get(nested))
                                .map(other -> CloudEntry.mapping(other, "profile " + nested))
                                .or(() -> byAddress(nested)))
                        .orElse(profile));
    }

    private Optional<Map<String, Object>> byAddress(String name) {
        URI uri;
        try {
            uri = new URI(name);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (uri.getScheme() == null || uri.getRawAuthority() == null) return Optional.empty();
        URI wellKnown = URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + "/.well-known/openstack/api");
        String where = shown(wellKnown.toString());
        Map<String, Object> answer = remote.fetch(wellKnown)
                .map(document -> CloudEntry.mapping(PlainData.of(document), "The answer of " + where))
                .orElseThrow(() -> new OpenStackException(
                        "Profile " + shown(name) + " could not be fetched from " + where,
                        "Check the address, or write auth_url and regions into clouds.yaml and drop 'profile'."));
        Map<String, Object> own =
                CloudEntry.mapping(answer.getOrDefault("profile", YamlNull.NULL), "profile of " + where);
        Object known = bundled().getOrDefault(PythonText.of(answer.getOrDefault("name", "")), Map.of());
        Map<String, Object> profile =
                CloudEntry.deeplyMerged(own, CloudEntry.mapping(known, name), "profile of " + where);
        profile.remove("profile");
        return Optional.of(profile);
    }

    private static Map<String, Object> bundled() {
        return Bundled.yaml("vendors.yaml");
    }

    private Map<String, Object> inForce(String name, Map<String, Object> profile) {
        Map<String, Object> rest = new LinkedHashMap<>(profile);
        String status = PythonText.of(Optional.ofNullable(rest.remove("status")).orElse("active"));
        String message =
                PythonText.of(Optional.ofNullable(rest.remove("message")).orElse(""));
        if (status.equals("deprecated")) warnings.accept("Profile " + shown(name) + " is deprecated: " + message);
        if (status.equals("shutdown")) {
            throw new OpenStackException(
                    "Profile " + shown(name) + " is of a cloud that no longer exists: " + message,
                    "Choose another cloud, or drop 'profile' and write its auth_url.");
        }
        rest.remove("profile");
        return rest;
    }

    // An address may have a password in it.
    private static String shown(String name) {
        return PythonText.of(SecretKeys.masked("profile", name));
    }
}
