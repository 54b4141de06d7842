package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.SteppedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Duration LEFT = Duration.ofSeconds(30);

    private final SteppedTime time = new SteppedTime();
    private final Places places = new Places(1, time);

    @Test
    void a_look_that_finds_a_place_has_all_the_time_that_is_left_and_asks_nothing() {
        BooleanSupplier neverAsked = () -> {
            throw new AssertionError("asked");
        };

        assertThat(places.during(LEFT, neverAsked, left -> left)).contains(LEFT);
        assertThat(places.full()).isFalse();
    }

    @Test
    void a_look_that_fails_gives_its_place_back() {
        assertThatThrownBy(() -> places.during(LEFT, () -> false, left -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(places.full()).isFalse();
    }

    @Test
    void a_wait_for_a_place_ends_when_its_time_is_up() {
        BooleanSupplier timePasses = () -> {
            time.sleep(LEFT);
            return false;
        };

        assertThat(whileTaken(timePasses)).isEmpty();
        assertThat(places.full()).isFalse();
    }

    @Test
    void a_wait_for_a_place_ends_when_nobody_wants_the_look_any_more() {
        assertThat(whileTaken(() -> true)).isEmpty();
        assertThat(places.full()).isFalse();
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_place() {
        assertThatThrownBy(() -> places.during(LEFT, () -> false, taken -> {
                    Thread.currentThread().interrupt();
                    return places.during(LEFT, () -> false, left -> "looked");
                }))
                .isInstanceOf(InterruptedWaitException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(places.full()).isFalse();
    }

    @Test
    void who_waits_longest_has_the_next_place() throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> others = new ArrayList<>();

        places.during(LEFT, () -> false, left -> {
            for (int i = 0; i < 5; i++) others.add(waiting(order, i));
            return order.isEmpty();
        });

        for (Thread other : others) other.join();
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    private Thread waiting(List<Integer> order, int number) {
        Thread thread = new Thread(() -> places.during(LEFT, () -> false, left -> order.add(number)));
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        return thread;
    }

    private Optional<String> whileTaken(BooleanSupplier ended) {
        return places.during(LEFT, () -> false, taken -> places.during(LEFT, ended, left -> "looked"))
                .orElseThrow();
    }
}
