package io.github.openstackmaven.plan;

import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.exec.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Preparations for tests. */
public final class PrepareSpecs {
    private PrepareSpecs() {}

    /** One that runs these commands. */
    public static PrepareSpec running(String... commands) {
        return of(List.of(), commands(commands), Optional.empty(), Optional.empty());
    }

    /** One that brings these and does nothing else. */
    public static PrepareSpec bringing(Job.Upload... uploads) {
        return of(List.of(uploads), List.of(), Optional.empty(), Optional.empty());
    }

    /** The same on a flavor of its own. */
    public static PrepareSpec on(String flavor, PrepareSpec spec) {
        return new PrepareSpec(
                spec.uploads(),
                spec.steps(),
                spec.userData(),
                spec.key(),
                Optional.of(new FlavorSpec.Named(flavor)),
                spec.networks(),
                spec.user(),
                spec.timeout(),
                spec.maxAge(),
                spec.unusedFor());
    }

    static List<Step> commands(String... commands) {
        return List.of(commands).stream().<Step>map(Step.Command::new).toList();
    }

    /** One that takes 10 minutes at most, is a week old at most, and stays for two. */
    public static PrepareSpec of(
            List<Job.Upload> uploads, List<Step> steps, Optional<UserData> userData, Optional<String> key) {
        return new PrepareSpec(
                uploads,
                steps,
                userData,
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.of("cirros"),
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                Duration.ofDays(14));
    }
}
