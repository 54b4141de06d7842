package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.ledger.DoomedServers;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Teardown;
import io.github.openstackmaven.plan.ServerSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleting what was launched, and nothing else. */
abstract class DeleteContract {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Time LONG_AGO = new SteppedTime();

    private final String name = "doomed-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    private CloudUnderTest cloud;
    private Cloud open;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
        open = cloud.logIn();
    }

    @AfterEach
    void deleteWhatWasLaunched() {
        cloud.close();
    }

    @Test
    void a_launched_server_is_gone_when_the_teardown_returns() {
        Server server = cloud.launch(spec(Map.of("oslab_delete_delay", "2")), PATIENCE);

        assertThat(teardown(List.of(server))).isEmpty();
        assertThat(open.compute().server(server.id())).isEmpty();
    }

    @Test
    void a_create_whose_answer_was_lost_is_found_by_its_mark() {
        Server server = cloud.launch(spec(Map.of()), PATIENCE);
        Ledger ledger = new Ledger(folder.resolve("ledger.json"));
        String mark = server.metadata().get("maven:launch");
        ledger.of("b1", place(), Time.system()).intend(mark, name);

        List<Server> doomed = new DoomedServers(open.compute(), Time.system(), false, warning -> {})
                .of(ledger, place(), entry -> true);

        assertThat(doomed).extracting(Server::id).containsExactly(server.id());
    }

    @Test
    void what_is_gone_already_is_struck_and_what_is_elsewhere_stays_on_record() {
        Ledger ledger = new Ledger(folder.resolve("ledger.json"));
        ledger.of("b1", place(), LONG_AGO).intend("never-made", name);
        ledger.of("b1", place(), Time.system()).intend("just-now", name);
        ledger.of("b1", new LedgerEntry.Place("http://elsewhere", "", ""), Time.system())
                .intend("elsewhere", name);
        List<String> warnings = new ArrayList<>();

        List<Server> doomed = new DoomedServers(open.compute(), Time.system(), false, warnings::add)
                .of(ledger, place(), entry -> true);

        assertThat(doomed).isEmpty();
        assertThat(ledger.entries()).extracting(LedgerEntry::launch).containsExactly("just-now", "elsewhere");
        assertThat(warnings).singleElement().asString().contains("http://elsewhere");
    }

    @Test
    void a_server_without_marks_is_not_touched_unless_told_so() {
        Server server = cloud.launch(spec(Map.of()), PATIENCE);
        open.service(ServiceType.COMPUTE).delete("/servers/" + server.id() + "/metadata/maven:build");

        assertThatThrownBy(() -> new DoomedServers(open.compute(), Time.system(), false, warning -> {})
                        .named(Optional.of(name), Optional.empty()))
                .hasMessage("Server '" + name + "' (" + server.id() + ") was not made by this plugin: it has no marks");
        assertThat(new DoomedServers(open.compute(), Time.system(), true, warning -> {})
                        .named(Optional.of(name), Optional.empty()))
                .extracting(Server::id)
                .containsExactly(server.id());
    }

    @Test
    void a_name_that_nothing_has_is_told_as_such() {
        assertThatThrownBy(() -> new DoomedServers(open.compute(), Time.system(), false, warning -> {})
                        .named(Optional.of("nobody"), Optional.empty()))
                .hasMessage("No server 'nobody' in this project");
    }

    private LedgerEntry.Place place() {
        return new LedgerEntry.Place(
                open.place(),
                open.endpoints().region().orElse(""),
                open.projectId().orElse(""));
    }

    private List<Teardown.Remaining> teardown(List<Server> servers) {
        return new Teardown(open.compute(), Time.system(), PollSchedule.standard(), server -> {})
                .delete(servers, PATIENCE);
    }

    private ServerSpec spec(Map<String, String> metadata) {
        return ServerSpec.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK))
                .withMetadata(metadata);
    }
}
