package io.github.openstackmaven.output;

import io.github.openstackmaven.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The servers as variables that CI systems hand on: {@code OPENSTACK_SERVER_IP} and so on of the first,
 * {@code OPENSTACK_SERVER_NAME_ID} and {@code _IP} of each, {@code OPENSTACK_SERVERS_IDS} and {@code _IPS} of all. They are
 * few, since GitLab takes 50 to 150 of a file, and no more than 5 KiB.
 */
public record ServerVariables(List<LaunchedServer> servers) {
    private static final String SERVER = "OPENSTACK_SERVER_";

    public ServerVariables {
        servers = List.copyOf(servers);
    }

    /**
     * By name. What two servers would have under one name is not among them, nor is a value that is no plain line: CI systems
     * know no quotes.
     */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        all().forEach((name, those) -> {
            if (isFit(those)) values.put(name, those.iterator().next());
        });
        return values;
    }

    /** The names of those that are left out. */
    public List<String> leftOut() {
        return all().entrySet().stream()
                .filter(variable -> !isFit(variable.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A line each, the values as they are. */
    public String text() {
        return values().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The same, to be added to what has it from servers before: of those that are left out, nothing. */
    String textToAdd() {
        return text() + leftOut().stream().map(name -> name + "=\n").collect(Collectors.joining());
    }

    private static boolean isFit(Set<String> values) {
        return values.size() == 1
                && values.stream().allMatch(value -> PlainText.onOneLine(value).equals(value));
    }

    private Map<String, Set<String>> all() {
        return variables().stream()
                .collect(Collectors.groupingBy(
                        Variable::name, LinkedHashMap::new, Collectors.mapping(Variable::value, Collectors.toSet())));
    }

    private record Variable(String name, String value) {}

    private List<Variable> variables() {
        List<Variable> all = new ArrayList<>();
        all.add(new Variable(
                "OPENSTACK_SERVERS_IDS",
                joined(servers.stream().map(LaunchedServer::id).toList())));
        all.add(new Variable(
                "OPENSTACK_SERVERS_IPS",
                joined(servers.stream().flatMap(server -> server.ip().stream()).toList())));
        servers.stream().findFirst().ifPresent(first -> {
            add(all, SERVER, first);
            all.add(new Variable(SERVER + "NAME", first.name()));
            first.user().ifPresent(user -> all.add(new Variable(SERVER + "USER", user)));
            first.keyFile().ifPresent(file -> all.add(new Variable(SERVER + "KEYFILE", file)));
        });
        servers.forEach(server -> add(all, SERVER + named(server.name()) + "_", server));
        return all;
    }

    private static void add(List<Variable> all, String prefix, LaunchedServer server) {
        all.add(new Variable(prefix + "ID", server.id()));
        server.ip().ifPresent(ip -> all.add(new Variable(prefix + "IP", ip)));
    }

    private static String joined(List<String> texts) {
        return texts.stream().filter(Predicate.not(String::isEmpty)).collect(Collectors.joining(","));
    }

    private static String named(String server) {
        return server.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
