package io.github.openstackmaven.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.simulator.Fault;
import io.github.openstackmaven.simulator.FaultNames;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.FaultRule;
import io.github.openstackmaven.simulator.RequestKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault at every request of a build with everything in it; {@code target/chaos-matrix.md} has the table. All of it is a
 * matter of many minutes: {@code -Dmatrix=1} tries all, {@code -Dmatrix=40} every fortieth.
 */
class FaultMatrixTest {
    // The last two are one create.
    private static final List<ServerSpec> SPECS = List.of(
            Descriptions.everything("web", true, "10.10.0.101", Map.of()),
            Descriptions.plain("web-1", Map.of()),
            Descriptions.plain("web-2", Map.of()));

    private static final FaultPlan NOT_YET = FaultPlan.of(FaultRule.of("NONE", "", new Fault.Stale()));

    // What only a rule with more to it can say.
    private static final Set<String> INCOMPLETE = Set.of("body", "edit", "huge", "deep", "deeparr");

    @TempDir
    private Path folder;

    private final Transports transports = Transports.make();
    private int runs;

    /** When a request is made. */
    private enum Phase {
        LAUNCH,
        END
    }

    private record Row(Phase phase, RequestKind request) {
        @Override
        public String toString() {
            return phase.name().toLowerCase(Locale.ROOT) + ": " + request;
        }
    }

    @Test
    void no_fault_at_no_request_breaks_a_promise() throws IOException {
        List<String> faults = FaultNames.all().stream()
                .filter(name -> !INCOMPLETE.contains(name))
                .toList();
        int step = Integer.getInteger("matrix", 40);
        Map<Row, Map<String, Verdict>> table = new LinkedHashMap<>();
        int cell = 0;
        for (Row row : rows()) {
            Map<String, Verdict> cells = new LinkedHashMap<>();
            for (String fault : faults) if (cell++ % step == 0) cells.put(fault, verdict(row, fault));
            table.put(row, cells);
        }
        Files.writeString(Path.of("target", "chaos-matrix.md"), text(table, faults));

        assertThat(table).hasSizeGreaterThan(20);
        assertThat(table.entrySet().stream()
                        .flatMap(row -> row.getValue().entrySet().stream()
                                .flatMap(one -> one.getValue().complaints().stream()
                                        .map(complaint -> row.getKey() + ", " + one.getKey() + ": " + complaint))))
                .isEmpty();
    }

    private Set<Row> rows() throws IOException {
        Set<Row> rows = new LinkedHashSet<>();
        try (Rehearsal undisturbed = rehearsal(FaultPlan.none())) {
            undisturbed.launch();
            undisturbed.simulator.requests().forEach(one -> rows.add(new Row(Phase.LAUNCH, RequestKind.of(one))));
            undisturbed.simulator.clearRequests();
            undisturbed.delete();
            undisturbed.end(true);
            undisturbed.simulator.requests().forEach(one -> rows.add(new Row(Phase.END, RequestKind.of(one))));
            assertThat(undisturbed.left()).isEmpty();
        }
        return rows;
    }

    private Verdict verdict(Row row, String fault) throws IOException {
        FaultPlan plan = FaultPlan.of(row.request().once(FaultPlan.fault(fault)));
        try (Rehearsal rehearsal = rehearsal(row.phase() == Phase.LAUNCH ? plan : NOT_YET)) {
            Promises promises = new Promises(rehearsal, SPECS.size());
            promises.launch();
            if (row.phase() == Phase.END) rehearsal.simulator.disturb(plan);
            promises.end(true);
            int left = rehearsal.left().size();
            boolean struck = !rehearsal.disturbed().isEmpty();
            promises.reap();
            return new Verdict(
                    struck, promises.failure().map(OpenStackException::report).orElse(""), left, promises.complaints());
        }
    }

    private Rehearsal rehearsal(FaultPlan plan) throws IOException {
        runs++;
        return new Rehearsal(
                transports,
                Files.createDirectory(folder.resolve("build-" + runs)),
                new UUID(runs, runs).toString(),
                SPECS,
                plan);
    }

    /** What came of a build. */
    private record Verdict(boolean struck, String failure, int left, List<String> complaints) {
        String cell() {
            if (!complaints.isEmpty()) return "**" + complaints.size() + "**";
            if (!struck) return "·";
            return (failure.isEmpty() ? "ok" : "err") + (left == 0 ? "" : " " + left + " left");
        }
    }

    private static String text(Map<Row, Map<String, Verdict>> table, List<String> faults) {
        List<String> lines = new ArrayList<>();
        lines.add("ok: it came out with its server; err: with a clear error; n left: told, and reaped after the lease;"
                + " ·: the fault did not strike; bold: broken promises");
        lines.add("");
        lines.add("| request | " + String.join(" | ", faults) + " |");
        lines.add("| --- |" + " --- |".repeat(faults.size()));
        table.forEach((row, cells) -> lines.add("| " + row + " | "
                + faults.stream()
                        .map(fault ->
                                cells.containsKey(fault) ? cells.get(fault).cell() : "")
                        .collect(Collectors.joining(" | "))
                + " |"));
        lines.add("");
        table.forEach((row, cells) -> cells.forEach((fault, verdict) -> {
            if (!verdict.failure().isEmpty() || !verdict.complaints().isEmpty()) {
                lines.add("* " + row + ", " + fault + ": "
                        + verdict.failure().lines().findFirst().orElse("") + " "
                        + String.join("; ", verdict.complaints()));
            }
        }));
        return String.join("\n", lines) + "\n";
    }
}
