package io.github.openstackmaven.config;

import java.util.Objects;

/**
 * A value and where it was written.
 *
 * @param value a String, Boolean, Long, BigInteger, Double or {@link YamlNull}, or an immutable List or Map of such
 * @param source where it was written
 */
public record Setting(Object value, Source source) {

    public Setting {
        value = PlainData.of(value);
        Objects.requireNonNull(source, "source");
    }

    /** Whether the value was left empty. */
    public boolean isNull() {
        return value == YamlNull.NULL;
    }

    /** Whether the value counts as set: not null, false, zero, nor empty. */
    public boolean isTruthy() {
        return PythonText.truthy(value);
    }

    /** The value as openstacksdk would put it into a text. */
    public String text() {
        return PythonText.of(value);
    }

    /** Another value from the same place. */
    public Setting with(Object other) {
        return new Setting(other, source);
    }

    /** Only the source: a setting does not know whether it is a secret. */
    @Override
    public String toString() {
        return "from " + source;
    }
}
