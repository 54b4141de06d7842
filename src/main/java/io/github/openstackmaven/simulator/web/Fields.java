package io.github.openstackmaven.simulator.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON object in the making, a line a field. */
public final class Fields {
    private final ObjectNode object = JsonNodeFactory.instance.objectNode();

    /** An empty Optional is JSON's null. */
    public Fields put(String name, Object value) {
        object.set(name, JsonTree.node(value));
        return this;
    }

    public ObjectNode object() {
        return object;
    }
}
