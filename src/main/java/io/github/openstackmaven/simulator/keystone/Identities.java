package io.github.openstackmaven.simulator.keystone;

import io.github.openstackmaven.simulator.state.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, projects and what they may do; nothing here changes while a simulator runs. */
record Identities(
        List<Project> projects, List<User> users, List<ApplicationCredential> credentials, List<Trust> trusts) {

    static final String DOMAIN = "default";
    static final String DOMAIN_NAME = "Default";

    /** Who logs in. */
    record User(
            String id,
            String name,
            Optional<String> password,
            Optional<String> passcode,
            boolean multiFactor,
            Optional<String> defaultProject,
            Map<String, List<Role>> roles,
            List<Role> systemRoles) {}

    /** A role; {@code member} implies {@code reader}, and the token lists both. */
    record Role(String id, String name) {
        static Role of(String name) {
            return new Role(Ids.hex("role/" + name), name);
        }
    }

    /** A secret that stands for a user in one project. */
    record ApplicationCredential(
            String id, String name, String secret, String user, String project, Optional<Instant> expiresAt) {}

    /** A user's permission for another to act in a project. */
    record Trust(String id, String trustor, String trustee, String project) {}

    Optional<User> user(String id) {
        return users.stream().filter(user -> user.id().equals(id)).findFirst();
    }

    Optional<User> userNamed(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    Optional<Project> project(String id) {
        return projects.stream().filter(project -> project.id().equals(id)).findFirst();
    }

    Optional<Project> projectNamed(String name) {
        return projects.stream().filter(project -> project.name().equals(name)).findFirst();
    }
}
