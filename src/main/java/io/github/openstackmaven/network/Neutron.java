package io.github.openstackmaven.network;

import io.github.openstackmaven.http.ServiceClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Neutron's lists, which a cloud may cut into pages without being asked to. */
record Neutron(ServiceClient service) {

    /** All items of a list, page by page. */
    <T> List<T> list(String path, Map<String, String> filters, Class<? extends Page<T>> type) {
        List<T> all = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            Map<String, String> query = new HashMap<>(filters);
            marker.ifPresent(last -> query.put("marker", last));
            Page<T> page = service.get(path, query, type);
            all.addAll(page.items());
            marker = page.items().isEmpty() ? Optional.empty() : next(page);
        } while (marker.isPresent());
        return List.copyOf(all);
    }

    // Only the link's marker is used: behind a TLS proxy its scheme and host are often wrong.
    private static Optional<String> next(Page<?> page) {
        return page.links().orElse(List.of()).stream()
                .filter(link -> "next".equals(link.rel()))
                .map(link -> URI.create(link.href()).getQuery())
                .flatMap(query -> List.of(query.split("&")).stream())
                .filter(pair -> pair.startsWith("marker="))
                .map(pair -> pair.substring("marker=".length()))
                .findFirst();
    }

    /** One <a href="https://docs.openstack.org/api-ref/network/v2/#pagination">page</a> of a list. */
    interface Page<T> {
        List<T> items();

        Optional<List<Link>> links();
    }

    /** Where another page is. */
    record Link(String rel, String href) {}
}
