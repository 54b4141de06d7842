package io.github.openstackmaven.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as text the way Python's {@code str()} gives them, since that is what openstacksdk sends to a cloud. */
final class PythonText {

    private PythonText() {}

    static String of(Object value) {
        return value instanceof String text ? text : inside(value);
    }

    static boolean truthy(Object value) {
        if (value instanceof Boolean flag) return flag;
        if (value instanceof Number number) return number.doubleValue() != 0;
        if (value instanceof String text) return !text.isEmpty();
        if (value instanceof List<?> list) return !list.isEmpty();
        if (value instanceof Map<?, ?> map) return !map.isEmpty();
        return value != YamlNull.NULL;
    }

    private static String inside(Object value) {
        if (value instanceof String text) return quoted(text);
        if (value instanceof Boolean flag) return flag ? "True" : "False";
        if (value instanceof Double number) return real(number);
        if (value instanceof List<?> list) {
            return list.stream().map(PythonText::inside).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> inside(entry.getKey()) + ": " + inside(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value == YamlNull.NULL ? "None" : value.toString();
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
        return quote + (quote == '\'' ? escaped.replace("'", "\\'") : escaped) + quote;
    }

    // Python writes 1e16 and 1e-05 where Java writes 1.0E16 and 1.0E-5, and turns to exponents at other sizes.
    private static String real(double number) {
        if (Double.isNaN(number)) return "nan";
        if (Double.isInfinite(number)) return number > 0 ? "inf" : "-inf";
        if (number == 0) return 1 / number < 0 ? "-0.0" : "0.0";
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return (exact.scale() < 1 ? exact.setScale(1) : exact).toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String power = String.format("%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
        return (number < 0 ? "-" : "") + mantissa + "e" + power;
    }
}
