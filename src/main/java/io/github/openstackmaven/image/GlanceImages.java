package io.github.openstackmaven.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Query;
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
        return glance.find("/images/" + PathSegment.of(id), Image.class);
    }

    // Many databases compare without regard to case, and so does Glance on them.
    @Override
    public List<Image> byName(String name) {
        return page(Query.of(Map.of("name", name))).stream()
                .filter(image -> image.name().equals(name))
                .toList();
    }

    @Override
    public List<Image> matching(ImageFilter filter) {
        Query query = Query.of(filter.properties());
        for (String tag : filter.tags()) query = query.and("tag", tag);
        if (filter.name().isPresent()) query = query.and("name", filter.name().get());
        if (filter.owner().isPresent())
            query = query.and("owner", filter.owner().get());
        if (filter.visibility().isPresent()) {
            query = query.and("visibility", filter.visibility().get());
        }
        return glance.all("/images", query, ImagePage.class);
    }

    @Override
    public List<Image> all() {
        return glance.all("/images", Query.of(Map.of()), ImagePage.class);
    }

    @Override
    public List<Image> some() {
        return page(Query.of(Map.of("limit", "1000")));
    }

    private List<Image> page(Query query) {
        return glance.get("/images", query, ImagePage.class).items();
    }

    private record ImagePage(@JsonProperty("images") List<Image> items, Optional<String> next) implements Page<Image> {}
}
