package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class NoAnswerTest {
    private final NoAnswer noAnswer = new NoAnswer(
            new Request("POST", URI.create("https://cloud.example/servers"), Map.of(), Optional.empty()),
            new Connection(ProxySelector.of(null), Optional.empty(), Optional.empty(), Duration.ofSeconds(10)),
            Duration.ofSeconds(10));

    @Test
    void nothing_arrives_where_no_connection_came_about() {
        assertThat(mayHaveArrived(new ConnectException())).isFalse();
        assertThat(mayHaveArrived(new SSLHandshakeException("no cipher suite in common")))
                .isFalse();
    }

    @Test
    void what_was_on_its_way_may_have_arrived() {
        assertThat(mayHaveArrived(new IOException("connection reset"))).isTrue();
        assertThat(mayHaveArrived(new HttpTimeoutException("late"))).isTrue();
        assertThat(mayHaveArrived(new SSLException("closing inbound before receiving peer's close_notify")))
                .isTrue();
    }

    @Test
    void a_lost_answer_is_told_in_plain_words_with_the_call() {
        assertThat(noAnswer.because(new IOException("HTTP/1.1 header parser received no bytes")))
                .hasMessage("No answer to POST https://cloud.example/servers, without a proxy: "
                        + "the connection was closed before an answer came");
        assertThat(noAnswer.because(new IOException("fixed content-length: 100, bytes received: 50")))
                .hasMessageEndingWith(": the answer broke off");
        assertThat(noAnswer.because(new HttpTimeoutException("late"))).hasMessageEndingWith(": no answer within 10 s");
    }

    @Test
    void what_hangs_may_answer_the_next_time() {
        assertThat(noAnswer.because(new HttpTimeoutException("late")).passing()).isTrue();
    }

    private boolean mayHaveArrived(IOException cause) {
        return noAnswer.because(cause).mayHaveArrived();
    }
}
