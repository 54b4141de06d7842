package io.github.openstackmaven.ready;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.Reach;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Connects, and hangs up. */
record SocketProbe(Reach reach) implements TcpProbe {
    private static final Duration ENOUGH = Duration.ofSeconds(3);

    @Override
    public ProbeResult look(Instance instance, int port, Duration atMost) {
        Duration timeout = Durations.shorter(atMost, ENOUGH);
        try (SocketChannel channel = SocketChannel.open()) { // unlike a Socket's, its connect hears interrupts
            channel.socket()
                    .connect(reach.of(instance.ip().orElseThrow(), port), (int) Math.max(1, timeout.toMillis()));
            return ProbeResult.holds("accepts connections");
        } catch (SocketTimeoutException e) {
            return new PortDiagnosis(instance, port).unreachable("does not answer");
        } catch (IOException e) {
            return new PortDiagnosis(instance, port).failed(String.valueOf(e.getMessage()));
        }
    }
}
