package io.github.openstackmaven.image;

import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images of the image service: <a href="https://docs.openstack.org/api-ref/image/v2/">Glance v2</a>. */
public final class GlanceImages implements ImageClient {
    private final ServiceClient glance;

    public GlanceImages(ServiceClient glance) {
        this.glance = glance;
    }

    @Override
    public Optional<Image> byId(String id) {
        return glance.find("/images/" + id, Image.class);
    }

    @Override
    public List<Image> byName(String name) {
        return list(Map.of("name", name));
    }

    @Override
    public List<Image> some() {
        return list(Map.of("limit", "1000"));
    }

    private List<Image> list(Map<String, String> query) {
        return glance.get("/images", query, Page.class).images();
    }

    private record Page(List<Image> images) {}
}
