package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scope that the settings of a cloud describe. */
final class Scopes {
    private static final List<List<String>> KEYS = List.of(
            List.of("auth.project_id", "auth.project_name"),
            List.of("auth.domain_id", "auth.domain_name"),
            List.of("auth.system_scope"),
            List.of("auth.trust_id"));

    private Scopes() {}

    /**
     * The one scope; a project is told from a domain by its keys.
     *
     * @throws OpenStackException when there are two
     */
    static Scope of(Settings settings, Credential credential) {
        Optional<IdOrName> project = ref(settings, "auth.project_id", "auth.project_name");
        Optional<IdOrName> domain = ref(settings, "auth.domain_id", "auth.domain_name");
        Optional<String> system = settings.text("auth.system_scope");
        Optional<String> trust = settings.text("auth.trust_id");
        List<String> written = KEYS.stream()
                .filter(keys -> project.isEmpty() || !keys.contains("auth.domain_id"))
                .flatMap(keys ->
                        keys.stream().flatMap(key -> written(settings, key)).limit(1))
                .toList();
        if (credential instanceof Credential.Application) {
            if (written.isEmpty()) return new Scope.Unspecified();
            throw new OpenStackException(
                    "An application credential is good for its own project alone, but there is "
                            + String.join(", and ", written),
                    "Leave it out.");
        }
        if (written.size() > 1) {
            throw new OpenStackException(
                    "A login has one scope, but there is " + String.join(", and ", written), "Leave all but one out.");
        }
        if (project.isPresent()) {
            return new Scope.Project(
                    project.get(), Domains.of(settings, project.get(), "project_domain_id", "project_domain_name"));
        }
        if (trust.isPresent()) return new Scope.Trust(trust.get());
        if (system.isPresent()) return new Scope.WholeSystem();
        return domain.<Scope>map(Scope.Domain::new).orElse(new Scope.Unspecified());
    }

    private static Optional<IdOrName> ref(Settings settings, String idKey, String nameKey) {
        return settings.text(idKey)
                .<IdOrName>map(IdOrName.Id::new)
                .or(() -> settings.text(nameKey).map(IdOrName.Name::new));
    }

    private static Stream<String> written(Settings settings, String key) {
        return settings.text(key).stream()
                .flatMap(text -> settings.get(key).stream())
                .map(setting -> key + " (" + setting.source() + ")");
    }
}
