package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;

/** Reads booleans as openstacksdk takes them where it insists on one: {@code true} in any case, and all else is false. */
final class YamlBoolean {

    private YamlBoolean() {}

    static boolean of(Object value, String key, Source source) {
        if (value instanceof Boolean flag) return flag;
        if (value instanceof String text) return text.equalsIgnoreCase("true");
        if (value == YamlNull.NULL) return false;
        throw new OpenStackException(key + " (" + source + ") is neither true nor false", "Write true or false.");
    }
}
