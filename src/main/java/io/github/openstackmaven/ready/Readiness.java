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
    private final Time time;
    private final PollSchedule schedule;
    private final Consumer<ReadyEvent> listener;

    /**
     * A way to wait, for any number of servers at a time.
     *
     * @param listener is told of each step, and at least every 15 s that there is none
     */
    public Readiness(Probes probes, Time time, PollSchedule schedule, Consumer<ReadyEvent> listener) {
        this.probes = probes;
        this.time = time;
        this.schedule = schedule;
        this.listener = listener;
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
    public Ready await(Guest guest, WaitFor waitFor, Instant deadline, BooleanSupplier abandoned) {
        Optional<GuestLogin> login = waitFor.needsLogin()
                ? Optional.of(new GuestLogin(guest, waitFor.ssh().orElseGet(WaitFor.Ssh::standard), probes.ssh(), time))
                : Optional.empty();
        rungs(guest, waitFor, login)
                .forEach(rung -> new Climb(guest, rung, time, listener, abandoned, deadline).up(schedule));
        return login.map(GuestLogin::ready).orElseGet(Ready::withoutLogin);
    }

    private Stream<Rung> rungs(Guest guest, WaitFor waitFor, Optional<GuestLogin> login) {
        Stream<Rung> address = waitFor.needsAddress() ? Stream.of(address(guest)) : Stream.empty();
        Stream<Rung> ports =
                waitFor.tcp().stream().flatMap(tcp -> tcp.ports().stream().map(port -> tcp(guest, port, tcp)));
        Stream<Rung> inside = login.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(ssh(one, waitFor.ssh().orElseGet(WaitFor.Ssh::standard))),
                        waitFor.cloudInit().stream().map(wanted -> cloudInit(one, wanted))));
        Stream<Rung> rest = Stream.concat(
                waitFor.http().stream().map(wanted -> http(guest, wanted)),
                waitFor.log().stream().map(wanted -> log(guest, wanted, login)));
        return Stream.of(address, ports, inside, rest).flatMap(one -> one);
    }

    private static Rung address(Guest guest) {
        return new Rung(
                "address",
                "the server",
                Optional.empty(),
                (left, ended) -> guest.ip()
                        .map(ip -> Seen.holds("has the address " + ip))
                        .orElseGet(() -> Seen.never(
                                "has no address to reach it at",
                                "Put it on a network (<networks>), or leave <waitFor> out.")));
    }

    private Rung tcp(Guest guest, int port, WaitFor.Tcp wanted) {
        return new Rung(
                "tcp " + port,
                "tcp " + port + " of " + guest.ip().orElse("no address"),
                wanted.timeout(),
                (left, ended) -> probes.tcp().look(guest, port, left));
    }

    private static Rung ssh(GuestLogin login, WaitFor.Ssh wanted) {
        return new Rung(
                "ssh",
                "ssh to " + login.target(),
                wanted.timeout(),
                (left, ended) -> login.letsIn(wanted.command(), left, ended));
    }

    private static Rung cloudInit(GuestLogin login, WaitFor.CloudInit wanted) {
        return new Rung("cloudInit", "cloud-init of " + login.target(), wanted.timeout(), login::cloudInit);
    }

    private Rung http(Guest guest, WaitFor.Http wanted) {
        return new Rung(
                "http",
                wanted.url().replace(WaitFor.IP, guest.ip().orElse("no address")),
                wanted.timeout(),
                (left, ended) -> probes.http().look(guest, wanted, left));
    }

    private static Rung log(Guest guest, WaitFor.Log wanted, Optional<GuestLogin> login) {
        Pattern pattern = Pattern.compile(wanted.regex(), Pattern.MULTILINE);
        return new Rung("log", "the console log", wanted.timeout(), (left, ended) -> {
            try {
                String console = guest.console().get();
                if (pattern.matcher(console).find()) {
                    Seen found = Seen.holds("has a match for '" + wanted.regex() + "'");
                    return login.map(one -> one.confirmed(left, found)).orElse(found);
                }
                return Seen.notYet("has no match for '" + wanted.regex() + "'", lastLine(console));
            } catch (OpenStackException e) {
                return Seen.notYet("can't be read: " + e.getMessage(), e.advice());
            }
        });
    }

    private static String lastLine(String console) {
        return "Its last line is: "
                + console.lines()
                        .filter(line -> !line.isBlank())
                        .reduce((before, last) -> last)
                        .orElse("(none)");
    }
}
