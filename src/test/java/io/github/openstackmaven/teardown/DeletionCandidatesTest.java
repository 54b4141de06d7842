package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry.Place;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletionCandidatesTest {
    private static final Place HERE = new Place("https://cloud", "RegionOne", "p1");

    private final RehearsedCloud cloud = new RehearsedCloud();
    private final SteppedTime time = new SteppedTime();
    private final List<String> warnings = new ArrayList<>();
    private final DeletionCandidates candidates =
            new DeletionCandidates(cloud, time, false, Runnable::run, warnings::add);
    private Ledger ledger;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        ledger = new Ledger(folder.resolve("ledger.json"));
    }

    @Test
    void what_is_elsewhere_stays_on_record_with_a_warning() {
        ledger.of("b1", new Place("https://elsewhere", "", ""), Keep.NEVER, time)
                .made(ResourceType.SERVER, "l1", "web", "web");

        assertThat(onRecord()).isEmpty();
        assertThat(ledger.entries()).hasSize(1);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("server 'web' (web) is elsewhere (https://elsewhere");
    }

    @Test
    void a_keypair_of_another_user_stays_on_record_and_what_is_the_project_s_does_not() {
        var anothers = ledger.of("b1", new Place("https://cloud", "RegionOne", "p1", "alice"), Keep.NEVER, time);
        anothers.made(ResourceType.KEYPAIR, "l1", "web", "key");
        anothers.made(ResourceType.SERVER, "l2", "web", "web");

        assertThat(candidates.of(ledger, new Place("https://cloud", "RegionOne", "p1", "bob"), entry -> true))
                .extracting(Candidate::kind)
                .containsExactly(ResourceType.SERVER);
        assertThat(candidates.of(ledger, new Place("https://cloud", "RegionOne", "p1", "alice"), entry -> true))
                .hasSize(2);
        assertThat(candidates.of(ledger, HERE, entry -> true)).hasSize(2);
        assertThat(warnings)
                .containsExactly("keypair 'web' (key) is another user's (alice): log in as that one to delete it");
    }

    @Test
    void without_a_ledger_all_of_its_folder_is_found_by_marks() {
        server("web");
        cloud.put(ResourceType.KEYPAIR, "key", mark("b1", "", ""));
        cloud.put(ResourceType.KEYPAIR, "foreign-key", mark("b2", "", ""));
        cloud.put(ResourceType.SERVER, "foreign", mark("b1", "g:a", "there"));
        cloud.put(ResourceType.SERVER, "unmarked", Optional.empty());

        assertThat(candidates.marked("here")).extracting(Resource::id).containsExactly("web", "key");
    }

    @Test
    void a_kind_that_can_not_be_listed_is_told_and_keeps_nothing_else() {
        server("web");
        cloud.marked(ResourceType.VOLUME, "data", Optional.empty());
        cloud.marked(ResourceType.KEYPAIR, "key", Optional.empty());
        cloud.forbid(ResourceType.VOLUME);

        assertThat(candidates.marked("here")).extracting(Resource::id).containsExactly("web", "key");
        assertThat(named("web")).extracting(Resource::id).containsExactly("web", "key");
        assertThat(warnings).containsOnly("volumes can't be listed: not allowed");
    }

    @Test
    void what_is_on_a_server_that_can_not_be_told_stays_with_a_warning() {
        server("web");
        server("db");
        cloud.marked(ResourceType.PORT, "port", Optional.empty());
        cloud.plug("port", "web");
        cloud.forbidLooksAt("web");

        assertThat(named("web")).extracting(Resource::id).containsExactly("web");
        assertThat(warnings).containsExactly("What is on server web can't be listed, and stays: not allowed");
    }

    @Test
    void a_named_server_takes_what_its_build_has_plugged_into_it() {
        server("web");
        server("db");
        cloud.marked(ResourceType.PORT, "port", Optional.empty());
        cloud.plug("port", "web");
        cloud.put(ResourceType.PORT, "the users", Optional.empty());
        cloud.plug("the users", "web");
        cloud.marked(ResourceType.KEYPAIR, "key", Optional.empty());

        assertThat(named("web")).extracting(Resource::id).containsExactly("web", "port");
    }

    @Test
    void the_last_server_of_a_build_takes_all_of_it() {
        server("web");
        cloud.marked(ResourceType.KEYPAIR, "key", Optional.empty());

        assertThat(named("web")).extracting(Resource::id).containsExactly("web", "key");
    }

    @Test
    void what_another_server_uses_stays_though_the_list_does_not_show_it() {
        server("web");
        server("db");
        cloud.marked(ResourceType.PORT, "port", Optional.empty());
        cloud.plug("port", "db");
        cloud.marked(ResourceType.KEYPAIR, "key", Optional.empty());
        cloud.emptyLists(ResourceType.SERVER, 1);

        assertThat(candidates.named(List.of(), Optional.of("web")))
                .extracting(Resource::id)
                .containsExactly("web", "key");
    }

    @Test
    void the_last_servers_of_a_build_take_all_of_it_together() {
        server("web");
        server("db");
        cloud.marked(ResourceType.KEYPAIR, "key", Optional.empty());
        cloud.put(ResourceType.SERVER, "of another build", mark("b2", "g:a", "here"));
        cloud.put(ResourceType.KEYPAIR, "its key", mark("b2", "", ""));

        assertThat(candidates.servers(List.of("web", "db")))
                .extracting(Resource::id)
                .containsExactly("web", "key", "db");
    }

    @Test
    void some_servers_of_a_build_leave_what_the_others_need() {
        server("web");
        server("db");
        server("cache");
        cloud.marked(ResourceType.PORT, "port", Optional.empty());
        cloud.plug("port", "db");
        cloud.marked(ResourceType.KEYPAIR, "key", Optional.empty());

        assertThat(candidates.servers(List.of("web", "db")))
                .extracting(Resource::id)
                .containsExactly("web", "db", "port");
    }

    @Test
    void a_named_server_that_is_not_the_plugins_is_refused_unless_forced() {
        cloud.put(ResourceType.SERVER, "web", Optional.empty());

        assertThatThrownBy(() -> named("web"))
                .hasMessage("Server 'web' (web) was not made by this plugin: it has no marks");
        assertThat(new DeletionCandidates(cloud, time, true, Runnable::run, warnings::add)
                        .named(List.of(), Optional.of("web")))
                .hasSize(1);
    }

    @Test
    void a_name_that_no_server_has_is_told() {
        assertThatThrownBy(() -> named("nobody")).hasMessage("No server 'nobody' in this project");
    }

    @Test
    void the_name_of_a_count_means_all_that_a_build_has_made_of_it() {
        server("web-1");
        server("web-2");
        server("db");
        cloud.put(ResourceType.SERVER, "web-3", Optional.empty());

        assertThat(named("web")).extracting(Resource::id).containsExactly("web-1", "web-2");
        assertThat(new DeletionCandidates(cloud, time, true, Runnable::run, warnings::add)
                        .named(List.of("web"), Optional.empty()))
                .as("with force neither")
                .hasSize(2);
    }

    @Test
    void a_servers_own_name_comes_before_that_of_a_count() {
        server("web");
        server("web-1");

        assertThat(named("web")).extracting(Resource::id).containsExactly("web");
    }

    @Test
    void which_is_meant_of_the_same_name_in_several_builds_is_to_be_said() {
        server("web-1");
        cloud.put(ResourceType.SERVER, "web-2", mark("b2", "g:a", "here"));

        assertThatThrownBy(() -> named("web")).hasMessage("Several builds have made servers 'web-…': web-1, web-2");
    }

    @Test
    void a_number_alone_makes_no_server_the_plugins() {
        cloud.put(ResourceType.SERVER, "web-1", Optional.empty());

        assertThatThrownBy(() -> named("web")).hasMessage("No server 'web' in this project");
    }

    @Test
    void what_the_cloud_has_with_a_mark_is_found_whatever_else_there_is() {
        server("web");
        cloud.put(ResourceType.SERVER, "foreign", mark("b2", "g:a", "here"));
        cloud.put(ResourceType.SERVER, "unmarked", Optional.empty());
        cloud.marked(ResourceType.PORT, "port", Optional.empty());

        assertThat(candidates.marked(
                        Set.of(ResourceType.SERVER), mark -> mark.build().equals("b1")))
                .extracting(Resource::id)
                .containsExactly("web");
    }

    private List<Candidate> onRecord() {
        return candidates.of(ledger, HERE, entry -> true);
    }

    private List<Resource> named(String name) {
        return candidates.named(List.of(name), Optional.empty());
    }

    private void server(String id) {
        cloud.marked(ResourceType.SERVER, id, Optional.empty());
    }

    private static Optional<Mark> mark(String build, String project, String ledger) {
        return Optional.of(new Mark(build, "l", project, ledger, Optional.empty()));
    }
}
