package io.github.openstackmaven.image;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an image tells of who logs in to its servers.
 *
 * @param own the user it names: {@code os_admin_user}
 * @param distro what it is of: {@code os_distro}
 * @param name the image's own, which may tell as well
 */
public record ImageUsers(Optional<String> own, Optional<String> distro, String name) {
    // As these distributions' images for clouds have it.
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("almalinux", "almalinux"),
            Map.entry("alpine", "alpine"),
            Map.entry("arch", "arch"),
            Map.entry("centos", "cloud-user"),
            Map.entry("cirros", "cirros"),
            Map.entry("debian", "debian"),
            Map.entry("fedora", "fedora"),
            Map.entry("fedora-coreos", "core"),
            Map.entry("flatcar", "core"),
            Map.entry("opensuse", "opensuse"),
            Map.entry("rhel", "cloud-user"),
            Map.entry("rocky", "rocky"),
            Map.entry("ubuntu", "ubuntu"));
    private static final String ALL =
            "almalinux, alpine, arch, centos, cirros, cloud-user, core, debian, fedora, opensuse, rocky, ubuntu";

    /** An image that tells nothing. */
    public static ImageUsers unknown() {
        return new ImageUsers(Optional.empty(), Optional.empty(), "");
    }

    /** An image that names its user, and tells nothing else. */
    public static ImageUsers named(Optional<String> own) {
        return new ImageUsers(own, Optional.empty(), "");
    }

    /** What an image tells. */
    public static ImageUsers of(Image image) {
        return new ImageUsers(image.adminUser(), image.distro(), image.name());
    }

    /** An image of which the name alone is known. */
    public static ImageUsers ofName(String name) {
        return new ImageUsers(Optional.empty(), Optional.empty(), name);
    }

    /** Whether the user is the one that the image names. */
    public boolean isOwn(String user) {
        return own.filter(user::equals).isPresent();
    }

    /** What to say where the image names nobody: who is usual, and may log in. */
    public String unsaid() {
        return "The image does not say in its property os_admin_user who that is. Usual "
                + usual().map(user -> "for it is " + user).orElse("are " + ALL);
    }

    /** What to do where the user's key is refused. */
    public String advice(String user) {
        if (isOwn(user)) {
            return user + " is the image's own user: check that the server was created with the keypair of that key.";
        }
        return own.map(other -> "The image's own user is " + other + " (os_admin_user): set <ssh>" + other + "</ssh>.")
                .orElseGet(() -> usual().map(other -> advice(user, other)).orElseGet(() -> unnamed(user, ALL)));
    }

    private String advice(String user, String usual) {
        return usual.equals(user)
                ? "The image does not say who logs in, and " + user
                        + " is usual: check that the server was created with the keypair of that key."
                : unnamed(user, usual);
    }

    private static String unnamed(String user, String usual) {
        return "The image does not name " + user + " as its user (os_admin_user). Usual "
                + (usual.equals(ALL) ? "are " + usual : "for it is " + usual)
                + ": set <ssh>USER</ssh>".replace("USER", usual.equals(ALL) ? "USER" : usual)
                + ". Else check that the server was created with the keypair of that key.";
    }

    /** Who logs in to servers of such an image as a rule; the longest name that fits tells: fedora-coreos is no fedora. */
    public Optional<String> usual() {
        return Stream.concat(distro.stream(), Stream.of(name))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> USUAL.keySet().stream()
                        .filter(text::contains)
                        .sorted((one, other) -> other.length() - one.length())
                        .limit(1))
                .map(USUAL::get)
                .findFirst();
    }
}
