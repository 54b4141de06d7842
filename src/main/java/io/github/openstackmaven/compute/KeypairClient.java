package io.github.openstackmaven.compute;

import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user's <a href="https://docs.openstack.org/api-ref/compute/#keypairs-keypairs">keypairs</a>. */
public final class KeypairClient {
    // The first that knows types; below 2.35 the list comes in one piece.
    private static final Microversion TYPES = new Microversion(2, 2);

    private final ServiceClient nova;

    public KeypairClient(ServiceClient nova) {
        this.nova = nova.with(VersionHeaders.of(TYPES));
    }

    /** All the user's keypairs. */
    public List<Keypair> all() {
        return nova.get("/os-keypairs", Map.of(), ListBody.class).keypairs().stream()
                .map(KeypairBody::keypair)
                .toList();
    }

    /** The keypair of that name, which is its id too. */
    public Optional<Keypair> byName(String name) {
        return nova.find(path(name), KeypairBody.class).map(KeypairBody::keypair);
    }

    /** Brings the public half of a key. */
    public Keypair create(KeypairCreate keypair) {
        return nova.post(keypair.post(), KeypairBody.class).keypair();
    }

    /** Deletes a keypair, which closes no running server; false when Nova says that there is none. */
    public boolean delete(String name) {
        return nova.delete(path(name));
    }

    private static String path(String name) {
        return "/os-keypairs/" + PathSegment.of(name);
    }

    private record KeypairBody(Keypair keypair) {}

    private record ListBody(List<KeypairBody> keypairs) {}
}
