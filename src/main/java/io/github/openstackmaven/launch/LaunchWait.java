package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.http.HttpStatusException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Wait for something that a launch has asked for. What passes is ridden out, and told. */
final class LaunchWait implements Poll.Listener {
    private final LaunchState state;
    private final String name;
    private final String subject;
    private final String id;
    private final String stage;
    private final String goal;
    private String seen = "nothing";
    private Optional<OpenStackException> trouble = Optional.empty();

    /**
     * A wait that has not begun.
     *
     * @param name the server's
     * @param subject what is waited for, for messages
     * @param stage what is told as waited for
     * @param goal what it must become
     */
    LaunchWait(LaunchState state, String name, String subject, String id, String stage, String goal) {
        this.state = state;
        this.name = name;
        this.subject = subject;
        this.id = id;
        this.stage = stage;
        this.goal = goal;
    }

    /**
     * Looks again and again until there is a result.
     *
     * @throws OpenStackException when time is up or it is no longer wanted, and what a look throws that does not pass
     */
    <T> T until(Supplier<Poll.Look<T>> look) {
        tell("");
        return state.poll(this).until(left -> looked(look)).orElseThrow(this::late);
    }

    /**
     * It is not there.
     *
     * @param when in the message: {@code while it was built}
     */
    static <T> Poll.Look<T> gone(String subject, String when) {
        return Poll.Look.missing(new OpenStackException(
                subject + " was deleted by someone else " + when, "Look for a clean-up job in the project."));
    }

    @Override
    public void changed(String words) {
        tell(words);
    }

    @Override
    public void still(String words) {
        tell(words);
    }

    @Override
    public void demandWanted() {
        state.demandWanted(name);
    }

    private <T> Poll.Look<T> looked(Supplier<Poll.Look<T>> look) {
        try {
            Poll.Look<T> now = look.get();
            trouble = now.never();
            if (trouble.isEmpty()) seen = now.words();
            return now;
        } catch (OpenStackException e) {
            if (!e.mayPass()) throw e;
            trouble = Optional.of(e);
            return Poll.Look.<T>notYet(String.valueOf(e.getMessage())).leftAlone(retryAfter(e));
        }
    }

    private static Duration retryAfter(OpenStackException failure) {
        return failure instanceof HttpStatusException answer
                ? answer.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
    }

    private void tell(String words) {
        state.tell(new LaunchEvent.Waiting(name, id, stage, words, state.elapsed()));
    }

    private OpenStackException late() {
        String message =
                subject + " is not " + goal + " after " + state.timeout().toSeconds() + " s: last seen " + seen;
        String advice = "Raise <timeout> (-Dopenstack.timeout=20m) if the cloud is slow.";
        return trouble.map(e -> new OpenStackException(message + ", then: " + e.getMessage(), e.advice(), e))
                .orElseGet(() -> new OpenStackException(message, advice));
    }
}
