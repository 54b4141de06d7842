package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Service;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.util.List;

/** Tells where the guests listen: {@code GET /guests/ADDRESS/PORT}. No cloud has such a service. */
record GuestService(Doors doors) implements Service {
    private static final String PATH = "/[^/]+/\\d{1,5}";

    @Override
    public String prefix() {
        return "/guests";
    }

    @Override
    public Answer answer(Call call) {
        if (!call.path().matches(PATH)) return text(400, "It is /guests/ADDRESS/PORT");
        String[] parts = call.path().substring(1).split("/", -1);
        try {
            return doors.instead(parts[0], Integer.parseInt(parts[1]))
                    .map(there -> text(200, String.valueOf(there.getPort())))
                    .orElseGet(() -> Answer.empty(204));
        } catch (NoRouteToHostException e) {
            return text(404, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return text(409, String.valueOf(e.getMessage()));
        }
    }

    private static Answer text(int status, String words) {
        return new Answer(status, List.of(new Answer.Header("Content-Type", "text/plain")), words);
    }
}
