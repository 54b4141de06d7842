package io.github.openstackmaven.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which keys hold secrets, and how values print without them. */
final class SecretKeys {
    static final String MASK = "***";

    private static final Pattern SECRET = Pattern.compile("(.*[._-])?(password|passcode|passphrase|secret|token)"
            + "|(.*[._-])?(access|private|otp|secret)[_-]key"
            + "|(auth\\.)?(code|authorization[_-]code)");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

    private SecretKeys() {}

    static boolean isSecret(String key) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether there is a secret anywhere under the key. */
    static boolean holdsSecret(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(entry -> holdsSecret(String.valueOf(entry.getKey()), entry.getValue()));
        }
        if (value instanceof List<?> list) return list.stream().anyMatch(item -> holdsSecret(key, item));
        return isSecret(key) && PythonText.truthy(value);
    }

    /** The secrets anywhere under the key. */
    static Stream<String> secrets(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().flatMap(entry -> secrets(String.valueOf(entry.getKey()), entry.getValue()));
        }
        if (value instanceof List<?> list) return list.stream().flatMap(item -> secrets(key, item));
        return isSecret(key) && PythonText.truthy(value) ? Stream.of(PythonText.of(value)) : Stream.empty();
    }

    /** The value with every secret inside replaced by {@value #MASK}. */
    static Object masked(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> clean = new LinkedHashMap<>();
            map.forEach((name, inner) -> clean.put(String.valueOf(name), masked(String.valueOf(name), inner)));
            return clean;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> masked(key, item)).toList();
        }
        if (isSecret(key) && PythonText.truthy(value)) return MASK;
        return value instanceof String text ? USER_INFO.matcher(text).replaceAll(MASK) : value;
    }
}
