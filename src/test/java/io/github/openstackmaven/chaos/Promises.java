package io.github.openstackmaven.chaos;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.simulator.Inventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs a build, and looks whether it keeps what the plugin promises, whatever happens. */
final class Promises {
    // Its own minute for what is given back, and what a last look may take.
    private static final Duration LAUNCH = Rehearsal.TIMEOUT.plusSeconds(80);
    private static final Duration END = Rehearsal.END.plusSeconds(15);
    private static final Pattern CALL = Pattern.compile("(GET|POST|PUT|DELETE|PATCH) http|127\\.0\\.0\\.1|localhost");
    // What is no call's fault, or was answered in good order.
    private static final Pattern OTHER =
            Pattern.compile("Interrupted|is not ACTIVE|went to ERROR|Unknown |has no IPv4 address");

    // Other lines may say that it is gone.
    private static final Pattern LEFT = Pattern.compile("^(Left behind|Not deleted): ");

    private final Rehearsal rehearsal;
    private final int servers;
    private final List<String> complaints = new ArrayList<>();
    private Optional<OpenStackException> failure = Optional.empty();

    /** Of a build of so many servers. */
    Promises(Rehearsal rehearsal, int servers) {
        this.rehearsal = rehearsal;
        this.servers = servers;
    }

    /** What was not kept. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Why the build does not have its servers. */
    Optional<OpenStackException> failure() {
        return failure;
    }

    void launch() {
        Duration start = rehearsal.elapsed();
        try {
            rehearsal.launch();
        } catch (OpenStackException e) {
            failure = Optional.of(e);
            boolean named =
                    CALL.matcher(e.report()).find() || OTHER.matcher(e.report()).find();
            if (!named) complaints.add("the error names no call: " + e.report());
        } catch (RuntimeException e) {
            failure = Optional.of(new OpenStackException(e.toString(), "", e));
            complaints.add("no error in the user's terms: " + e);
        }
        if (passed(start).compareTo(LAUNCH) > 0) complaints.add("the launch took " + passed(start));
        doubles();
    }

    /** A launch in the middle of which the power goes. */
    void killedLaunch() {
        try {
            rehearsal.launch();
        } catch (Wire.Killed | RuntimeException e) {
            failure = Optional.of(new OpenStackException("killed", "", e));
        }
        doubles();
    }

    /** The goal delete if all went well, and in any case the end of the build. */
    void end(boolean deleted) {
        Thread.interrupted();
        if (deleted && failure.isEmpty()) rehearsal.delete();
        Duration start = rehearsal.elapsed();
        rehearsal.end(deleted && failure.isEmpty());
        if (passed(start).compareTo(END) > 0) complaints.add("the end took " + passed(start));
        rehearsal.rest();
        String told = rehearsal.told.stream().filter(LEFT.asPredicate()).collect(Collectors.joining("\n"));
        // Nova's own port goes with its server.
        rehearsal.left().stream()
                .filter(thing -> !thing.kind().equals("port") || thing.name().startsWith("web"))
                .filter(thing -> rehearsal.marks(thing).stream().noneMatch(told::contains))
                .forEach(thing -> complaints.add("left and not told: " + thing));
    }

    /** After the lease there is nothing any more. */
    void reap() {
        try {
            rehearsal.reap();
        } catch (OpenStackException e) {
            complaints.add("the reaper failed: " + e.getMessage());
        }
        Set<Inventory.Thing> left = rehearsal.left();
        if (!left.isEmpty()) complaints.add("not reaped after the lease: " + left);
        doubles();
    }

    private void doubles() {
        Inventory inventory = rehearsal.inventory();
        if (!inventory.doubles().isEmpty()) complaints.add("doubles: " + inventory.doubles());
        if (inventory.launches().size() > servers) {
            complaints.add("more servers than described: " + inventory.launches());
        }
    }

    private Duration passed(Duration start) {
        return rehearsal.elapsed().minus(start);
    }
}
