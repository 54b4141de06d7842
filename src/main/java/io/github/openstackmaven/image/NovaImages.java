package io.github.openstackmaven.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.Link;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Query;
import io.github.openstackmaven.http.ServiceClient;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images through Nova's proxy, for a catalog without an image service:
 * <a href="https://docs.openstack.org/api-ref/compute/#images-deprecated">/images</a>, gone from microversion 2.36 on.
 */
public final class NovaImages implements ImageClient {
    private final ServiceClient nova;

    public NovaImages(ServiceClient nova) {
        this.nova = nova;
    }

    @Override
    public Optional<Image> byId(String id) {
        return nova.find("/images/" + PathSegment.of(id), One.class).map(One::image);
    }

    @Override
    public List<Image> byName(String name) {
        // databases may compare without regard to case
        return list(Map.of("name", name)).stream()
                .filter(one -> one.name().equals(name))
                .toList();
    }

    // In whatever order they come: all are on one page.
    @Override
    public Iterator<List<Image>> matching(ImageFilter filter) {
        if (filter.owner().isPresent()
                || filter.visibility().isPresent()
                || !filter.tags().isEmpty()
                || !filter.properties().isEmpty()) {
            throw new OpenStackException(
                    "This cloud shows its images through Nova alone, which knows no owner, visibility, tags or properties",
                    "Choose the image by <name> or <nameRegex>.");
        }
        return List.of(filter.name().map(this::byName).orElseGet(this::all)).iterator();
    }

    @Override
    public List<Image> all() {
        return nova.all("/images/detail", Query.of(Map.of()), ImagePage.class);
    }

    @Override
    public List<Image> some() {
        return list(Map.of("limit", "1000"));
    }

    private List<Image> list(Map<String, String> query) {
        return nova.get("/images/detail", Query.of(query), ImagePage.class).items();
    }

    private record One(Image image) {}

    private record ImagePage(
            @JsonProperty("images") List<Image> items,
            @JsonProperty("images_links") Optional<List<Link>> links) implements Page<Image> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }
}
