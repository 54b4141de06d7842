package io.github.openstackmaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.TokenSource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlanceImagesTest {
    private final List<Request> sent = new ArrayList<>();

    @Test
    void what_changes_of_an_image_is_one_json_patch() {
        glance().change("i1", Map.of("maven:image", "i1"), Set.of("a/b~c"));

        assertThat(sent).hasSize(1);
        Request request = sent.get(0);
        assertThat(request).hasToString("PATCH http://cloud/v2/images/i1");
        assertThat(request.headers()).containsEntry("Content-Type", "application/openstack-images-v2.1-json-patch");
        assertThat(request.body())
                .contains("[{\"op\":\"add\",\"path\":\"/maven:image\",\"value\":\"i1\"},"
                        + "{\"op\":\"remove\",\"path\":\"/a~1b~0c\"}]");
    }

    @Test
    void images_are_chosen_by_a_property_with_a_colon() {
        glance().matching(new ImageFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Map.of("maven:prepared", "abc")))
                .next();

        assertThat(sent.get(0)).hasToString("GET http://cloud/v2/images?limit=1000&maven:prepared=abc");
    }

    @Test
    void what_no_list_has_unasked_is_asked_for_by_its_name() {
        glance().hidden("debian 12");
        glance().community("debian 12");

        assertThat(sent)
                .extracting(Request::toString)
                .containsExactly(
                        "GET http://cloud/v2/images?os_hidden=true&name=debian+12",
                        "GET http://cloud/v2/images?visibility=community&name=debian+12");
    }

    // Glance takes what is before a colon for an operator.
    @Test
    void a_name_with_a_colon_is_one_of_its_own() {
        glance().byName("ubuntu:22.04");
        glance().matching(
                        new ImageFilter(Optional.of("in:a,b"), Optional.empty(), Optional.empty(), List.of(), Map.of()))
                .next();

        assertThat(sent)
                .extracting(Request::toString)
                .containsExactly(
                        "GET http://cloud/v2/images?name=eq%3Aubuntu%3A22.04",
                        "GET http://cloud/v2/images?limit=1000&name=eq%3Ain%3Aa%2Cb");
    }

    private GlanceImages glance() {
        return new GlanceImages(new ServiceClient("image", URI.create("http://cloud/v2"), this::answer, new NoToken()));
    }

    private Response answer(Request request) {
        sent.add(request);
        return new Response(200, HttpHeaders.of(Map.of(), (name, value) -> true), "{\"images\": []}");
    }

    private record NoToken() implements TokenSource {
        @Override
        public Optional<Secret> token() {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> renew(Optional<Secret> rejected) {
            return rejected;
        }
    }
}
