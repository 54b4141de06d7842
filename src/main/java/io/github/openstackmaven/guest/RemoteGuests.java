package io.github.openstackmaven.guest;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.Reach;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The guests of a simulator on this machine, which is asked where they listen. */
public final class RemoteGuests implements Reach {
    /** What such a simulator's catalog has where no cloud has anything. */
    public static final String SERVICE_TYPE = "simulated-guests";

    private static final Duration ENOUGH = Duration.ofSeconds(5);

    private final URI simulator;
    private final HttpClient client = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(ENOUGH)
            .build();

    /** @param simulator where it is asked, as its catalog says */
    public RemoteGuests(URI simulator) {
        this.simulator = simulator;
    }

    /** Whether a simulator is there: on this machine, or a cloud could have the plugin connect to any place. */
    public static boolean areAt(URI simulator) {
        return "http".equals(simulator.getScheme()) && "127.0.0.1".equals(simulator.getHost());
    }

    @Override
    public Optional<InetSocketAddress> instead(String host, int port) throws IOException {
        HttpResponse<String> answer = ask(host, port);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(Reach.here(Integer.parseInt(answer.body())));
            case 204 -> Optional.empty();
            case 404 -> throw new NoRouteToHostException(answer.body());
            default -> throw new ConnectException(answer.body());
        };
    }

    private HttpResponse<String> ask(String host, int port) throws IOException {
        URI question = URI.create(simulator + "/" + URLEncoder.encode(host, StandardCharsets.UTF_8) + "/" + port);
        try {
            return client.send(HttpRequest.newBuilder(question).timeout(ENOUGH).build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("the simulator at " + simulator + " has ended", e);
        } catch (InterruptedException e) {
            throw InterruptedWaitException.of("asking where a simulated guest is", "", e);
        }
    }
}
