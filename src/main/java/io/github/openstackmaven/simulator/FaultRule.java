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

    /** Only those of one service, if there is one. */
    public FaultRule of(Optional<String> name) {
        return new FaultRule(name, method, path, since, first, last, lasts, fault);
    }

    /** Only the first n. */
    public FaultRule upto(int n) {
        return new FaultRule(service, method, path, since, first, n, lasts, fault);
    }

    /** All but the first n. */
    public FaultRule after(int n) {
        return new FaultRule(service, method, path, since, n + 1, last, lasts, fault);
    }

    /** Only once a request like this was made, if there is one. */
    public FaultRule since(Optional<String> request) {
        return new FaultRule(service, method, path, request.map(Pattern::compile), first, last, lasts, fault);
    }

    /** Only for so long, if that is said. */
    public FaultRule lasting(Optional<Duration> duration) {
        return new FaultRule(service, method, path, since, first, last, duration, fault);
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
