package io.github.openstackmaven.plan;

/** What clouds set quotas of, in people's words, with its unit. */
public enum QuotaResource {
    INSTANCES("instances"),
    CORES("cores"),
    RAM("ram (MiB)"),
    SERVER_GROUPS("server groups"),
    PORTS("ports"),
    FLOATING_IPS("floating IPs"),
    SECURITY_GROUPS("security groups"),
    SECURITY_GROUP_RULES("security group rules"),
    VOLUMES("volumes"),
    GIGABYTES("gigabytes");

    private final String label;

    QuotaResource(String label) {
        this.label = label;
    }

    /** {@code ram (MiB)}. */
    public String label() {
        return label;
    }
}
