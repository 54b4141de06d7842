package io.github.openstackmaven.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.openstackmaven.config.Credential;
import io.github.openstackmaven.config.IdOrName;
import io.github.openstackmaven.config.Scope;
import io.github.openstackmaven.config.Secret;
import java.util.List;
import java.util.Optional;

/** Body of <a href="https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management">POST /v3/auth/tokens</a>. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AuthRequest(Auth auth) {

    record Auth(Identity identity, Optional<Object> scope) {}

    record Identity(
            List<String> methods,
            Optional<ByUser> password,
            Optional<ByUser> totp,
            Optional<ById> token,
            @JsonProperty("application_credential") Optional<ByApplication> applicationCredential) {}

    record ByUser(User user) {}

    record ById(@JsonSerialize(using = RevealedSecret.class) Secret id) {}

    record ByApplication(
            @JsonUnwrapped Named credential,
            Optional<User> user,
            @JsonSerialize(using = RevealedSecret.class) Secret secret) {}

    record User(
            @JsonUnwrapped Named named,
            Optional<Named> domain,

            @JsonSerialize(contentUsing = RevealedSecret.class)
            Optional<Secret> password,

            @JsonSerialize(contentUsing = RevealedSecret.class)
            Optional<Secret> passcode) {}

    record Named(Optional<String> id, Optional<String> name) {
        static Named of(IdOrName ref) {
            return new Named(
                    ref instanceof IdOrName.Id id ? Optional.of(id.text()) : Optional.empty(),
                    ref instanceof IdOrName.Name name ? Optional.of(name.text()) : Optional.empty());
        }
    }

    record InProject(Project project) {}

    record Project(@JsonUnwrapped Named named, Optional<Named> domain) {}

    record InDomain(Named domain) {}

    record InSystem(All system) {}

    record All(boolean all) {}

    record InTrust(@JsonProperty("OS-TRUST:trust") Named trust) {}

    /** What the methods prove, scoped. */
    static AuthRequest of(List<Credential.Method> methods, Scope scope) {
        return new AuthRequest(new Auth(identity(methods), scope(scope)));
    }

    private static Identity identity(List<Credential.Method> methods) {
        return new Identity(
                methods.stream().map(AuthRequest::name).toList(),
                only(methods, Credential.Password.class)
                        .map(by -> new ByUser(user(by.user(), Optional.of(by.password()), Optional.empty()))),
                only(methods, Credential.Passcode.class)
                        .map(by -> new ByUser(user(by.user(), Optional.empty(), Optional.of(by.passcode())))),
                only(methods, Credential.Token.class).map(by -> new ById(by.token())),
                only(methods, Credential.Application.class)
                        .map(by -> new ByApplication(
                                Named.of(by.credential()),
                                by.user().map(user -> user(user, Optional.empty(), Optional.empty())),
                                by.secret())));
    }

    private static String name(Credential.Method method) {
        if (method instanceof Credential.Password) return "password";
        if (method instanceof Credential.Passcode) return "totp";
        return method instanceof Credential.Token ? "token" : "application_credential";
    }

    private static <T> Optional<T> only(List<Credential.Method> methods, Class<T> type) {
        return methods.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static User user(Credential.User user, Optional<Secret> password, Optional<Secret> passcode) {
        return new User(Named.of(user.user()), user.domain().map(Named::of), password, passcode);
    }

    private static Optional<Object> scope(Scope scope) {
        if (scope instanceof Scope.Project in) {
            return Optional.of(new InProject(
                    new Project(Named.of(in.project()), in.domain().map(Named::of))));
        }
        if (scope instanceof Scope.Domain in) return Optional.of(new InDomain(Named.of(in.domain())));
        if (scope instanceof Scope.Trust in) return Optional.of(new InTrust(Named.of(new IdOrName.Id(in.id()))));
        return scope instanceof Scope.WholeSystem ? Optional.of(new InSystem(new All(true))) : Optional.empty();
    }
}
