package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server's user data says of servers before it: <code>@{server.NAME.ip}</code> and <code>@{server.NAME.id}</code>. */
public record References(Map<String, String> values) implements UnaryOperator<String> {
    private static final Pattern MEANT = Pattern.compile("@\\{server[^}]*}?");
    private static final Pattern REFERENCE = Pattern.compile("@\\{server\\.([^}]+)\\.(ip|id)}");

    public References {
        values = Map.copyOf(values);
    }

    /**
     * That each server's user data refers to servers before it alone: one to a later server would wait for ever.
     *
     * @throws OpenStackException when it does not, or a reference is malformed; names those that are possible
     */
    static void check(List<ServerSpec> specs) {
        Set<String> earlier = new LinkedHashSet<>();
        for (ServerSpec spec : specs) {
            spec.options().userData().ifPresent(data -> check(spec.name(), data, earlier));
            earlier.add(spec.name());
        }
    }

    private static void check(String server, UserData data, Set<String> earlier) {
        malformed(data).ifPresent(text -> {
            throw new OpenStackException(
                    "Malformed reference " + text + " in the user data of server '" + server + "'",
                    earlier.isEmpty()
                            ? "It is @{server.NAME.ip} or @{server.NAME.id} of a server before it; this is the first."
                            : "Possible are " + possible(earlier) + ".");
        });
        names(data).stream()
                .filter(name -> !earlier.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new OpenStackException(
                            "The user data of server '" + server + "' refers to '" + name
                                    + "', which is no server before it",
                            earlier.isEmpty()
                                    ? "It is the first: put the other before it."
                                    : "Before it there are " + String.join(", ", earlier) + ".");
                });
    }

    private static String possible(Set<String> earlier) {
        return earlier.stream()
                .flatMap(name -> Stream.of("@{server." + name + ".ip}", "@{server." + name + ".id}"))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> malformed(UserData data) {
        List<String> found = new ArrayList<>();
        data.map(text -> {
            MEANT.matcher(text).results().map(MatchResult::group).forEach(found::add);
            return text;
        });
        return found.stream().filter(text -> !REFERENCE.matcher(text).matches()).findFirst();
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

    /** The text with something harmless, as long as it, for each reference. */
    static String blank(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> "x".repeat(found.group().length()));
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
