package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Shown;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageClient;
import io.github.openstackmaven.image.ImageFilter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which image a name means, where not all are listed that there are. */
class ImageChooserTest {
    private static final String OWNER = "0123456789abcdef0123456789abcdef";
    private static final ImageSpec WANTED = new ImageSpec.Named("debian-12");

    @Test
    void a_hidden_image_is_meant_where_no_listed_one_has_the_name() {
        Image hidden = image("i1", "\"os_hidden\": true");

        assertThat(chooser(List.of(), List.of(hidden), List.of()).choose(WANTED))
                .isEqualTo(hidden);
    }

    @Test
    void a_listed_image_goes_before_a_hidden_one() {
        Image listed = image("i2", "\"os_hidden\": false");

        assertThat(chooser(List.of(listed), List.of(image("i1", "\"os_hidden\": true")), List.of())
                        .choose(WANTED))
                .isEqualTo(listed);
    }

    @Test
    void what_anybody_may_have_published_is_told_and_not_taken() {
        Image published = image("i1", "\"visibility\": \"community\", \"owner\": \"" + OWNER + "\"");

        OpenStackException e = catchThrowableOfType(
                OpenStackException.class,
                () -> chooser(List.of(), List.of(), List.of(published)).choose(WANTED));

        assertThat(e).hasMessage("Only images of the community are called 'debian-12'");
        assertThat(e.advice())
                .isEqualTo("Anybody may have published it: if you trust its owner, name it by its id.\n"
                        + "  i1  created 2026-01-01T00:00:00Z  active  debian-12 of project " + OWNER);
    }

    @Test
    void what_a_preparation_left_is_not_taken_for_what_it_was_made_of() {
        Image base = image("i1", "\"os_distro\": \"debian\"");
        Image prepared = Shown.as(Image.class, """
                {"id": "i2", "name": "debian-12-it-prepared-01234567", "status": "active", "os_distro": "debian",
                 "created_at": "2026-11-01T00:00:00Z", "maven:prepared": "0123456789abcdef"}""");
        ImageChooser chooser = chooser(List.of(prepared, base), List.of(), List.of());

        assertThat(chooser.choose(matching("debian", Map.of("os_distro", "debian"))))
                .isEqualTo(base);
        assertThat(chooser.choose(matching("debian", Map.of("maven:prepared", "0123456789abcdef"))))
                .as("unless that is what is looked for")
                .isEqualTo(prepared);
    }

    private static ImageSpec matching(String nameRegex, Map<String, String> properties) {
        return new ImageSpec.Matching(
                Optional.empty(),
                Optional.of(Pattern.compile(nameRegex)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                properties,
                true);
    }

    private static Image image(String id, String further) {
        return Shown.as(
                Image.class,
                "{\"id\": \"" + id + "\", \"name\": \"debian-12\", \"status\": \"active\","
                        + " \"created_at\": \"2026-01-01T00:00:00Z\", " + further + "}");
    }

    private static ImageChooser chooser(List<Image> listed, List<Image> hidden, List<Image> community) {
        return new ImageChooser(new ImageClient() {
            @Override
            public Optional<Image> byId(String id) {
                return Optional.empty();
            }

            @Override
            public List<Image> byName(String name) {
                return listed;
            }

            @Override
            public List<Image> hidden(String name) {
                return hidden;
            }

            @Override
            public List<Image> community(String name) {
                return community;
            }

            @Override
            public Iterator<List<Image>> matching(ImageFilter filter) {
                return List.of(listed).iterator();
            }

            @Override
            public List<Image> all() {
                return listed;
            }

            @Override
            public List<Image> some() {
                return listed;
            }
        });
    }
}
