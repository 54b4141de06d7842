package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.util.List;

/** The addresses Nova writes next to everything. */
record Links(String base) {

    JsonNode of(String collection, String id) {
        return JsonTree.array(List.of(self(collection, id), bookmark(collection, id)));
    }

    JsonNode self(String collection, String id) {
        return JsonTree.object("rel", "self", "href", href(collection, id));
    }

    JsonNode bookmark(String collection, String id) {
        return JsonTree.object("rel", "bookmark", "href", base + "/compute/" + collection + "/" + id);
    }

    String href(String collection, String id) {
        return base + "/compute/v2.1/" + collection + "/" + id;
    }

    /** The link to a list's next page. */
    JsonNode next(String path, String query) {
        return JsonTree.array(
                List.of(JsonTree.object("rel", "next", "href", base + "/compute/v2.1" + path + "?" + query)));
    }
}
