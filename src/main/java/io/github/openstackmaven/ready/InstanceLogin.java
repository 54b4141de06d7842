package io.github.openstackmaven.ready;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.ssh.HostKey;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.ShellCommand;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a server from inside. The key it shows at the first login is expected of it from then on. */
final class InstanceLogin implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofSeconds(3); // a login and its key exchange have 10 s
    private static final Duration ASK = Duration.ofSeconds(30);
    private static final Duration LINGER = Duration.ofSeconds(30);
    private static final int MOST_LINES = 10_000;
    // As cloud-init answers root on an image that lets in another.
    private static final Pattern OTHER_USER = Pattern.compile("(?i)login as the user [\"']?([\\w.-]+)[\"']? ");

    private final Instance instance;
    private final Probes probes;
    private final ProbePlaces places;
    private final Time time;
    private final SshTarget target;
    private final PacedLogin login;
    private final CloudInitProbe cloudInit = new CloudInitProbe("");
    private final ConsoleGlance glance;
    private HostKeys hostKeys;
    private Optional<HostKey> hostKey = Optional.empty();
    private Optional<RefusedLogin> refusal = Optional.empty();
    private Optional<ProbeResult> failure = Optional.empty();
    private boolean asked;

    /**
     * A login that was not tried yet.
     *
     * @throws NotReadyException when it can't be, since key or user are not known
     */
    InstanceLogin(Instance instance, WaitFor.Ssh wanted, Probes probes, ProbePlaces places, Time time) {
        this(instance, wanted, probes, places, time, GLANCE);
    }

    /**
     * The same with a patience of its own.
     *
     * @param glance how long a login waits for the console log
     */
    InstanceLogin(
            Instance instance, WaitFor.Ssh wanted, Probes probes, ProbePlaces places, Time time, Duration glance) {
        this.instance = instance;
        this.probes = probes;
        this.places = places;
        this.time = time;
        this.target = new SshTarget(
                instance.ip().orElse(""),
                wanted.port(),
                wanted.user()
                        .or(instance.image()::own)
                        .orElseThrow(() -> impossible(
                                "no user to log in as",
                                instance.image().unsaid() + ": set <ssh>"
                                        + instance.image().usual().orElse("USER") + "</ssh> in <waitFor>.")),
                instance.keyFile()
                        .orElseThrow(() -> impossible(
                                "no private key to log in with",
                                "Set <keyPair>ephemeral</keyPair>, or <keyFile> to the private half of <keyPair>.")));
        this.login = new PacedLogin(probes.ssh(), target, places.refused(), time);
        this.glance = new ConsoleGlance(this::console, glance);
        this.hostKeys = new HostKeys(this.glance, KnownHosts.none());
    }

    SshTarget target() {
        return target;
    }

    /** Whether the user is let in and may run commands, and the one that is given, if there is one, exits with 0. */
    ProbeResult letsIn(Optional<String> command, Duration left, BooleanSupplier ended) {
        ProbeResult seen = inside(left, ended, (connection, rest) -> {
            Tail said = new Tail();
            int code = connection.run(ShellCommand.of("exit 0"), rest, said, ended);
            if (code != 0) return runsNothing(code, said);
            return command.map(wanted -> runs(connection, wanted, rest, ended))
                    .orElseGet(() -> ProbeResult.holds("lets the user in"));
        });
        return glance.wasLate() ? confirmed(left, ended, seen) : seen;
    }

    private static ProbeResult runs(SshConnection connection, String command, Duration left, BooleanSupplier ended) {
        Tail said = new Tail();
        int code = connection.run(ShellCommand.of(command), left, said, ended);
        if (code == 0) return ProbeResult.holds("lets the user in, and the command exits with 0");
        return ProbeResult.notYet(
                "ran '" + ShellCommand.of(command).label() + "', which exits with " + code + said.quoted(),
                "Log in and run it by hand, or raise the <timeout>.");
    }

    private static ProbeResult runsNothing(int code, Tail said) {
        Matcher other = OTHER_USER.matcher(said.line());
        return other.find()
                ? ProbeResult.never(
                        "runs no command for this user: " + said.line(),
                        "Set <ssh>" + other.group(1) + "</ssh>: that is the image's own user.")
                : ProbeResult.notYet(
                        "lets the user in and runs no command: it exits with " + code + said.quoted(),
                        "Check the user's shell on the server, and that it is the image's own user.");
    }

    /**
     * Whether cloud-init has come to its end; from the second look on it is waited for there for a while.
     *
     * @param demanded whether there must be one
     */
    ProbeResult cloudInit(boolean demanded, Duration left, BooleanSupplier ended) {
        ProbeResult seen = inside(left, ended, (connection, rest) -> {
            Duration wait = asked ? Durations.shorter(rest, LINGER) : Duration.ZERO;
            asked = true;
            List<String> answer = new ArrayList<>();
            try {
                connection.run(
                        new ShellCommand(cloudInit.script(wait), "the question how far cloud-init is"),
                        Durations.shorter(rest, wait.plus(ASK)),
                        line -> {
                            if (answer.size() < MOST_LINES) answer.add(line);
                        },
                        ended);
            } catch (SshException e) {
                if (e.reason() != SshException.Reason.TIMEOUT || answer.isEmpty()) throw e;
            }
            return CloudInitReport.parse(List.copyOf(answer)).seen(demanded);
        });
        return confirmed(left, ended, seen);
    }

    /** What holds, unless by now the console log shows another host key than the server did. */
    ProbeResult confirmed(Duration left, BooleanSupplier ended, ProbeResult seen) {
        if (seen.state() != ProbeResult.State.HOLDS || hostKey.isEmpty()) return seen;
        HostKey shown = hostKey.get();
        try {
            return places.consoles()
                    .during(
                            left,
                            ended,
                            rest -> new HostKeys(glance::read, hostKeys.known())
                                    .check(target, shown)
                                    .isEmpty())
                    .map(same -> same ? seen : inside(left, ended, (connection, rest) -> seen))
                    .orElseGet(ProbeResult::unseen);
        } catch (SshException e) {
            return failed(e);
        }
    }

    private ProbeResult inside(
            Duration left, BooleanSupplier ended, BiFunction<SshConnection, Duration, ProbeResult> look) {
        if (failure.isPresent() && !login.isDue()) return failure.get();
        ProbeResult port = knocked(left, ended);
        return port.state() == ProbeResult.State.HOLDS ? loggedIn(left, ended, look) : port;
    }

    // Where logins wait for each other, none is to wait for that of a server which nothing answers at yet.
    private ProbeResult knocked(Duration left, BooleanSupplier ended) {
        boolean answered = hostKey.isPresent() || refusal.isPresent();
        if (answered || !places.logins().full()) return ProbeResult.holds("may answer");
        return places.connections()
                .during(left, ended, rest -> probes.tcp().look(instance, target.port(), rest))
                .orElseGet(ProbeResult::unseen);
    }

    private ProbeResult loggedIn(
            Duration left, BooleanSupplier ended, BiFunction<SshConnection, Duration, ProbeResult> look) {
        Instant end = time.now().plus(left);
        try {
            Optional<SshConnection> entered = places.logins().during(left, ended, this::enter);
            if (entered.isEmpty()) return ProbeResult.unseen();
            try (SshConnection connection = entered.get()) {
                return look.apply(connection, Duration.between(time.now(), end));
            }
        } catch (SshException e) {
            ProbeResult seen = failed(e);
            failure = Optional.of(seen);
            return seen;
        }
    }

    Ready ready() {
        return new Ready(
                Optional.of(target.user()),
                hostKey,
                hostKey.map(key -> KnownHosts.line(target.host(), target.port(), key)));
    }

    private SshConnection enter(Duration left) {
        SshConnection connection = login.enter(hostKeys, Durations.shorter(left, CONNECT));
        if (hostKey.filter(connection.hostKey()::equals).isEmpty()) {
            hostKeys = hostKeys.pinned(target, connection.hostKey());
        }
        hostKey = Optional.of(connection.hostKey());
        refusal = Optional.empty();
        failure = Optional.empty();
        return connection;
    }

    private ProbeResult failed(SshException e) {
        PortDiagnosis reach = new PortDiagnosis(instance, target.port());
        return switch (e.reason()) {
            case HOST_KEY_CHANGED, KEY_UNUSABLE -> ProbeResult.never("is not to be had: " + e.getMessage(), e.advice());
            case AUTH_REFUSED -> refused();
            case REFUSED -> afterRefusal(reach.refused());
            case NO_ROUTE -> afterRefusal(reach.nowhere());
            case UNREACHABLE ->
                afterRefusal(
                        PortDiagnosis.isCutOff(e.getMessage()) ? reach.cutOff() : reach.unreachable("does not answer"));
            case HUNG_UP -> shutOut(ProbeResult.notYet("hangs up at once", e.advice()));
            default -> afterRefusal(ProbeResult.notYet("broke off: " + e.getMessage(), e.advice()));
        };
    }

    private ProbeResult refused() {
        refusal = Optional.of(new RefusedLogin(instance, target, time.now(), false));
        return refusal.get().seen();
    }

    private ProbeResult shutOut(ProbeResult seen) {
        refusal = refusal.map(before -> before.explains(time.now()) ? before.shutOut(time.now()) : before);
        return afterRefusal(seen);
    }

    private ProbeResult afterRefusal(ProbeResult seen) {
        return refusal.map(before -> before.explains(time.now()) ? before.seen() : before.after(seen))
                .orElse(seen);
    }

    @Override
    public void close() {
        login.close();
    }

    // Not every cloud lets its users read it.
    private String console() {
        try {
            return instance.console().get();
        } catch (OpenStackException e) {
            return "";
        }
    }

    private NotReadyException impossible(String why, String advice) {
        return new NotReadyException(instance, "ssh", "there is " + why, advice);
    }
}
