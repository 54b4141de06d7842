package io.github.openstackmaven.mojo;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.PreparedMark;
import java.util.HashMap;
import java.util.Map;

/** Images as preparations leave them, without data. */
final class PreparedImages {
    private PreparedImages() {}

    static String make(Cloud cloud, String name, String digest, Map<String, String> marks) {
        Map<String, String> body = new HashMap<>(marks);
        body.putAll(Map.of(
                "name", name + PreparedMark.suffix(digest), "visibility", "private", PreparedMark.PREPARED, digest));
        return cloud.service(ServiceType.IMAGE)
                .post("/images", body, Image.class)
                .id();
    }
}
