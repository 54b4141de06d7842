package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's user data says of servers before it: <code>@{server.NAME.ip}</code> and <code>@{server.NAME.id}</code>. */
public record References(Map<String, String> values) implements UnaryOperator<String> {
    private static final Pattern REFERENCE = Pattern.compile("@\\{server\\.([^}]+)\\.(ip|id)}");

    public References {
        values = Map.copyOf(values);
    }

    /** The names of the servers that user data refers to. */
    static Set<String> names(UserData data) {
        Set<String> names = new LinkedHashSet<>();
        data.map(text -> {
            REFERENCE.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
            return text;
        });
        return Set.copyOf(names);
    }

    /**
     * The text with each reference replaced.
     *
     * @throws OpenStackException when a server has no address to put there
     */
    @Override
    public String apply(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            String key = found.group(1) + "." + found.group(2);
            if (values.containsKey(key)) return Matcher.quoteReplacement(values.get(key));
            throw new OpenStackException(
                    "No address of server '" + found.group(1) + "' for " + found.group(),
                    "Put it on a network, or refer to its id.");
        });
    }
}
