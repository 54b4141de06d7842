package io.github.openstackmaven.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a parser of YAML or JSON gave, made immutable: null becomes {@link YamlNull}, and keys become text. */
final class PlainData {
    // Far beyond any real file, and short of a stack overflow on an alias that contains itself.
    static final int DEEPEST = 100;

    private PlainData() {}

    /** @throws IllegalArgumentException for a value that is neither text, number, boolean, null, list nor map */
    static Object of(Object parsed) {
        return of(parsed, 0);
    }

    /** The map's entries under text keys; a map from {@link #of} has no others. */
    static Map<String, Object> entries(Map<?, ?> map) {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(PythonText.of(key), value));
        return entries;
    }

    /** The other way round, of the JDK's types only: with null again. */
    static @Nullable Object jdk(Object plain) {
        if (plain == YamlNull.NULL) return null;
        if (plain instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            entries(map).forEach((key, value) -> entries.put(key, jdk(value)));
            return entries;
        }
        if (plain instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(jdk(item)));
            return items;
        }
        return plain;
    }

    private static Object of(Object parsed, int depth) {
        if (depth > DEEPEST) throw new IllegalArgumentException("nested too deeply");
        if (parsed == null) return YamlNull.NULL;
        if (parsed instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, value) -> plain.put(PythonText.of(of(key, depth + 1)), of(value, depth + 1)));
            return Collections.unmodifiableMap(plain);
        }
        if (parsed instanceof List<?> list) {
            return list.stream().map(item -> of(item, depth + 1)).toList();
        }
        if (parsed instanceof Integer number) return number.longValue();
        if (parsed instanceof String
                || parsed instanceof Boolean
                || parsed instanceof Long
                || parsed instanceof BigInteger
                || parsed instanceof Double
                || parsed instanceof YamlNull) {
            return parsed;
        }
        throw new IllegalArgumentException("a " + parsed.getClass().getSimpleName() + " is no setting");
    }
}
