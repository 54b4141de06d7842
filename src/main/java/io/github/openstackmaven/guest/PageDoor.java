package io.github.openstackmaven.guest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.openstackmaven.Reach;
import io.github.openstackmaven.simulator.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A page, the same at each path. */
record PageDoor(HttpServer server) implements Guest.Door {

    static PageDoor open(Machine machine, GuestThreads threads) throws IOException {
        HttpServer server = HttpServer.create(Reach.here(0), 0);
        byte[] page = ("lab guest\n" + machine.name() + "\n").getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> answer(exchange, machine.pageStatus(), page));
        server.setExecutor(threads.workers());
        CompletableFuture.runAsync(server::start, threads.workers()).join(); // its thread is a daemon as ours are
        return new PageDoor(server);
    }

    private static void answer(HttpExchange exchange, int status, byte[] page) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
            boolean empty = status == 204
                    || status == 304
                    || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, empty ? -1 : page.length);
            if (!empty) exchange.getResponseBody().write(page);
        }
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
