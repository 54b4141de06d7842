package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.resource.CloudResources;
import java.time.Duration;
import java.util.function.Consumer;

/** The end of a build on one cloud as {@link EndOfBuild} has it, by a transport and a clock that tests have. */
public record RehearsedEnd(LaunchSite site, Transport transport, Time time) {

    /** Deletes what goes with the build, and tells of it and of what is left. */
    public void of(String build, boolean succeeded, Duration timeout, Consumer<String> out) {
        Logins logins = new Logins(connection -> transport, time);
        Ledger ledger = new Ledger(site.ledger().file(), out, site.ledger().memory());
        CloudTeardown teardown = new CloudTeardown(
                new BuildRecord(
                        ledger,
                        site.place(),
                        new KeepDecision(build, succeeded),
                        ledger::has,
                        site.ledger()::refusedKinds),
                () -> false,
                deadline -> new CloudResources(
                        logins.to(site, Patience.until(deadline, time).once())),
                LastLook.none(),
                time,
                out);
        if (!teardown.isDone()) teardown.run(timeout, Runnable::run);
        teardown.left().forEach(entry -> out.accept("Left behind: " + entry + ", " + entry.launch()));
        teardown.strays().forEach(stray -> out.accept("Left behind: " + stray.resource() + ", " + stray.command()));
    }
}
