package io.github.openstackmaven.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which requests go wrong, and how.
 *
 * @param service {@code keystone}, {@code glance}, {@code nova}, {@code neutron}, {@code cinder}; empty for any
 * @param method matches all of the method
 * @param path is found somewhere in the path below the service, with its query
 * @param since is found in {@code METHOD PATH} of an earlier request, or the rule does not hold yet
 * @param first the first of the matching requests that goes wrong, from 1
 * @param last the last of them
 * @param lasts it is over so long after it first struck
 */
public record FaultRule(
        Optional<String> service,
        Pattern method,
        Pattern path,
        Optional<Pattern> since,
        int first,
        int last,
        Optional<Duration> lasts,
        Fault fault) {

    /** All requests of that kind. */
    public static FaultRule of(String method, String path, Fault fault) {
        return new FaultRule(
                Optional.empty(),
                Pattern.compile(method),
                Pattern.compile(path),
                Optional.empty(),
                1,
                Integer.MAX_VALUE,
                Optional.empty(),
                fault);
    }

    /** Only those of one service. */
    public FaultRule of(String name) {
        return new FaultRule(Optional.of(name), method, path, since, first, last, lasts, fault);
    }

    /** Only the nth, from 1. */
    public FaultRule nth(int n) {
        return between(n, n);
    }

    /** Only the first n. */
    public FaultRule upto(int n) {
        return between(first, n);
    }

    /** All but the first n. */
    public FaultRule after(int n) {
        return between(n + 1, last);
    }

    /** Only once a request like this was made. */
    public FaultRule since(String request) {
        return new FaultRule(service, method, path, Optional.of(Pattern.compile(request)), first, last, lasts, fault);
    }

    /** Only for so long. */
    public FaultRule lasting(Duration duration) {
        return new FaultRule(service, method, path, since, first, last, Optional.of(duration), fault);
    }

    private FaultRule between(int from, int to) {
        return new FaultRule(service, method, path, since, from, to, lasts, fault);
    }

    boolean matches(Disturbance.Asked asked) {
        return service.filter(name -> !asked.isOf(name)).isEmpty()
                && method.matcher(asked.method()).matches()
                && path.matcher(asked.path()).find();
    }

    boolean strikesAt(int hit) {
        return hit >= first && hit <= last;
    }
}
