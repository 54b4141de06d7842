package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.ServiceClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flavors and servers: <a href="https://docs.openstack.org/api-ref/compute/">Nova 2.1</a>. */
public final class ComputeClient implements Servers {
    private final ServiceClient nova;

    public ComputeClient(ServiceClient nova) {
        this.nova = nova;
    }

    /** All flavors the project may use, page by page. */
    public List<Flavor> flavors() {
        List<Flavor> all = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            Map<String, String> query = new HashMap<>();
            marker.ifPresent(last -> query.put("marker", last));
            FlavorPage page = nova.get("/flavors/detail", query, FlavorPage.class);
            all.addAll(page.flavors());
            marker = page.flavors().isEmpty() ? Optional.empty() : page.next();
        } while (marker.isPresent());
        return List.copyOf(all);
    }

    @Override
    public String create(ServerCreate server) {
        return nova.post("/servers", new CreateBody(server), CreatedBody.class)
                .server()
                .id();
    }

    @Override
    public Optional<Server> server(String id) {
        return nova.find("/servers/" + id, ServerBody.class).map(ServerBody::server);
    }

    @Override
    public void delete(String id) {
        nova.delete("/servers/" + id);
    }

    private record CreateBody(ServerCreate server) {}

    private record ServerBody(Server server) {}

    private record CreatedBody(Created server) {
        private record Created(String id) {}
    }

    private record FlavorPage(
            List<Flavor> flavors,
            @JsonProperty("flavors_links") List<Link> links) {
        private record Link(String rel, String href) {}

        // Only the link's marker is used: behind a TLS proxy its scheme and host are often wrong.
        Optional<String> next() {
            return Optional.ofNullable(links).orElse(List.of()).stream()
                    .filter(link -> "next".equals(link.rel()))
                    .map(link -> URI.create(link.href()).getQuery())
                    .flatMap(query -> List.of(query.split("&")).stream())
                    .filter(pair -> pair.startsWith("marker="))
                    .map(pair -> pair.substring("marker=".length()))
                    .findFirst();
        }
    }
}
