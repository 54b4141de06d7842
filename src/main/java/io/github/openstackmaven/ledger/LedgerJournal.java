package io.github.openstackmaven.ledger;

import io.github.openstackmaven.Time;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a ledger for the launches of one module in one build on one cloud. */
record LedgerJournal(Ledger ledger, String build, String project, LedgerEntry.Place place, Lifetime lifetime, Time time)
        implements Journal {

    @Override
    public void intend(ResourceType kind, String launch, String name) {
        put(kind, launch, name, Optional.empty(), Optional.empty());
    }

    @Override
    public void intend(ResourceType kind, String launch, String name, Path file) {
        put(
                kind,
                launch,
                name,
                Optional.empty(),
                Optional.of(file.toAbsolutePath().toString()));
    }

    @Override
    public void made(ResourceType kind, String launch, String name, String id) {
        put(kind, launch, name, Optional.of(id), Optional.empty());
    }

    @Override
    public void strike(String launch) {
        ledger.gone(List.of(launch));
    }

    @Override
    public void strike(Collection<String> launches) {
        ledger.gone(launches);
    }

    @Override
    public void refused(String launch) {
        ledger.refused(List.of(launch));
    }

    @Override
    public void release(String launch) {
        ledger.strike(launch);
    }

    @Override
    public void keep(Collection<String> launches) {
        ledger.keep(launches);
    }

    @Override
    public void settled(Collection<String> launches) {
        ledger.settled(launches);
    }

    @Override
    public void intendServers(List<Intent> servers) {
        ledger.put(servers.stream()
                .map(one -> entry(ResourceType.SERVER, one.launch(), one.name(), Optional.empty(), Optional.empty()))
                .toList());
    }

    @Override
    public void madeServers(Map<String, Intent> servers) {
        List<LedgerEntry> entries = new ArrayList<>();
        servers.forEach((id, one) ->
                entries.add(entry(ResourceType.SERVER, one.launch(), one.name(), Optional.of(id), Optional.empty())));
        ledger.put(entries);
    }

    @Override
    public void refusedServers(List<Intent> servers) {
        ledger.refused(servers.stream().map(Intent::launch).toList());
    }

    private void put(ResourceType kind, String launch, String name, Optional<String> id, Optional<String> file) {
        ledger.put(List.of(entry(kind, launch, name, id, file)));
    }

    private LedgerEntry entry(
            ResourceType kind, String launch, String name, Optional<String> id, Optional<String> file) {
        return LedgerEntry.builder(kind, launch, name)
                .build(build)
                .project(project)
                .place(place)
                .keep(lifetime.keep())
                .at(time.now())
                .id(id)
                .file(file)
                .lease(Optional.of(lifetime.lease()))
                .ttl(lifetime.ttl())
                .entry();
    }
}
