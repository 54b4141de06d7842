package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageClient;
import io.github.openstackmaven.image.ImageFilter;
import io.github.openstackmaven.ledger.PreparedMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the image a user wants. */
record ImageChooser(ImageClient images) {

    /**
     * The one image.
     *
     * @throws OpenStackException when there is none, or several and nothing says which, or it can't be booted
     */
    Image choose(ImageSpec wanted) {
        NamedResource choice = new NamedResource("image", wanted.text());
        List<Image> found = wanted.match(named -> named(named.nameOrId()), this::matching);
        if (found.isEmpty()) {
            throw wanted.match(named -> community(named.nameOrId()), matching -> Optional.<OpenStackException>empty())
                    .orElseGet(() -> choice.unknown(
                            () -> images.some().stream().map(Image::name).toList()));
        }
        Image image = wanted instanceof ImageSpec.Matching matching && matching.mostRecent()
                ? newest(found)
                : choice.only(found, ImageChooser::line);
        if (!image.bootable()) {
            throw new OpenStackException(
                    "Image '" + image.name() + "' is " + image.status() + ", not active",
                    "Choose another image, or ask who owns " + image.id() + " to activate it.");
        }
        return image;
    }

    private List<Image> named(String nameOrId) {
        List<Image> byId =
                NamedResource.isId(nameOrId) ? images.byId(nameOrId).stream().toList() : List.of();
        if (!byId.isEmpty()) return byId;
        List<Image> listed = images.byName(nameOrId);
        return bootableFirst(listed.isEmpty() ? images.hidden(nameOrId) : listed);
    }

    // Anybody may publish one of any name, so that none is taken unasked.
    private Optional<OpenStackException> community(String name) {
        List<Image> published = published(name);
        if (published.isEmpty()) return Optional.empty();
        return Optional.of(new OpenStackException(
                "Only images of the community are called '" + name + "'",
                "Anybody may have published it: if you trust its owner, name it by its id.\n"
                        + published.stream()
                                .map(one -> "  " + line(one)
                                        + one.property("owner")
                                                .map(" of project "::concat)
                                                .orElse(""))
                                .collect(Collectors.joining("\n"))));
    }

    // It only helps: what can't be listed is unknown.
    private List<Image> published(String name) {
        try {
            return images.community(name);
        } catch (OpenStackException e) {
            return List.of();
        }
    }

    // The newest is on the first page that has one; that there is but one, only the last page tells.
    private List<Image> matching(ImageSpec.Matching wanted) {
        Iterator<List<Image>> pages = images.matching(new ImageFilter(
                wanted.name(), wanted.owner(), wanted.visibility(), wanted.tags(), wanted.properties()));
        List<Image> found = new ArrayList<>();
        boolean enough = false;
        while (pages.hasNext() && !enough) {
            pages.next().stream().filter(image -> isMeant(image, wanted)).forEach(found::add);
            enough = wanted.mostRecent() && found.stream().anyMatch(Image::bootable);
        }
        return bootableFirst(found);
    }

    // Not what a preparation left, unless it is looked for: Nova gave it the properties of what it was made of.
    private static boolean isMeant(Image image, ImageSpec.Matching wanted) {
        boolean named = wanted.nameRegex()
                .map(regex -> regex.matcher(image.name()).find())
                .orElse(true);
        return named
                && (wanted.properties().containsKey(PreparedMark.PREPARED)
                        || !PreparedMark.isOn(image.name(), image.texts()));
    }

    // What is not active is left out where others will do, so that an old one doesn't make a name ambiguous.
    private static List<Image> bootableFirst(List<Image> found) {
        List<Image> bootable = found.stream().filter(Image::bootable).toList();
        return bootable.isEmpty() ? found : bootable;
    }

    private static Image newest(List<Image> found) {
        return found.stream()
                .max(Comparator.comparing(ImageChooser::created).thenComparing(Image::id))
                .orElseThrow();
    }

    // One whose age is not told is taken for the oldest.
    private static Instant created(Image image) {
        return image.createdAt().orElse(Instant.MIN);
    }

    private static String line(Image image) {
        return image.id() + "  created "
                + image.createdAt().map(Instant::toString).orElse("unknown") + "  " + image.status() + "  "
                + image.name();
    }
}
