package io.github.openstackmaven.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Credential;
import io.github.openstackmaven.config.Scope;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Why Keystone answered 401. It says the same of a wrong password and of a project without a role, and is not asked again
 * to tell which: another wrong password may lock the account.
 *
 * @param methods by what the login was tried
 */
record Refusal(CloudConfig config, List<Credential.Method> methods) {

    LoginRefusedException explain(HttpStatusException refusal) {
        return new LoginRefusedException(what() + ". " + refusal.getMessage(), advice());
    }

    /** That what was given is right and not enough: <a href="https://docs.openstack.org/keystone/latest/user/multi-factor-authentication.html">multi-factor authentication</a>. */
    LoginRefusedException forMore(Response receipt) {
        String asked = Json.parse(receipt.body())
                .map(body -> body.path("required_auth_methods"))
                .map(rules -> StreamSupport.stream(rules.spliterator(), false)
                        .map(rule -> StreamSupport.stream(rule.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(" and ")))
                        .collect(Collectors.joining(", or ")))
                .orElse("more");
        return new LoginRefusedException(
                "Keystone asks " + lower(who()) + " for " + asked + " (HTTP " + receipt.status()
                        + receipt.requestId().map(id -> ", request id " + id).orElse("") + ")",
                "Set auth_type to v3multifactor, with auth_methods and what each of them needs; a job that runs by itself"
                        + " is better off with an application credential.");
    }

    private String what() {
        if (config.credential() instanceof Credential.Federated by) {
            return "The user of identity provider " + by.identityProvider() + " has no role "
                    + (config.scope() instanceof Scope.Project wanted
                            ? "in project " + wanted.project().text() + ", or there is no such project"
                            : "where the login is for");
        }
        if (methods.size() > 1) return "Keystone refused the login of " + lower(who());
        Credential.Method method = methods.get(0);
        if (method instanceof Credential.Application application) {
            return "Keystone refused application credential "
                    + application.credential().text();
        }
        if (method instanceof Credential.Token) return "Keystone refused the given token";
        return method instanceof Credential.Passcode
                ? "Wrong user name or passcode" + orNoRole() + ": Keystone refused " + lower(who())
                : "Wrong user name or password" + orNoRole() + ": Keystone refused " + lower(who());
    }

    private String orNoRole() {
        return config.scope() instanceof Scope.Project wanted
                ? ", or no role in project " + wanted.project().text()
                : "";
    }

    private String advice() {
        if (config.credential() instanceof Credential.Federated) {
            return "Check the project, its domain, and which roles in it Keystone's mapping gives to the users of the"
                    + " provider, or ask the operator of " + config.place() + ".";
        }
        Credential.Method method = methods.get(0);
        if (method instanceof Credential.Application) {
            return "It may have expired or been deleted, or its secret is wrong:"
                    + " 'openstack application credential list' shows the user's; a new one takes a new secret.";
        }
        if (method instanceof Credential.Token)
            return "It may have expired: take a new one, or log in by a credential that lasts.";
        return "Check the user, its domain and the password" + (methods.size() > 1 ? " and passcode" : "")
                + (config.scope() instanceof Scope.Project
                        ? ", then the project, its domain and the user's roles in it"
                        : "")
                + " at " + config.place() + ". It is not tried again: clouds lock accounts after a few wrong logins.";
    }

    private String who() {
        return methods.stream()
                .map(method -> method instanceof Credential.Password by
                        ? Optional.of(by.user())
                        : method instanceof Credential.Passcode with
                                ? Optional.of(with.user())
                                : Optional.<Credential.User>empty())
                .flatMap(Optional::stream)
                .findFirst()
                .map(user -> "User " + user.user().text())
                .orElse("The user");
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
