package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Keypair;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Schema;
import io.github.openstackmaven.simulator.web.Times;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** <a href="https://docs.openstack.org/api-ref/compute/#keypairs-keypairs">A user's keypairs</a>. */
final class KeypairApi {
    private final CloudState cloud;
    private final Links links;

    KeypairApi(CloudState cloud, Links links) {
        this.cloud = cloud;
        this.links = links;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/os-keypairs", this::list),
                Route.post("/os-keypairs", this::create),
                Route.get("/os-keypairs/{name}", this::show),
                Route.delete("/os-keypairs/{name}", this::delete));
    }

    private Answer list(Call call) {
        List<Keypair> own = cloud.keypairs().stream()
                .filter(keypair -> keypair.user().equals(user(call)))
                .sorted(Comparator.comparing(Keypair::name))
                .toList();
        Parameters query = call.minor() >= 35 ? call.query() : new Parameters(List.of());
        return Paging.of(query, own, Keypair::name, Set.of("limit", "marker", "user_id")::contains)
                .answer(
                        "keypairs",
                        keypair -> JsonTree.object("keypair", brief(keypair, call.minor())),
                        next -> links.next(call.path(), next));
    }

    private Answer show(Call call) {
        Keypair keypair = find(call);
        ObjectNode document = brief(keypair, call.minor());
        document.setAll(new Fields()
                .put("user_id", keypair.user())
                .put("created_at", Times.naive(keypair.created()))
                .put("deleted", false)
                .put("deleted_at", Optional.empty())
                .put("id", keypair.number())
                .put("updated_at", Optional.empty())
                .object());
        return Answer.json(200, JsonTree.object("keypair", document));
    }

    private Answer create(Call call) {
        JsonNode asked = schema(call.minor()).read(call).get("keypair");
        String name = asked.get("name").asText();
        if (!isTaken(name, call.minor())) throw Rejection.badRequest(badName(name, call.minor()));
        if (cloud.keypair(user(call), name).isPresent()) {
            throw Rejection.conflict("Key pair '" + name + "' already exists.");
        }
        Optional<SshKey> made = asked.has("public_key") ? Optional.empty() : Optional.of(SshKey.generate());
        String publicKey = made.map(SshKey::publicKey)
                .orElseGet(() -> asked.get("public_key").asText());
        String fingerprint = SshKey.fingerprint(publicKey)
                .orElseThrow(() -> Rejection.badRequest("Keypair data is invalid: failed to generate fingerprint"));
        Keypair keypair =
                new Keypair(cloud.keypairs().size() + 1, user(call), name, publicKey, fingerprint, cloud.now());
        cloud.keypairs().add(keypair);
        ObjectNode document = brief(keypair, call.minor());
        document.put("user_id", keypair.user());
        made.ifPresent(key -> document.put("private_key", key.privateKey()));
        return Answer.json(call.minor() >= 2 ? 201 : 200, JsonTree.object("keypair", document));
    }

    private static Schema schema(int minor) {
        Map<String, Schema> fields =
                new HashMap<>(Map.of("name", Schema.text(1, 255), "public_key", Schema.text(0, 65535)));
        if (minor >= 2) fields.put("type", Schema.oneOf("'ssh', 'x509'", List.of("ssh", "x509")));
        if (minor >= 10) fields.put("user_id", Schema.text(1, 255));
        List<String> required = minor >= 92 ? List.of("name", "public_key") : List.of("name");
        return Schema.wrapped("keypair", Schema.object(fields, required));
    }

    private String badName(String name, int minor) {
        if (cloud.release().since(Release.OF_2026_2)) {
            String regex = minor >= 92 ? "^[_\\\\-\\\\@\\\\. a-zA-Z0-9]+$" : "^[_\\\\- a-zA-Z0-9]+$";
            return Schema.complaint("name", JsonTree.node(name), "does not match '" + regex + "'")
                    .orElseThrow();
        }
        return cloud.release().since(Release.ZED)
                ? "An invalid 'name' value was provided. The name must be: Only expected characters: [" + symbols(minor)
                        + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ]"
                : "Keypair data is invalid: Keypair name contains unsafe characters";
    }

    private static boolean isTaken(String name, int minor) {
        return name.chars().allMatch(c -> symbols(minor).indexOf(c) >= 0 || isLetterOrDigit(c));
    }

    private static String symbols(int minor) {
        return minor >= 92 ? "@._- " : "_- ";
    }

    private static boolean isLetterOrDigit(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private Answer delete(Call call) {
        cloud.keypairs().remove(find(call));
        return Answer.empty(call.minor() >= 2 ? 204 : 202);
    }

    private Keypair find(Call call) {
        return cloud.keypair(user(call), call.part("name"))
                .orElseThrow(
                        () -> Rejection.notFound("Keypair " + call.part("name") + " not found for user " + user(call)));
    }

    private static String user(Call call) {
        return call.caller().user();
    }

    private static ObjectNode brief(Keypair keypair, int minor) {
        ObjectNode document = JsonTree.object(
                "name", keypair.name(), "public_key", keypair.publicKey(), "fingerprint", keypair.fingerprint());
        if (minor >= 2) document.put("type", "ssh");
        return document;
    }
}
