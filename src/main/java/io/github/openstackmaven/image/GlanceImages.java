package io.github.openstackmaven.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Query;
import io.github.openstackmaven.http.ServiceClient;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Images of the image service: <a href="https://docs.openstack.org/api-ref/image/v2/">Glance v2</a>. */
public final class GlanceImages implements ImageClient {
    // As long as it makes them (api_limit_max); unasked it has 25 images on one.
    private static final Query LONG_PAGES = Query.of(Map.of("limit", "1000"));

    private static final Map<String, String> JSON_PATCH =
            Map.of("Content-Type", "application/openstack-images-v2.1-json-patch");

    private final ServiceClient glance;

    public GlanceImages(ServiceClient glance) {
        this.glance = glance;
    }

    @Override
    public Optional<Image> byId(String id) {
        return glance.find(path(id), Image.class);
    }

    @Override
    public List<Image> byName(String name) {
        return named(name, Map.of());
    }

    @Override
    public List<Image> hidden(String name) {
        return named(name, Map.of("os_hidden", "true"));
    }

    @Override
    public List<Image> community(String name) {
        return named(name, Map.of("visibility", "community"));
    }

    // What comes before a colon Glance takes for an operator:
    // https://docs.openstack.org/api-ref/image/v2/#list-images
    private static String exactly(String name) {
        return name.contains(":") ? "eq:" + name : name;
    }

    // Many databases compare without regard to case, and so does Glance on them.
    private List<Image> named(String name, Map<String, String> query) {
        return page(Query.of(query).and("name", exactly(name))).stream()
                .filter(image -> image.name().equals(name))
                .toList();
    }

    // The newest come first unless something else is asked for. It filters by no pattern: who has one looks at them
    // all.
    @Override
    public Iterator<List<Image>> matching(ImageFilter filter) {
        Query query = LONG_PAGES;
        for (Map.Entry<String, String> property : Query.of(filter.properties()).fields()) {
            query = query.and(property.getKey(), property.getValue());
        }
        for (String tag : filter.tags()) query = query.and("tag", tag);
        if (filter.name().isPresent())
            query = query.and("name", exactly(filter.name().get()));
        if (filter.owner().isPresent())
            query = query.and("owner", filter.owner().get());
        if (filter.visibility().isPresent()) {
            query = query.and("visibility", filter.visibility().get());
        }
        return glance.pages("/images", query, ImagePage.class);
    }

    @Override
    public List<Image> all() {
        return glance.all("/images", LONG_PAGES, ImagePage.class);
    }

    @Override
    public List<Image> some() {
        return page(LONG_PAGES);
    }

    /**
     * Writes properties of an image, each anew or in the place of what it was, and takes some out; the rest stays. All of it or
     * nothing is done.
     *
     * @throws io.github.openstackmaven.http.HttpStatusException 409 when one that is to be taken out is not there, 403 when
     *     it is another project's
     */
    public void change(String id, Map<String, String> written, Set<String> removed) {
        Stream<Change> added = written.entrySet().stream()
                .map(one -> new Change("add", pointer(one.getKey()), Optional.of(one.getValue())));
        Stream<Change> taken = removed.stream().map(key -> new Change("remove", pointer(key), Optional.empty()));
        patch(id, Stream.concat(added, taken).toList());
    }

    /** Writes what disk a flavor must have for it, in GiB. */
    public void demandDisk(String id, int gibibytes) {
        patch(id, List.of(new Change("replace", "/min_disk", Optional.of(gibibytes))));
    }

    private void patch(String id, List<Change> changes) {
        glance.with(JSON_PATCH).patch(path(id), changes);
    }

    /**
     * Asks for its end; false when Glance says that there is none. Servers made of it go on without it.
     *
     * @throws io.github.openstackmaven.http.HttpStatusException 403 when it is protected or another project's, 409 when its
     *     store says that it is in use
     */
    public boolean delete(String id) {
        return glance.delete(path(id));
    }

    private static String path(String id) {
        return "/images/" + PathSegment.of(id);
    }

    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private List<Image> page(Query query) {
        return glance.get("/images", query, ImagePage.class).items();
    }

    /** Of <a href="https://docs.openstack.org/glance/latest/user/glanceapi.html#http-patch-media-types">a JSON patch</a>. */
    private record Change(String op, String path, Optional<Object> value) {}

    private record ImagePage(@JsonProperty("images") List<Image> items, Optional<String> next) implements Page<Image> {}
}
