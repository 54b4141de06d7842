package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.LedgerEntry.Place;
import io.github.openstackmaven.ledger.Lifetime;
import io.github.openstackmaven.ledger.ResourceType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What delete means: of the record, of the marks, by name. */
class DeletionScopeTest {
    private static final Place HERE = new Place("https://cloud", "RegionOne", "p1");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final DeletionScope OF_BUILD = new DeletionScope("b1", "g:a", false, List.of(), Optional.empty());
    private static final DeletionScope DIRECT = new DeletionScope("b2", "g:a", true, List.of(), Optional.empty());

    private final RehearsedCloud cloud = new RehearsedCloud();
    private final SteppedTime time = new SteppedTime();
    private final List<String> warnings = new ArrayList<>();
    private Ledger ledger;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        ledger = new Ledger(folder.resolve("ledger.json"));
    }

    @Test
    void as_a_part_of_a_build_it_means_what_the_module_launched_in_it_and_is_not_to_keep() {
        made("mine", "b1", "g:a", Keep.NEVER);
        made("of-an-older-version", "b1", "", Keep.NEVER);
        made("the other module's", "b1", "g:other", Keep.NEVER);
        made("an earlier build's", "b0", "g:a", Keep.NEVER);
        made("kept", "b1", "g:a", Keep.ALWAYS);
        made("waiting", "b1", "g:a", Keep.ON_FAILURE);

        assertThat(ledger.entries().stream().filter(OF_BUILD::isMeant))
                .extracting(LedgerEntry::name)
                .containsExactly("mine", "of-an-older-version");
        assertThat(OF_BUILD.staying(ledger))
                .containsExactly(
                        "server 'kept' (kept) stays: keep=always",
                        "server 'waiting' (waiting) waits for the end of the build: keep=onFailure");
        assertThat(OF_BUILD.remaining(ledger))
                .containsExactly(
                        "On record: mine, openstack server delete mine",
                        "On record: of-an-older-version, openstack server delete of-an-older-version");
    }

    @Test
    void called_directly_it_means_all_of_the_record() {
        made("an earlier build's", "b0", "g:other", Keep.ALWAYS);

        assertThat(ledger.entries()).allMatch(DIRECT::isMeant);
        assertThat(DIRECT.staying(ledger)).isEmpty();
    }

    @Test
    void a_build_that_launched_nothing_asks_no_cloud_and_a_direct_call_always_does() {
        made("kept", "b1", "g:a", Keep.ALWAYS);

        assertThat(OF_BUILD.isEmpty(ledger)).isTrue();
        assertThat(DIRECT.isEmpty(new Ledger(folder.resolve("none.json")))).isFalse();
    }

    @Test
    void as_a_part_of_a_build_a_name_is_the_launchs() {
        Optional<String> web = Optional.of("web");

        assertThat(new DeletionScope("b1", "g:a", false, List.of("web"), Optional.empty()).isNamed())
                .isFalse();
        assertThat(new DeletionScope("b1", "g:a", true, List.of("web"), Optional.empty()).isNamed())
                .isTrue();
        assertThat(new DeletionScope("b1", "g:a", true, List.of(), web).isNamed())
                .isTrue();
    }

    @Test
    void a_part_of_a_build_deletes_that_and_nothing_else_of_its_marks() {
        made("mine", "b1", "g:a", Keep.NEVER);
        made("kept", "b1", "g:a", Keep.ALWAYS);
        cloud.marked(ResourceType.SERVER, "unrecorded", Optional.empty());

        delete(OF_BUILD).demandAll();

        assertThat(cloud.ids()).containsExactlyInAnyOrder("kept", "unrecorded");
    }

    @Test
    void a_direct_call_deletes_what_has_the_folders_marks_as_well() {
        made("kept", "b1", "g:a", Keep.ALWAYS);
        cloud.marked(ResourceType.SERVER, "unrecorded", Optional.empty());

        delete(DIRECT).demandAll();

        assertThat(cloud.ids()).isEmpty();
    }

    @Test
    void those_that_are_named_go_without_the_others() {
        made("web", "b1", "g:a", Keep.ALWAYS);
        made("db", "b1", "g:a", Keep.ALWAYS);
        made("cache", "b1", "g:a", Keep.ALWAYS);

        delete(new DeletionScope("b2", "g:a", true, List.of("web", "cache"), Optional.empty()))
                .demandAll();

        assertThat(cloud.ids()).containsExactly("db");
    }

    @Test
    void one_that_is_named_goes_alone() {
        made("web", "b1", "g:a", Keep.ALWAYS);
        made("db", "b1", "g:a", Keep.ALWAYS);

        delete(new DeletionScope("b2", "g:a", true, List.of("web"), Optional.empty()))
                .demandAll();

        assertThat(cloud.ids()).containsExactly("db");
    }

    @Test
    void what_remains_is_an_error_with_the_command_that_deletes_it() {
        made("mine", "b1", "g:a", Keep.NEVER);
        cloud.refuse("mine", Integer.MAX_VALUE);

        assertThatThrownBy(delete(OF_BUILD)::demandAll).isInstanceOfSatisfying(OpenStackException.class, error -> {
            assertThat(error).hasMessageStartingWith("Not deleted: server mine: in use");
            assertThat(error.advice()).endsWith("openstack server delete mine");
        });
    }

    private ProjectDeletion.Result delete(DeletionScope scope) {
        Teardown teardown = new Teardown(
                cloud,
                time,
                SteppedTime.schedule(),
                Runnable::run,
                new TeardownLog(ledger, warnings::add, warnings::add));
        return new ProjectDeletion(
                        new DeletionCandidates(cloud, time, false, Runnable::run, warnings::add), teardown, time)
                .of(scope, ledger, HERE, "here", MINUTE);
    }

    private void made(String name, String build, String module, Keep keep) {
        cloud.marked(ResourceType.SERVER, name, Optional.empty());
        ledger.of(build, module, HERE, Lifetime.standard(keep), time)
                .made(ResourceType.SERVER, "launch-of-" + name, name, name);
    }
}
