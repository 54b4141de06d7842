package io.github.openstackmaven.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.ledger.ResourceType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceTest {

    @Test
    void it_is_told_by_its_name_and_id() {
        assertThat(resource("6f1c", "web")).hasToString("server 'web' (6f1c)");
    }

    @Test
    void what_has_no_name_of_its_own_is_told_by_its_id() {
        assertThat(resource("6f1c", "")).hasToString("server 6f1c");
        assertThat(resource("6f1c", "6f1c")).hasToString("server 6f1c");
    }

    private static Resource resource(String id, String name) {
        return new Resource(ResourceType.SERVER, id, name, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
