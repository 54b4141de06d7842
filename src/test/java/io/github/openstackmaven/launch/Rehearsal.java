package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Shown;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.CreatedServer;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.UnreachableException;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.plan.MarkedCreate;
import io.github.openstackmaven.plan.Marking;
import io.github.openstackmaven.plan.NewFloatingIp;
import io.github.openstackmaven.plan.NewPort;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.NewServers;
import io.github.openstackmaven.plan.SecurityGroups;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A cloud, a record and a clock for launches that go by a script. */
final class Rehearsal implements Servers, Resources, Journal {
    static final Duration TIMEOUT = Duration.ofSeconds(90);
    static final Marks MARKS = new Marks("b1", "g:a", "here", "here", Optional.empty());

    final SteppedTime time = new SteppedTime();
    final List<LaunchEvent> events = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    final List<ServerRequest> created = new ArrayList<>();
    final List<String> deleted = new ArrayList<>();
    final Map<String, Optional<Instant>> renewed = new LinkedHashMap<>();
    final Map<String, Resource> there = new LinkedHashMap<>();
    final LaunchContext context =
            new LaunchContext(time, SteppedTime.schedule(), this::told, Runnable::run, () -> false);
    final LaunchState state = new LaunchState(context, TIMEOUT);
    final Bookkeeping bookkeeping = new Bookkeeping(this, this, MARKS);
    final Markings markings = new Markings(MARKS, Launching.within(TIMEOUT), state.deadline(), Optional.empty());
    final JournaledCreates creates = new JournaledCreates(bookkeeping, markings, state);
    final ServerCreates together = new ServerCreates(bookkeeping, markings, state, creates);
    final Rollback rollback = new Rollback(deadline -> this, this, context, state, creates);

    final FleetStatus status = new FleetStatus(this, context, state.deadline());

    private final Deque<Supplier<String>> looks = new ArrayDeque<>();
    private Supplier<String> forever = () -> {
        throw new AssertionError("nobody was to look again");
    };
    private Optional<OpenStackException> answer = Optional.empty();
    private boolean madeAllTheSame;
    private final Set<String> stubborn = new HashSet<>();
    private int refusedLooks;
    private boolean refusesDeletes;
    private boolean readOnly;
    private boolean unstrikeable;
    private Runnable onceRequested = () -> {};

    /** The create of something of that kind, called {@code web}. */
    static MarkedCreate create(ResourceType kind) {
        return switch (kind) {
            case SERVER -> new NewServer(Plans.server("web"), Optional.empty());
            case PORT -> new NewPort("web", "n1", "10.0.0.5", new SecurityGroups(List.of(), Optional.empty()));
            default ->
                new NewFloatingIp(
                        "web", new Network("n2", "public", false, "p2", true, Optional.empty(), Optional.empty()));
        };
    }

    /** What is seen of the server, look by look. */
    void answers(String... script) {
        Stream.of(script).forEach(status -> looks.add(() -> status));
    }

    /** What is seen of it at every further look. */
    void answersForever(String status) {
        forever = () -> status;
    }

    /** How the next looks fail. */
    void troubles(OpenStackException... failures) {
        Stream.of(failures)
                .forEach(failure -> looks.add(() -> {
                    throw failure;
                }));
    }

    /** How every further look fails. */
    void troubledForever(OpenStackException failure) {
        forever = () -> {
            throw failure;
        };
    }

    /** The next create fails so, and nothing is made. */
    void fails(OpenStackException failure) {
        answer = Optional.of(failure);
    }

    /** The next create fails so, though the cloud makes it. */
    void loses(OpenStackException failure) {
        fails(failure);
        madeAllTheSame = true;
    }

    /** It takes no mark. */
    void refuseRenewalOf(String id) {
        stubborn.add(id);
    }

    /** Its next lists are answered with what nobody can read. */
    void refuseLooks(int times) {
        refusedLooks = times;
    }

    void refuseDeletes() {
        refusesDeletes = true;
    }

    /** The record can't be written once a create is answered. */
    void fillTheDisk() {
        readOnly = true;
    }

    /** Nothing can be struck from the record. */
    void refuseStrikes() {
        unstrikeable = true;
    }

    /** Happens as soon as a server is asked for. */
    void onceRequested(Runnable event) {
        onceRequested = event;
    }

    private void told(LaunchEvent event) {
        events.add(event);
        if (event instanceof LaunchEvent.Requested) onceRequested.run();
    }

    static HttpStatusException answered(int status) {
        return refusal(status, "");
    }

    static HttpStatusException refusal(int status, String words) {
        return new HttpStatusException(
                "compute",
                new Request("POST", URI.create("http://cloud/servers"), Map.of(), Optional.empty()),
                new Response(
                        status,
                        HttpHeaders.of(Map.of(), (name, value) -> true),
                        words.isEmpty() ? "{}" : "{\"refusal\": {\"message\": \"" + words + "\"}}"));
    }

