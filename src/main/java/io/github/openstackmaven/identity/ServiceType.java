package io.github.openstackmaven.identity;

import io.github.openstackmaven.config.ServiceSettings;
import io.github.openstackmaven.http.Retries;
import io.github.openstackmaven.http.RetryPolicy;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of service under its official name and aliases, as the
 * <a href="https://service-types.openstack.org/service-types.json">service types authority</a> lists them.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker knows Guava's lists alone
public enum ServiceType {
    IDENTITY("identity", "v3", "v3", true, List.of()),
    IMAGE("image", "v2", "v2", true, List.of()),
    COMPUTE("compute", "v2.1", "v2.1", false, List.of()),
    NETWORK("network", "v2.0", "v2.0", true, List.of()),
    BLOCK_STORAGE("block-storage", "v3", "v3.0", false, List.of("volumev3", "volumev2", "volume", "block-store"));

    private final String officialName;
    private final String version;
    private final String versionId;
    private final boolean fixedPath;
    private final List<String> aliases;

    ServiceType(String officialName, String version, String versionId, boolean fixedPath, List<String> aliases) {
        this.officialName = officialName;
        this.version = version;
        this.versionId = versionId;
        this.fixedPath = fixedPath;
        this.aliases = aliases;
    }

    /** The type's name in a catalog. */
    public String officialName() {
        return officialName;
    }

    /** The official name and the aliases. */
    Stream<String> names() {
        return Stream.concat(Stream.of(officialName), aliases.stream());
    }

    /** Whether the setting {@code SERVICE_api_version} means the version that is spoken here. */
    boolean speaks(String asked) {
        String number = version.substring(1);
        return asked.isBlank()
                || asked.strip().replaceFirst("\\.\\d+$", "").equals(number.replaceFirst("\\.\\d+$", ""));
    }

    /** How often a request to the service is repeated, as its settings say. */
    RetryPolicy retries(ServiceSettings settings) {
        return new RetryPolicy(
                new Retries(settings.connectRetries(), settings.connectRetryDelay()),
                new Retries(settings.statusCodeRetries(), settings.statusCodeRetryDelay()));
    }

    /** The last part of the API's root. */
    String version() {
        return version;
    }

    /** The version's id in the service's version document. */
    String versionId() {
        return versionId;
    }

    /** Whether catalogs list it without a version, which then lies right below. */
    boolean fixedPath() {
        return fixedPath;
    }
}
