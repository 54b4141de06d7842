package io.github.openstackmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionDiscoveryTest {
    // As Nova of OpenStack Zed answers, behind a proxy it does not know of.
    private static final String NOVA = """
            {"versions": [
              {"id": "v2.0", "status": "SUPPORTED", "version": "", "min_version": "",
               "links": [{"rel": "self", "href": "http://inside:8774/compute/v2/"}]},
              {"id": "v2.1", "status": "CURRENT", "version": "2.93", "min_version": "2.1",
               "links": [{"rel": "self", "href": "http://inside:8774/compute/v2.1/"}]}]}""";

    private final List<Request> asked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "IMAGE, http://c/image, http://c/image/v2",
        "IMAGE, http://c/image/, http://c/image/v2",
        "IMAGE, http://c/image/v2/, http://c/image/v2",
        "NETWORK, http://c:9696, http://c:9696/v2.0",
        "COMPUTE, http://c/compute/v2.1, http://c/compute/v2.1",
        "COMPUTE, http://c/v2.1/p1, http://c/v2.1/p1",
        "BLOCK_STORAGE, http://c/volume/v3/p1/, http://c/volume/v3/p1"
    })
    void what_is_known_costs_no_request(ServiceType type, URI listed, URI used) {
        assertThat(discovery("").versioned(type, listed)).isEqualTo(used);
        assertThat(asked).isEmpty();
    }

    @Test
    void an_endpoint_without_a_version_is_asked_for_it() {
        assertThat(discovery(NOVA).versioned(ServiceType.COMPUTE, URI.create("https://cloud/compute")))
                .isEqualTo(URI.create("https://cloud/compute/v2.1"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_endpoint_without_a_version_document_is_taken_to_have_it_below() {
        assertThat(discovery("<html></html>").versioned(ServiceType.COMPUTE, URI.create("https://cloud/compute")))
                .isEqualTo(URI.create("https://cloud/compute/v2.1"));
    }

    private VersionDiscovery discovery(String document) {
        return new VersionDiscovery(
                request -> {
                    asked.add(request);
                    return new Response(300, HttpHeaders.of(Map.of(), (name, value) -> true), document);
                },
                Optional.empty());
    }
}
