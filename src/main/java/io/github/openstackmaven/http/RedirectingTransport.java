package io.github.openstackmaven.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Follows where a service moved to, as <a href="https://docs.openstack.org/keystoneauth/latest/">keystoneauth</a> does: with
 * the same method and body. Token and body go to the same host alone, and never from https to http.
 */
record RedirectingTransport(Transport transport) implements Transport {
    private static final Set<Integer> MOVED = Set.of(301, 302, 307, 308);
    private static final int HOPS = 5;

    @Override
    public Response send(Request request) {
        Request next = request;
        for (int hop = 1; ; hop++) {
            Response response = transport.send(next);
            Optional<URI> target = target(next.uri(), response).filter(new Origin(next.uri())::mayPassOnTo);
            if (target.isEmpty() || hop > HOPS) return response;
            next = next.to(target.get());
        }
    }

    /** Where an answer says that the service is now; empty when it says nothing of that. */
    static Optional<URI> target(URI asked, Response response) {
        if (!MOVED.contains(response.status())) return Optional.empty();
        return response.headers().firstValue("Location").flatMap(location -> resolved(asked, location));
    }

    private static Optional<URI> resolved(URI asked, String location) {
        try {
            return Optional.of(asked.resolve(location.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Origin(URI uri) {
        boolean mayPassOnTo(URI other) {
            if (other.getHost() == null || other.getScheme() == null) return false;
            boolean safer = other.getScheme().equalsIgnoreCase("https");
            return other.getHost().equalsIgnoreCase(uri.getHost())
                    && (safer || other.getScheme().equalsIgnoreCase(uri.getScheme()));
        }
    }
}
