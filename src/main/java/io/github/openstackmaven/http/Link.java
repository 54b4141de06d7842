package io.github.openstackmaven.http;

import java.util.List;
import java.util.Optional;

/** Where another page is: {@code next} or {@code previous}. */
public record Link(@OrEmpty String rel, @OrEmpty String href) {

    /** The address of the next page among links. */
    public static Optional<String> next(Optional<List<Link>> links) {
        return links.orElse(List.of()).stream()
                .filter(link -> "next".equals(link.rel()))
                .map(Link::href)
                .findFirst();
    }
}
