package io.github.openstackmaven.plan;

import io.github.openstackmaven.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a create may say beside image, flavor and networks, passed on to Nova as it is.
 *
 * @param availabilityZones tried in this order where a zone has no host for the server; empty leaves it to Nova
 * @param schedulerHints as of <a href="https://docs.openstack.org/api-ref/compute/#create-server">os:scheduler_hints</a>
 * @param adminPassword empty: Nova makes one up
 */
public record ServerOptions(
        Optional<String> description,
        List<String> tags,
        Optional<String> hostname,
        Optional<UserData> userData,
        boolean configDrive,
        List<String> availabilityZones,
        Map<String, String> schedulerHints,
        Optional<Secret> adminPassword,
        LocalDisks localDisks) {

    public ServerOptions {
        tags = List.copyOf(tags);
        availabilityZones = List.copyOf(availabilityZones);
        schedulerHints = Map.copyOf(schedulerHints);
    }

    /** None of it. */
    public static ServerOptions none() {
        return builder().build();
    }

    /** The availability zone of what is written for one: an operator may name the host as well, {@code zone:host}. */
    static String zone(String written) {
        return written.replaceFirst(":.*", "");
    }

    /** What is none of it until it is said. */
    public static Builder builder() {
        return new Builder();
    }

    /** What one is made of, each by its name; what is not said is left out. */
    public static final class Builder {
        private Optional<String> description = Optional.empty();
        private List<String> tags = List.of();
        private Optional<String> hostname = Optional.empty();
        private Optional<UserData> userData = Optional.empty();
        private boolean configDrive;
        private List<String> availabilityZones = List.of();
        private Map<String, String> schedulerHints = Map.of();
        private Optional<Secret> adminPassword = Optional.empty();
        private LocalDisks localDisks = LocalDisks.none();

        private Builder() {}

        public Builder description(Optional<String> value) {
            description = value;
            return this;
        }

        public Builder tags(List<String> value) {
            tags = value;
            return this;
        }

        public Builder hostname(Optional<String> value) {
            hostname = value;
            return this;
        }

        public Builder userData(Optional<UserData> value) {
            userData = value;
            return this;
        }

        public Builder configDrive(boolean value) {
            configDrive = value;
            return this;
        }

        public Builder availabilityZones(List<String> value) {
            availabilityZones = value;
            return this;
        }

        public Builder schedulerHints(Map<String, String> value) {
            schedulerHints = value;
            return this;
        }

        public Builder adminPassword(Optional<Secret> value) {
            adminPassword = value;
            return this;
        }

        public Builder localDisks(LocalDisks value) {
            localDisks = value;
            return this;
        }

        public ServerOptions build() {
            return new ServerOptions(
                    description,
                    tags,
                    hostname,
                    userData,
                    configDrive,
                    availabilityZones,
                    schedulerHints,
                    adminPassword,
                    localDisks);
        }
    }
}
