package io.github.openstackmaven.compute;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names of servers as one regular expression, which Nova's database looks for. Each has a dialect of its own, and of MySQL's Nova
 * quotes every {@code |}
 * (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/db/main/api.py">{@code _safe_regex_mysql}</a>):
 * so it says which letters there are at each place, in what all of them understand. It may match other names, too.
 */
record ServerNames(Collection<String> names) {

    /** Matches all of them, and few others. */
    String pattern() {
        int shortest = names.stream().mapToInt(String::length).min().orElse(0);
        int same = (int) IntStream.range(0, shortest).takeWhile(this::isAscii).count();
        boolean whole = names.stream().allMatch(name -> name.length() == same);
        return IntStream.range(0, same).mapToObj(this::at).collect(Collectors.joining("", "^", whole ? "$" : ""));
    }

    // Some databases match bytes, of which another letter has several.
    private boolean isAscii(int place) {
        return names.stream().allMatch(name -> name.charAt(place) < 128);
    }

    private String at(int place) {
        Set<String> letters = names.stream()
                .map(name -> name.substring(place, place + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        String all = String.join("", letters);
        if (letters.size() == 1) return all.matches("[A-Za-z0-9_-]") ? all : ".";
        return all.matches("[A-Za-z0-9]+") ? "[" + all + "]" : ".";
    }
}
