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

/** What a server's user data says of other servers: <code>@{server.NAME.ip}</code> and <code>@{server.NAME.id}</code>. */
public record References(Map<String, String> values) implements UnaryOperator<String> {
    private static final Pattern MEANT = Pattern.compile("@\\{server[^}]*}?");
    private static final Pattern REFERENCE = Pattern.compile("@\\{server\\.([^}]+)\\.(ip|id)}");

    private static final int MOST = 10;

    public References {
        values = Map.copyOf(values);
    }

    /** That user data refers to other servers of the launch alone. */
    record Check(DescribedServers described) {

        /**
         * Looks at that of all.
         *
         * @throws OpenStackException when one refers to what there is not, or a reference is malformed
         */
        void all() {
            described.all().forEach(spec -> spec.options().userData().ifPresent(data -> check(spec.name(), data)));
        }

        private void check(String server, UserData data) {
            malformed(data).ifPresent(text -> {
                throw new OpenStackException(
                        "Malformed reference " + text + " in the user data of server '" + server + "'",
                        possible(others(server)));
            });
            Set<String> others = others(server);
            names(data).stream()
                    .filter(name -> !others.contains(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw unknown(server, name);
                    });
        }

        private Set<String> others(String server) {
            return described.all().stream()
                    .map(ServerSpec::name)
                    .filter(name -> !name.equals(server))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private OpenStackException unknown(String server, String name) {
            String refers = "The user data of server '" + server + "' refers to ";
            if (name.equals(server)) {
                return new OpenStackException(
                        refers + "itself, and it has no address before it is created",
                        "Let it ask for its own when it boots: hostname -I, or the metadata service.");
            }
            Set<String> several = described.named().named(name).stream()
                    .map(ServerSpec::name)
                    .filter(one -> !one.equals(server))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return several.isEmpty()
                    ? new OpenStackException(
                            refers + "'" + name + "', which is no server of this launch",
                            described.nearest(server, name))
                    : new OpenStackException(
                            refers + "'" + name + "', which is the name of several: " + String.join(", ", several),
                            possible(several));
        }

        private static String possible(Set<String> servers) {
            return servers.isEmpty()
                    ? "It is @{server.NAME.ip} or @{server.NAME.id} of another server; this is the only one."
                    : "Possible are "
                            + servers.stream()
                                    .flatMap(
                                            name -> Stream.of("@{server." + name + ".ip}", "@{server." + name + ".id}"))
                                    .limit(MOST)
                                    .collect(Collectors.joining(", "))
                            + (servers.size() * 2 > MOST ? ", …" : ".");
        }
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
