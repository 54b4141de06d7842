package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.CreatedServer;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.plan.Marking;
import io.github.openstackmaven.plan.NewServers;
import io.github.openstackmaven.resource.Resource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Creates of several servers each. Nova answers with the first of them: all are found by their names and the mark that they
 * have in common, which on record is a mark of each.
 *
 * @param creates knows of them from then on
 */
record ServerCreates(Bookkeeping bookkeeping, Markings markings, LaunchState state, JournaledCreates creates) {
    /**
     * Makes the servers; refusals and lost answers are as with {@link JournaledCreates#make}.
     *
     * @param post makes them, so marked
     * @return each by its name
     * @throws OpenStackException why they were not made; those that were nevertheless are among {@link JournaledCreates#made()}
     */
    Map<String, CreatedServer> make(NewServers servers, Function<Marking, CreatedServer> post) {
        state.demandWanted(servers.name());
        Mark mark = markings.next();
        Map<String, Journal.Intent> intents = new LinkedHashMap<>();
        servers.names()
                .forEach(name -> intents.put(
                        mark.ofServer(name).launch(),
                        new Journal.Intent(mark.ofServer(name).launch(), name)));
        bookkeeping.journal().intendServers(List.copyOf(intents.values()));
        Answer answer = answer(() -> post.apply(markings.of(mark)));
        if (answer.outcome().equals(Optional.of(CreateOutcome.REFUSED))) throw struck(intents, answer.demandFailure());
        MarkSearch.Result search = MarkSearch.after(
                answer.failure(),
                () -> bookkeeping.resources().serversNamed(Set.copyOf(servers.names())),
                intents.keySet(),
                state);
        record(search.seen(), intents);
        if (search.seen().size() < intents.size()) throw incomplete(servers, intents, answer, search);
        Map<String, CreatedServer> made = new HashMap<>();
        search.seen().forEach(one -> made.put(one.name(), new CreatedServer(one.id(), answer.password())));
        return made;
    }

    /**
     * What Nova has said.
     *
     * @param password of all of them
     * @param failure that it has said nothing, or no
     */
    private record Answer(Optional<Secret> password, Optional<OpenStackException> failure) {
        Optional<CreateOutcome> outcome() {
            return failure.map(CreateOutcome::of);
        }

        OpenStackException demandFailure() {
            return failure.orElseThrow();
        }
    }

    private static Answer answer(Supplier<CreatedServer> post) {
        try {
            return new Answer(post.get().adminPass(), Optional.empty());
        } catch (OpenStackException e) {
            return new Answer(Optional.empty(), Optional.of(e));
        }
    }

    private void record(List<Resource> seen, Map<String, Journal.Intent> intents) {
        Map<String, Journal.Intent> made = new LinkedHashMap<>();
        intents.forEach((launch, intent) -> seen.stream()
                .filter(one -> one.isOf(Set.of(launch)))
                .forEach(one -> {
                    creates.add(one);
                    made.put(one.id(), intent);
                }));
        bookkeeping.journal().madeServers(made);
        made.forEach((id, intent) -> state.tell(new LaunchEvent.Requested(intent.name(), id)));
    }

    private OpenStackException incomplete(
            NewServers servers, Map<String, Journal.Intent> intents, Answer answer, MarkSearch.Result search) {
        OpenStackException failure = answer.failure().orElseGet(() -> missing(servers, search));
        search.failure().ifPresent(failure::addSuppressed);
        boolean made = !answer.outcome().equals(Optional.of(CreateOutcome.CONFLICTING))
                || !search.looked()
                || !search.seen().isEmpty();
        return made ? failure : struck(intents, failure);
    }

    private static OpenStackException missing(NewServers servers, MarkSearch.Result search) {
        return new OpenStackException(
                "Nova accepted " + servers.names().size() + " servers '" + servers.name() + "-…' and shows "
                        + search.seen().size() + " of them",
                "Try again; what is there of them is deleted.");
    }

    private OpenStackException struck(Map<String, Journal.Intent> intents, OpenStackException refusal) {
        return JournaledCreates.struck(
                () -> bookkeeping.journal().refusedServers(List.copyOf(intents.values())), refusal);
    }
}
