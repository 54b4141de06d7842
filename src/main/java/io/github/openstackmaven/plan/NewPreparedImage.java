package io.github.openstackmaven.plan;

import io.github.openstackmaven.ledger.ResourceType;
import java.util.HashMap;
import java.util.Map;

/**
 * The image of a server that has been prepared.
 *
 * @param server the id of that server
 */
public record NewPreparedImage(Preparation preparation, String server) implements MarkedCreate {

    /** Its properties: what it is found by, and whose it is while it is made. */
    public Map<String, String> properties(Marking marking) {
        Map<String, String> properties = new HashMap<>(marking.metadata());
        properties.putAll(preparation.properties());
        return Map.copyOf(properties);
    }

    @Override
    public String name() {
        return preparation.imageName();
    }

    @Override
    public ResourceType kind() {
        return ResourceType.IMAGE;
    }

    @Override
    public Costs costs() {
        return Costs.none();
    }

    @Override
    public PlannedRequest foreseen(Marking marking) {
        throw new UnsupportedOperationException("it is made where there is none, and no part of a recipe");
    }
}
