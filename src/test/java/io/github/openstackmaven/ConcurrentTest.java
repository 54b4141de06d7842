package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
    private final Concurrent concurrent = new Concurrent(executor, failures::add);

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void results_come_in_the_order_of_the_tasks() {
        CountDownLatch second = new CountDownLatch(1);

        assertThat(concurrent.all(List.of(1, 2), number -> {
                    if (number == 1) awaited(second);
                    second.countDown();
                    return number * 10;
                }))
                .containsExactly(10, 20);
    }

    @Test
    void a_failure_is_told_at_once_and_thrown_as_it_was_once_all_have_ended() {
        CountDownLatch failed = new CountDownLatch(1);
        OpenStackException failure = new OpenStackException("no", "");
        CompletableFuture<String> one = concurrent.start(() -> {
            failed.countDown();
            throw failure;
        });
        CompletableFuture<String> other = concurrent.start(() -> {
            awaited(failed);
            return "made";
        });

        assertThatThrownBy(() -> concurrent.await(List.of(one, other), "waiting", ""))
                .isSameAs(failure);
        assertThat(failures).containsExactly(failure);
        assertThat(other).isCompletedWithValue("made");
    }

    @Test
    void an_interrupt_is_told_at_once_and_thrown_once_all_have_ended() {
        CompletableFuture<String> slow = concurrent.start(() -> {
            while (failures.isEmpty()) Thread.onSpinWait();
            return "made";
        });

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> concurrent.await(List.of(slow), "waiting for the servers", "They are deleted again."))
                .isInstanceOf(InterruptedWaitException.class)
                .hasMessage("Interrupted while waiting for the servers");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(slow).isCompletedWithValue("made");
        assertThat(failures).singleElement().isInstanceOf(InterruptedWaitException.class);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
