package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.MicroversionRange;
import io.github.openstackmaven.identity.ServiceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What servers ask for that not every cloud has, told before anything is made. A cloud is asked only what is needed. */
final class Requirements {
    private final Cloud cloud;
    private final List<Requirement> asked;
    private final LookUp<Optional<MicroversionRange>> microversions;
    private final LookUp<Optional<Set<String>>> extensions;

    Requirements(Cloud cloud, Executor executor, List<ServerSpec> servers) {
        this.cloud = cloud;
        this.asked = servers.stream().flatMap(Requirement::of).distinct().toList();
        this.microversions = LookUp.helpful(executor, () -> cloud.compute().microversions(), Optional.empty());
        this.extensions =
                LookUp.helpful(executor, () -> Optional.of(cloud.network().extensions()), Optional.empty());
    }

    /**
     * Asks for what no look-up of a name shows.
     *
     * @throws OpenStackException when a service is missing, without which there is nothing to look up
     */
    void ask() {
        cloud.endpoints().lack(ServiceType.COMPUTE).ifPresent(none -> {
            throw none; // whatever else is missing then: a wrong region has nothing of all
        });
        if (needs(Need.Nova.class, need -> true)) microversions.ask();
        if (needs(Need.Extension.class, need -> !need.shown()) && cloud.hasNetworks()) extensions.ask();
        if (!absent().isEmpty()) check();
    }

    /**
     * That the cloud has all of it.
     *
     * @throws OpenStackException when it lacks some of it; names each element with what it needs and what there is
     */
    void check() {
        Map<ServiceType, OpenStackException> absent = absent();
        Offer offer = new Offer(
                microversions.answer().flatMap(Function.identity()),
                extensions.answer().flatMap(Function.identity()),
                absent);
        String lacks = asked.stream().flatMap(one -> one.lacks(offer)).collect(Collectors.joining("; "));
        if (lacks.isEmpty()) return;
        throw new OpenStackException(
                "This cloud can't give all that is asked: " + lacks,
                Stream.concat(
                                Stream.of("Leave that out on this cloud."),
                                absent.values().stream().map(OpenStackException::advice))
                        .collect(Collectors.joining(" ")));
    }

    /** What comes of look-ups; where one fails since the cloud lacks what it is about, that is the error. */
    <T> T explaining(Supplier<T> lookUps) {
        try {
            return lookUps.get();
        } catch (HttpStatusException e) {
            if (e.isNotFound() && needs(Need.Extension.class, Need.Extension::shown)) extensions.ask();
            check();
            throw e;
        }
    }

    private <N extends Need> boolean needs(Class<N> kind, Predicate<N> which) {
        return asked.stream()
                .flatMap(one -> one.needs().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .anyMatch(which);
    }

    private Map<ServiceType, OpenStackException> absent() {
        return asked.stream()
                .flatMap(one -> one.needs().stream())
                .filter(Need.Service.class::isInstance)
                .map(need -> ((Need.Service) need).type())
                .distinct()
                .flatMap(type -> cloud.endpoints().lack(type).stream().map(lack -> Map.entry(type, lack)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
