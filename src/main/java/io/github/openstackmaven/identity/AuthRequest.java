package io.github.openstackmaven.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Ref;
import java.util.List;
import java.util.Optional;

/** Body of <a href="https://docs.openstack.org/api-ref/identity/v3/#password-authentication-with-scoped-authorization">POST /v3/auth/tokens</a>. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AuthRequest(Auth auth) {

    record Auth(Identity identity, Object scope) {}

    record Identity(List<String> methods, Password password) {}

    record Password(User user) {}

    record User(Optional<String> id, Optional<String> name, Optional<Resource> domain, String password) {}

    record Scope(Project project) {}

    record Project(Optional<String> id, Optional<String> name, Optional<Resource> domain) {}

    record Resource(Optional<String> id, Optional<String> name) {}

    static AuthRequest scoped(CloudConfig config) {
        var project = config.project();
        return of(
                config,
                new Scope(new Project(
                        id(project.project()),
                        name(project.project()),
                        project.domain().map(AuthRequest::resource))));
    }

    static AuthRequest unscoped(CloudConfig config) {
        return of(config, "unscoped");
    }

    private static AuthRequest of(CloudConfig config, Object scope) {
        var user = config.user();
        var password = new Password(new User(
                id(user.user()),
                name(user.user()),
                user.domain().map(AuthRequest::resource),
                config.password().reveal()));
        return new AuthRequest(new Auth(new Identity(List.of("password"), password), scope));
    }

    private static Resource resource(Ref ref) {
        return new Resource(id(ref), name(ref));
    }

    private static Optional<String> id(Ref ref) {
        return ref instanceof Ref.Id id ? Optional.of(id.text()) : Optional.empty();
    }

    private static Optional<String> name(Ref ref) {
        return ref instanceof Ref.Name name ? Optional.of(name.text()) : Optional.empty();
    }
}
