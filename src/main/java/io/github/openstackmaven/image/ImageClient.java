package io.github.openstackmaven.image;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Images as a project sees them. */
public interface ImageClient {
    /** The image of that id. */
    Optional<Image> byId(String id);

    /** The images of exactly that name, chosen by the service. */
    List<Image> byName(String name);

    /** Those of that name that their owner took out of the lists, as operators do with what a newer one replaces. */
    default List<Image> hidden(String name) {
        return List.of();
    }

    /** Those of that name that any project may have published for all others: no list has them unasked. */
    default List<Image> community(String name) {
        return List.of();
    }

    /**
     * The images that have all of this, chosen by the service, the newest first; a page is asked for when it is wanted.
     *
     * @throws io.github.openstackmaven.OpenStackException when the service can't choose by it
     */
    Iterator<List<Image>> matching(ImageFilter filter);

    /** All images that the project sees, page by page. */
    List<Image> all();

    /** One page of images, at most a thousand: what a message may name. */
    List<Image> some();
}
