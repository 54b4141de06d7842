package io.github.openstackmaven.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests that differ in ids only. */
public record RequestKind(String service, String method, String path) {

    /** The kind of one that was recorded. */
    public static RequestKind of(Recorded request) {
        String[] parts = request.path().split("/", 3);
        String[] words = RandomFaults.kind(Disturbance.Asked.of(
                        "/" + parts[1], request.method(), "/" + (parts.length > 2 ? parts[2] : "")))
                .split(" ", 3);
        return new RequestKind(words[0], words[1], words[2]);
    }

    /** Does that to the first of them. */
    public FaultRule once(Fault fault) {
        String regex = Arrays.stream(path.split("/", -1))
                .map(part -> part.equals("*") ? "[^/?]*\\d[^/?]*" : Pattern.quote(part))
                .collect(Collectors.joining("/", "^", "(\\?|$)"));
        return FaultRule.of(method, regex, fault).of(Optional.of(service)).upto(1);
    }

    @Override
    public String toString() {
        return service + " " + method + " " + path;
    }
}
