package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Incoming;
import io.github.openstackmaven.simulator.web.Service;
import io.github.openstackmaven.simulator.web.Web;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings requests to their services, makes them go wrong when asked to, and records them. */
final class Dispatcher implements Web.Host {
    private final List<Service> services;
    private final Conversation.Backstage backstage;
    private final Disturbance disturbance;
    private final List<Recorded> requests = new ArrayList<>();

    Dispatcher(List<Service> services, Conversation.Backstage backstage) {
        this.services = List.copyOf(services);
        this.backstage = backstage;
        this.disturbance = new Disturbance(backstage.options().clock());
    }

    Disturbance disturbance() {
        return disturbance;
    }

    synchronized List<Recorded> requests() {
        return List.copyOf(requests);
    }

    synchronized void clearRequests() {
        requests.clear();
    }

    @Override
    public void answer(Socket client, Incoming request) throws IOException {
        Optional<Service> service = services.stream()
                .filter(one -> (request.path() + "/").startsWith(one.prefix() + "/"))
                .findFirst();
        // No cloud has it: it is neither slow nor disturbed.
        boolean ofGuests = service.filter(GuestService.class::isInstance).isPresent();
        if (!ofGuests) delay(backstage.options());
        backstage.settle();
        String prefix = service.map(Service::prefix).orElse("");
        Optional<Fault> fault = ofGuests
                ? Optional.empty()
                : disturbance.of(Disturbance.Asked.of(
                        prefix, request.method(), request.target().substring(prefix.length())));
        Conversation conversation = new Conversation(
                client,
                request,
                () -> service.map(one -> one.answer(Call.of(request, prefix)))
                        .orElseGet(() -> Answer.html(404, "<h1>Not Found</h1>")),
                backstage,
                status -> record(new Recorded(request.method(), request.target(), request.body(), status, fault)));
        if (fault.isPresent()) fault.get().strike(conversation);
        else conversation.send(conversation.heed());
    }

    // On the request's own thread, before it waits for any other.
    private static void delay(Options options) {
        if (!options.latency().isZero()) options.pause().accept(options.latency());
    }

    private synchronized void record(Recorded request) {
        if (backstage.options().recording()) requests.add(request);
    }
}
