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

    /**
     * Who logs in.
     *
     * @param roles in each project, by its id
     */
    record User(
            String id,
            String name,
            Optional<String> password,
            Optional<String> passcode,
            Optional<String> defaultProject,
            Map<String, List<Role>> roles,
            List<Role> systemRoles) {

        /** One who has no secret here, and so can't log in but by what is proved elsewhere. */
        static User of(String name, Map<String, List<Role>> roles) {
            return new User(
                    Ids.hex("user/" + name),
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    roles,
                    List.of());
        }

        User withPassword(String word) {
            return new User(id, name, Optional.of(word), passcode, defaultProject, roles, systemRoles);
        }

        User withPasscode(String code) {
            return new User(id, name, password, Optional.of(code), defaultProject, roles, systemRoles);
        }

        User withDefaultProject(String project) {
            return new User(id, name, password, passcode, Optional.of(project), roles, systemRoles);
        }

        User withSystemRoles(List<Role> some) {
            return new User(id, name, password, passcode, defaultProject, roles, some);
        }

        /** Who has both a password and a passcode must give both. */
        boolean multiFactor() {
            return password.isPresent() && passcode.isPresent();
        }
    }

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
