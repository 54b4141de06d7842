package io.github.openstackmaven.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** An answer's body as text, up to a limit: what is longer would fill the memory before anybody could refuse it. */
final class LimitedBody implements BodySubscriber<String> {
    /** How long an answer may be. */
    static final int MEBIBYTES = 32;

    private final BodySubscriber<String> text;
    private long left = MEBIBYTES * 1024L * 1024L;
    private Optional<Flow.Subscription> subscription = Optional.empty();

    private LimitedBody(BodySubscriber<String> text) {
        this.text = text;
    }

    static BodyHandler<String> handler() {
        BodyHandler<String> whole = BodyHandlers.ofString();
        return answer -> new LimitedBody(whole.apply(answer));
    }

    /** An answer is longer than any that a cloud has a reason to give. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the answer is longer than " + MEBIBYTES + " MiB");
        }
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
        subscription = Optional.of(made);
        text.onSubscribe(made);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        if (left < 0) return;
        left -= item.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            text.onNext(item);
        } else {
            subscription.ifPresent(Flow.Subscription::cancel);
            text.onError(new TooLongException());
        }
    }

    @Override
    public void onError(Throwable failure) {
        text.onError(failure);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
