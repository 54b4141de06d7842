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
        return new ServerOptions(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Map.of(),
                Optional.empty(),
                LocalDisks.none());
    }

    /** The same with that user data. */
    public ServerOptions withUserData(UserData other) {
        return new ServerOptions(
                description,
                tags,
                hostname,
                Optional.of(other),
                configDrive,
                availabilityZones,
                schedulerHints,
                adminPassword,
                localDisks);
    }

    /** The same with those zones. */
    public ServerOptions withZones(List<String> others) {
        return new ServerOptions(
                description, tags, hostname, userData, configDrive, others, schedulerHints, adminPassword, localDisks);
    }

    /** The same with those further disks. */
    public ServerOptions withLocalDisks(LocalDisks others) {
        return new ServerOptions(
                description,
                tags,
                hostname,
                userData,
                configDrive,
                availabilityZones,
                schedulerHints,
                adminPassword,
                others);
    }
}
