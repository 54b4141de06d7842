package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Servers that only their names tell apart, in one create
 * (<a href="https://docs.openstack.org/api-ref/compute/#create-multiple-servers">{@code min_count}</a>): Nova calls them as
 * {@code <count>} does (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/compute/api.py">{@code _apply_instance_name_template}</a>).
 *
 * @param name what their names begin with; {@code -1}, {@code -2} and so on follow
 */
public record NewServers(String name, List<NewServer> servers) implements MarkedCreate {
    private static final Pattern NUMBERED = Pattern.compile("(?s)(?<name>.+)-\\d+");

    public NewServers {
        servers = List.copyOf(servers);
    }

    /** Those among them that can be made so. */
    static List<NewServers> among(List<NewServer> servers) {
        Map<String, List<NewServer>> numbered = new LinkedHashMap<>();
        for (NewServer server : servers) {
            Matcher name = NUMBERED.matcher(server.name());
            if (name.matches())
                numbered.computeIfAbsent(name.group("name"), first -> new ArrayList<>())
                        .add(server);
        }
        return numbered.entrySet().stream()
                .map(alike -> new NewServers(alike.getKey(), alike.getValue()))
                .filter(NewServers::isOneCreate)
                .toList();
    }

    private boolean isOneCreate() {
        return servers.size() > 1
                && IntStream.range(0, servers.size())
                        .allMatch(index -> servers.get(index).name().equals(name + "-" + (index + 1)))
                && servers.stream().skip(1).allMatch(first()::isLike);
    }

    /** The first of them, which stands for all. */
    public NewServer first() {
        return servers.get(0);
    }

    /** The names of all. */
    public List<String> names() {
        return servers.stream().map(NewServer::name).toList();
    }

    /** What is made for that one alone, and with the first of them all. */
    Stream<Create> unshared(NewServer server) {
        Stream<Create> itself = server.name().equals(first().name()) ? Stream.of(this) : Stream.empty();
        return Stream.concat(itself, server.floatingIp().stream());
    }

    /**
     * What Nova is asked for.
     *
     * @param zone one of {@link PlannedServer#zones()}
     */
    public ServerRequest request(Bindings bindings, Marking marking, Optional<String> zone) {
        Map<String, String> marks = new HashMap<>(marking.server());
        marks.put(Mark.SERVERS, String.valueOf(servers.size()));
        marks.put(NewServer.SPEC, first().digest());
        return new CreateBody(first(), bindings, name, Optional.of(servers.size())).request(marks, zone);
    }

    @Override
    public ResourceType kind() {
        return ResourceType.SERVER;
    }

    @Override
    public Costs costs() {
        return servers.stream().map(NewServer::costs).collect(Costs.sum());
    }

    @Override
    public PlannedRequest foreseen(Marking marking) {
        return PlannedRequest.compute(
                request(Bindings.foreseen(), marking, first().plan().zones().get(0))
                        .post());
    }
}
