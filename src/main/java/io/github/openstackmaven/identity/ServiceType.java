package io.github.openstackmaven.identity;

import java.net.URI;
import java.util.List;

/**
 * A kind of service under its official name and aliases, as the
 * <a href="https://service-types.openstack.org/service-types.json">service types authority</a> lists them.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker knows Guava's lists alone
public enum ServiceType {
    IDENTITY("identity", "v3", List.of()),
    IMAGE("image", "v2", List.of()),
    COMPUTE("compute", "v2.1", List.of()),
    NETWORK("network", "v2.0", List.of()),
    BLOCK_STORAGE("block-storage", "v3", List.of("volumev3", "volumev2", "volume", "block-store"));

    private final String officialName;
    private final String version;
    private final List<String> aliases;

    ServiceType(String officialName, String version, List<String> aliases) {
        this.officialName = officialName;
        this.version = version;
        this.aliases = aliases;
    }

    /** The type's name in a catalog. */
    public String officialName() {
        return officialName;
    }

    /** Whether the catalog's word for a type means this one. */
    public boolean is(String type) {
        return officialName.equals(type) || aliases.contains(type);
    }

    // Catalogs list an endpoint with its version (Nova) or without (Glance, Neutron); a project id may follow the
    // version.
    URI versioned(String url) {
        String plain = url.replaceAll("/+$", "");
        boolean hasVersion = plain.matches(".*/v\\d+(\\.\\d+)?(/[^/]+)?");
        return URI.create(hasVersion ? plain : plain + "/" + version);
    }
}
