package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The proofs Keystone takes: password, token, one-time passcode, application credential. */
final class AuthenticationMethods {
    private final Identities identities;
    private final Tokens tokens;
    private final Map<String, Receipt> receipts = new HashMap<>();

    private record Receipt(String user, List<String> methods) {}

    AuthenticationMethods(Identities identities, Tokens tokens) {
        this.identities = identities;
        this.tokens = tokens;
    }

    Tokens.Login check(JsonNode identity, List<String> names, Optional<String> receipt) {
        List<Tokens.Login> proofs = names.stream()
                .map(name -> check(
                        name,
                        Optional.ofNullable(identity.get(name))
                                .orElseThrow(() -> Authentication.expecting(name, "identity"))))
                .toList();
        Tokens.Login login = proofs.get(0);
        if (proofs.stream().anyMatch(proof -> !proof.user().equals(login.user()))) {
            throw AuthenticationRefusal.generic();
        }
        List<String> earlier = receipt.map(receipts::get)
                .filter(known -> known.user().equals(login.user().id()))
                .map(Receipt::methods)
                .orElse(List.of());
        List<String> all = Stream.concat(earlier.stream(), proofs.stream().flatMap(proof -> proof.methods().stream()))
                .distinct()
                .toList();
        if (login.user().multiFactor() && login.parent().isEmpty() && !all.containsAll(List.of("password", "totp"))) {
            throw halfDone(login.user(), all);
        }
        return new Tokens.Login(
                login.user(), all, login.parent(), login.credential(), login.trust(), login.federated());
    }

    private AuthenticationRefusal halfDone(Identities.User user, List<String> methods) {
        String receipt = "gAAAAA" + tokens.random(90);
        receipts.put(receipt, new Receipt(user.id(), methods));
        return AuthenticationRefusal.receipt(receipt, tokens.receipt(user, methods));
    }

    private Tokens.Login check(String method, JsonNode data) {
        return switch (method) {
            case "password" -> secret(method, data, "password", Identities.User::password);
            case "totp" -> secret(method, data, "passcode", Identities.User::passcode);
            case "token" -> token(data);
            default -> credential(data);
        };
    }

    private Tokens.Login secret(
            String method, JsonNode data, String field, Function<Identities.User, Optional<String>> secret) {
        JsonNode block =
                Optional.ofNullable(data.get("user")).orElseThrow(() -> Authentication.expecting("user", "None"));
        return user(method, block)
                .filter(user ->
                        secret.apply(user).isPresent() && secret.apply(user).equals(JsonTree.text(block, field)))
                .map(user -> new Tokens.Login(
                        user, List.of(method), Optional.empty(), Optional.empty(), Optional.empty(), false))
                .orElseThrow(AuthenticationRefusal::generic);
    }

    private Optional<Identities.User> user(String method, JsonNode block) {
        Optional<String> id = JsonTree.text(block, "id");
        if (id.isPresent()) return identities.user(id.get());
        String name = JsonTree.text(block, "name")
                .orElseThrow(() -> Rejection.badRequest(
                        "Invalid input for field identity/" + method + "/user: id or name must be present."));
        return Authentication.inDomain(block, "user") ? identities.userNamed(name) : Optional.empty();
    }

    private Tokens.Login token(JsonNode data) {
        String id = JsonTree.text(data, "id")
                .orElseThrow(() ->
                        Rejection.badRequest("Invalid input for field 'identity/token': 'id' is a required property"));
        IssuedToken parent = tokens.valid(id).orElseThrow(() -> tokens.unknown(id));
        List<String> methods = Stream.concat(parent.methods().stream(), Stream.of("token"))
                .distinct()
                .toList();
        return new Tokens.Login(
                parent.user(), methods, Optional.of(parent), parent.credential(), parent.trust(), parent.federated());
    }

    private Tokens.Login credential(JsonNode data) {
        Identities.ApplicationCredential credential = find(data);
        if (!JsonTree.text(data, "secret").filter(credential.secret()::equals).isPresent()
                || tokens.isPast(credential)) {
            throw AuthenticationRefusal.generic();
        }
        return new Tokens.Login(
                identities.user(credential.user()).orElseThrow(),
                List.of("application_credential"),
                Optional.empty(),
                Optional.of(credential),
                Optional.empty(),
                false);
    }

    private Identities.ApplicationCredential find(JsonNode data) {
        Optional<String> id = JsonTree.text(data, "id");
        if (id.isPresent()) {
            return identities.credentials().stream()
                    .filter(candidate -> candidate.id().equals(id.get()))
                    .findFirst()
                    .orElseThrow(() -> Rejection.notFound("Could not find Application Credential: " + id.get() + "."));
        }
        JsonNode block = Optional.ofNullable(data.get("user"))
                .orElseThrow(() -> Authentication.expecting("user", "application credential"));
        Optional<Identities.User> user = user("application_credential", block);
        return identities.credentials().stream()
                .filter(candidate ->
                        user.isPresent() && candidate.user().equals(user.get().id()))
                .filter(candidate -> JsonTree.text(data, "name")
                        .filter(candidate.name()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(AuthenticationRefusal::generic);
    }
}