    static HttpStatusException busy(String retryAfter) {
        return new HttpStatusException(
                "compute",
                new Request("GET", URI.create("http://cloud/servers/1"), Map.of(), Optional.empty()),
                new Response(
                        429, HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (name, value) -> true), "{}"));
    }

    static UnreachableException unanswered(boolean mayHaveArrived) {
        return new UnreachableException("no answer", "", true, mayHaveArrived, new IOException("reset"));
    }

    /** Makes a thing, or not, as the script says. */
    String make(ResourceType kind, Marking marking) {
        return make(kind, Mark.inMetadata(marking.metadata()).orElseThrow());
    }

    String make(ResourceType kind, Mark mark) {
        String id = kind.name().toLowerCase(Locale.ROOT) + (there.size() + deleted.size() + 1);
        boolean failing = answer.isPresent();
        if (!failing || madeAllTheSame) put(kind, id, "web", mark);
        if (failing) {
            OpenStackException failure = answer.get();
            answer = Optional.empty();
            madeAllTheSame = false;
            throw failure;
        }
        return id;
    }

    private void put(ResourceType kind, String id, String name, Mark mark) {
        there.put(id, new Resource(kind, id, name, Optional.of(mark), Optional.empty(), Optional.empty()));
    }

    /** As Nova does with {@code min_count}, but for so many that don't come to be. */
    CreatedServer make(NewServers servers, Marking marking, int lacking) {
        Mark mark = Mark.inMetadata(marking.server()).orElseThrow();
        boolean failing = answer.isPresent();
        if (!failing || madeAllTheSame) {
            servers.names().stream()
                    .limit(servers.names().size() - lacking)
                    .forEach(name -> put(ResourceType.SERVER, "id of " + name, name, mark.ofServer(name)));
        }
        if (failing) throw answer.get();
        return new CreatedServer("id of " + servers.first().name(), Optional.of(Secret.of("open sesame")));
    }

    @Override
    public CreatedServer create(ServerRequest request) {
        created.add(request);
        Mark mark = Mark.inMetadata(request.server().metadata()).orElseThrow();
        return new CreatedServer(make(ResourceType.SERVER, mark), Optional.of(Secret.of("open sesame")));
    }

    @Override
    public Optional<Server> server(String id) {
        String status = (looks.isEmpty() ? forever : looks.pop()).get();
        return status.equals("gone") ? Optional.empty() : Optional.of(server(id, "web", status, Map.of()));
    }

    @Override
    public List<Server> all() {
        return List.of();
    }

    @Override
    public List<Server> named(Collection<String> names) {
        throw new AssertionError("only through Resources");
    }

    @Override
    public List<Server> changedSince(Instant time) {
        throw new AssertionError("one server is looked at by its id");
    }

    @Override
    public boolean delete(String id) {
        throw new AssertionError("only through Resources");
    }

    @Override
    public List<Resource> all(ResourceType kind) {
        if (refusedLooks-- > 0) throw new NullPointerException("no description");
        return there.values().stream().filter(one -> one.kind() == kind).toList();
    }

    @Override
    public Optional<Resource> find(ResourceType kind, String id) {
        return Optional.ofNullable(there.get(id));
    }

    @Override
    public boolean delete(Resource resource) {
        if (refusesDeletes) throw new OpenStackException("not now", "");
        boolean known = there.remove(resource.id()) != null;
        if (known) deleted.add(resource.id());
        return known;
    }

    @Override
    public void renew(Resource resource, Optional<Instant> expiresAt) {
        if (stubborn.contains(resource.id())) throw new OpenStackException("in BUILD", "");
        renewed.put(resource.id(), expiresAt);
    }

    @Override
    public void release(Resource resource) {
        if (stubborn.contains(resource.id())) throw answered(409);
        written.add("released " + resource.id());
    }

    @Override
    public void intend(ResourceType kind, String launch, String name) {
        written.add("intend " + kind + " " + launch);
    }

    @Override
    public void made(ResourceType kind, String launch, String name, String id) {
        if (readOnly) throw new OpenStackException("disk full", "");
        written.add("made " + kind + " " + launch + " " + id);
    }

    @Override
    public void strike(String launch) {
        if (unstrikeable) throw new OpenStackException("disk full", "");
        written.add("strike " + launch);
    }

    @Override
    public void keep(Collection<String> launches) {
        launches.forEach(launch -> written.add("keep " + launch));
    }

    @Override
    public void settled(Collection<String> launches) {
        launches.forEach(launch -> written.add("settled " + launch));
    }

    @Override
    public void release(String launch) {
        written.add("release " + launch);
    }

    /** A server as Nova shows it. */
    static Server server(String id, String name, String status, Map<String, String> metadata) {
        return Shown.as(Server.class, """
                {"id": "%s", "name": "%s", "status": "%s", "created": "%s", "metadata": %s%s}""".formatted(
                        id,
                        name,
                        status,
                        SteppedTime.START,
                        Json.write(metadata),
                        switch (status) {
                            case "BUILD" -> """
                            , "OS-EXT-STS:task_state": "spawning\"""";
                            case "ERROR" -> """
                            , "fault": {"code": 500, "message": "No valid host was found. "}""";
                            default -> "";
                        }));
    }
}
