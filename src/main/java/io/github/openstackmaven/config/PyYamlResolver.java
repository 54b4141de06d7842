package io.github.openstackmaven.config;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** What an unquoted word of YAML means to PyYAML: unlike SnakeYAML's own rules, {@code 1e3} is a text. */
final class PyYamlResolver extends Resolver {
    static final Pattern TIMESTAMP = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d?)-(?<day>\\d\\d?)"
            + "(?:(?:[Tt]|[ \\t]+)(?<hour>\\d\\d?):(?<minute>\\d\\d):(?<second>\\d\\d)(?:\\.(?<fraction>\\d*))?"
            + "(?:[ \\t]*(?<zone>Z|[-+]\\d\\d?(?::\\d\\d)?))?)?");

    private static final Pattern PY_BOOL =
            Pattern.compile("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
    private static final Pattern PY_FLOAT = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern PY_INT = Pattern.compile("[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)"
            + "|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
    private static final Pattern PY_NULL = Pattern.compile("~|null|Null|NULL");
    // A date alone needs two digits each; with a time, one will do.
    private static final Pattern PY_TIMESTAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\d"
            + "|\\d{4}-\\d\\d?-\\d\\d?(?:[Tt]|[ \\t]+)\\d\\d?:\\d\\d:\\d\\d(?:\\.\\d*)?"
            + "(?:[ \\t]*(?:Z|[-+]\\d\\d?(?::\\d\\d)?))?");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, PY_BOOL, "yYnNtTfFoO");
        addImplicitResolver(Tag.FLOAT, PY_FLOAT, "-+0123456789.");
        addImplicitResolver(Tag.INT, PY_INT, "-+0123456789");
        addImplicitResolver(Tag.MERGE, MERGE, "<");
        addImplicitResolver(Tag.NULL, PY_NULL, "~nN");
        addImplicitResolver(Tag.NULL, EMPTY, null);
        addImplicitResolver(Tag.TIMESTAMP, PY_TIMESTAMP, "0123456789");
        addImplicitResolver(new Tag(Tag.PREFIX + "value"), VALUE, "=");
    }
}
