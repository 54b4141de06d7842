package io.github.openstackmaven.ready;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.plan.WaitFor;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Waits until an ACTIVE server is ready: for its address, its ports, a login, cloud-init, a page and its console log. */
public final class Readiness {
    private final Probes probes;
    private final ProbePlaces places;
    private final Time time;
    private final PollSchedule schedule;
    private final Consumer<ReadyEvent> listener;

    /**
     * A way to wait, for any number of servers at a time; they share the places to look at them from.
     *
     * @param listener is told of each step, and at least every 15 s that there is none
     */
    public Readiness(Probes probes, Time time, PollSchedule schedule, Consumer<ReadyEvent> listener) {
        this(probes, ProbePlaces.standard(time), time, schedule, listener);
    }

    private Readiness(
            Probes probes, ProbePlaces places, Time time, PollSchedule schedule, Consumer<ReadyEvent> listener) {
        this.probes = probes;
        this.places = places;
        this.time = time;
        this.schedule = schedule;
        this.listener = listener;
    }

    /** The same with another who is told; they share the places. */
    public Readiness telling(Consumer<ReadyEvent> other) {
        return new Readiness(probes, places, time, schedule, other);
    }

    /**
     * Waits for all that is asked, one after the other.
     *
     * @param deadline for all of it; what is asked may have timeouts of its own besides
     * @param abandoned whether the server is no longer wanted
     * @throws NotReadyException when something does not hold in time, or never will
     * @throws WaitAbandonedException when it is abandoned
     * @throws OpenStackException when the thread is interrupted
     */
    public Ready await(Instance instance, WaitFor waitFor, Instant deadline, BooleanSupplier abandoned) {
        Optional<InstanceLogin> login = waitFor.needsLogin()
                ? Optional.of(new InstanceLogin(
                        instance, waitFor.ssh().orElseGet(WaitFor.Ssh::standard), probes, places, time))
                : Optional.empty();
        try {
            checks(instance, waitFor, login)
                    .forEach(check ->
                            new CheckWait(instance, check, time, schedule, listener, abandoned, deadline).await());
            return login.map(InstanceLogin::ready).orElseGet(Ready::withoutLogin);
        } finally {
            login.ifPresent(InstanceLogin::close);
        }
    }

    private Stream<ReadinessCheck> checks(Instance instance, WaitFor waitFor, Optional<InstanceLogin> login) {
        Stream<ReadinessCheck> address = waitFor.needsAddress() ? Stream.of(address(instance)) : Stream.empty();
        Stream<ReadinessCheck> ports =
                waitFor.tcp().stream().flatMap(tcp -> tcp.ports().stream().map(port -> tcp(instance, port, tcp)));
        Stream<ReadinessCheck> inside = login.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(ssh(one, waitFor.ssh().orElseGet(WaitFor.Ssh::standard))),
                        waitFor.cloudInit().stream().map(wanted -> cloudInit(one, wanted))));
        Stream<ReadinessCheck> rest = Stream.concat(
                waitFor.http().stream().map(wanted -> http(instance, wanted)),
                waitFor.log().stream().map(wanted -> log(instance, wanted, login)));
        return Stream.of(address, ports, inside, rest).flatMap(one -> one);
    }

    private static ReadinessCheck address(Instance instance) {
        return new ReadinessCheck(
                "address",
                "the server",
                Optional.empty(),
                (left, ended) -> instance.ip()
                        .map(ip -> ProbeResult.holds("has the address " + ip))
                        .orElseGet(() -> ProbeResult.never(
                                "has no address to reach it at",
                                "Put it on a network (<networks>), or leave <waitFor> out.")));
    }

    private ReadinessCheck tcp(Instance instance, int port, WaitFor.Tcp wanted) {
        return new ReadinessCheck(
                "tcp " + port,
                "tcp " + port + " of " + instance.ip().orElse("no address"),
                wanted.timeout(),
                (left, ended) -> places.connections()
                        .during(left, ended, rest -> probes.tcp().look(instance, port, rest))
                        .orElseGet(ProbeResult::unseen));
    }

    private static ReadinessCheck ssh(InstanceLogin login, WaitFor.Ssh wanted) {
        return new ReadinessCheck(
                "ssh",
                "ssh to " + login.target(),
                wanted.timeout(),
                (left, ended) -> login.letsIn(wanted.command(), left, ended));
    }

    private static ReadinessCheck cloudInit(InstanceLogin login, WaitFor.CloudInit wanted) {
        return new ReadinessCheck(
                "cloudInit",
                "cloud-init of " + login.target(),
                wanted.timeout(),
                (left, ended) -> login.cloudInit(wanted.demanded(), left, ended));
    }

    private ReadinessCheck http(Instance instance, WaitFor.Http wanted) {
        return new ReadinessCheck(
                "http",
                wanted.url().replace(WaitFor.IP, instance.ip().orElse("no address")),
                wanted.timeout(),
                (left, ended) -> places.pages()
                        .during(left, ended, rest -> probes.http().look(instance, wanted, rest))
                        .orElseGet(ProbeResult::unseen));
    }

    private ReadinessCheck log(Instance instance, WaitFor.Log wanted, Optional<InstanceLogin> login) {
        Pattern pattern = Pattern.compile(wanted.regex(), Pattern.MULTILINE);
        return new ReadinessCheck("log", "the console log", wanted.timeout(), (left, ended) -> {
            ProbeResult seen = places.consoles()
                    .during(left, ended, rest -> log(instance, pattern))
                    .orElseGet(ProbeResult::unseen);
            return login.map(one -> one.confirmed(left, ended, seen)).orElse(seen);
        });
    }

    private static ProbeResult log(Instance instance, Pattern wanted) {
        try {
            String console = instance.console().get();
            return wanted.matcher(console).find()
                    ? ProbeResult.holds("has a match for '" + wanted + "'")
                    : ProbeResult.notYet("has no match for '" + wanted + "'", lastLine(console));
        } catch (OpenStackException e) {
            String words = "can't be read: " + e.getMessage();
            return e.mayPass()
                    ? ProbeResult.notYet(words, e.advice())
                    : ProbeResult.unlikely(
                            words, "Leave <log> out where the cloud shows its users no console. " + e.advice());
        }
    }

    private static String lastLine(String console) {
        return "Its last line is: "
                + console.lines()
                        .filter(line -> !line.isBlank())
                        .reduce((before, last) -> last)
                        .orElse("(none)");
    }
}
