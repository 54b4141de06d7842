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
            new Connection(ProxySelector.of(null), Optional.empty(), Optional.empty(), Duration.ofSeconds(10)));

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

    private boolean mayHaveArrived(IOException cause) {
        return noAnswer.because(cause).mayHaveArrived();
    }
}
