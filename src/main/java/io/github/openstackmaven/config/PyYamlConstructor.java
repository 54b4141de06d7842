package io.github.openstackmaven.config;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The values PyYAML makes of numbers and dates; a date becomes the text Python prints for it. */
final class PyYamlConstructor extends SafeConstructor {

    PyYamlConstructor(LoaderOptions options) {
        super(options);
        yamlConstructors.put(Tag.INT, scalar(PyYamlConstructor::integer));
        yamlConstructors.put(Tag.FLOAT, scalar(PyYamlConstructor::real));
        yamlConstructors.put(Tag.TIMESTAMP, scalar(PyYamlConstructor::timestamp));
    }

    private static AbstractConstruct scalar(Function<String, Object> value) {
        return new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
                try {
                    return value.apply(((ScalarNode) node).getValue());
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new Malformed(node.getStartMark());
                }
            }
        };
    }

    // A date of the 45th, say; the value itself stays out of the message.
    private static final class Malformed extends MarkedYAMLException {
        private static final long serialVersionUID = 1L;

        Malformed(Mark mark) {
            super("", mark, "malformed number or date", mark);
        }
    }

    private static Object integer(String written) {
        String text = written.replace("_", "");
        boolean negative = text.startsWith("-");
        String digits = text.replaceFirst("^[-+]", "");
        BigInteger size;
        if (digits.startsWith("0b")) size = new BigInteger(digits.substring(2), 2);
        else if (digits.startsWith("0x")) size = new BigInteger(digits.substring(2), 16);
        else if (digits.startsWith("0")) size = new BigInteger(digits, 8);
        else {
            size = BigInteger.ZERO;
            for (String part : digits.split(":", -1)) {
                size = size.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
            }
        }
        BigInteger number = negative ? size.negate() : size;
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }

    private static Object real(String written) {
        String text = written.replace("_", "").toLowerCase(Locale.ROOT);
        int sign = text.startsWith("-") ? -1 : 1;
        String digits = text.replaceFirst("^[-+]", "");
        if (digits.equals(".inf")) return sign * Double.POSITIVE_INFINITY;
        if (digits.equals(".nan")) return Double.NaN;
        double size = 0;
        for (String part : digits.split(":", -1)) size = size * 60 + Double.parseDouble(part);
        return sign * size;
    }

    private static Object timestamp(String written) {
        Matcher part = PyYamlResolver.TIMESTAMP.matcher(written);
        if (!part.matches()) throw new IllegalArgumentException("no timestamp");
        LocalDate date = LocalDate.of(number(part, "year"), number(part, "month"), number(part, "day"));
        if (part.group("hour") == null) return date.toString();
        LocalDateTime time = date.atTime(number(part, "hour"), number(part, "minute"), number(part, "second"));
        String micros = ((part.group("fraction") == null ? "" : part.group("fraction")) + "000000").substring(0, 6);
        return String.format("%s %tT%s%s", date, time, micros.equals("000000") ? "" : "." + micros, zone(part));
    }

    private static String zone(Matcher part) {
        String zone = part.group("zone");
        if (zone == null) return "";
        if (zone.equals("Z")) return "+00:00";
        String[] clock = zone.substring(1).split(":", -1);
        return String.format(
                "%s%02d:%s", zone.charAt(0), Integer.parseInt(clock[0]), clock.length > 1 ? clock[1] : "00");
    }

    private static int number(Matcher part, String name) {
        return Integer.parseInt(part.group(name));
    }
}
