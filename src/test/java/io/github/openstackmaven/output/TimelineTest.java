package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Exchange;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.output.Timeline.Outcome;
import io.github.openstackmaven.output.Timeline.Stage;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.TeardownEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TimelineTest {
    private final SteppedTime time = new SteppedTime();
    private final TimelineRecorder recorder = new TimelineRecorder(time);

    @TempDir
    Path folder;

    @Test
    void each_server_has_a_bar_for_each_stage() {
        lookUp();
        recorder.event(new LaunchEvent.Made("web", ResourceType.PORT, "p1", Duration.ZERO));
        pass(1);
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        pass(10);
        recorder.event(new LaunchEvent.StatusChanged("web", "s1", "ACTIVE", Duration.ofSeconds(11)));
        recorder.event(new LaunchEvent.Waiting("web", "s1", "tcp 22", "", Duration.ofSeconds(11)));
        pass(2);
        recorder.event(new LaunchEvent.Waiting("web", "s1", "tcp 22", "refused", Duration.ofSeconds(13)));
        pass(2);
        recorder.event(new LaunchEvent.Waiting("web", "s1", "ssh", "", Duration.ofSeconds(15)));
        pass(4);
        recorder.event(new LaunchEvent.Ready("web", "s1", Duration.ofSeconds(19)));
        pass(3);
        recorder.launched(List.of(Examples.plan("web")));
        pass(60);
        recorder.teardown(new TeardownEvent.Accepted(server("web")));
        pass(5);
        recorder.teardown(new TeardownEvent.Deleted(server("web")));

        assertThat(lane().id()).contains("s1");
        assertThat(lane().stages())
                .extracting(Stage::name, stage -> stage.duration().toSeconds(), Stage::outcome)
                .containsExactly(
                        stage("token", 1, Outcome.DONE),
                        stage("look-ups", 2, Outcome.DONE),
                        stage("create", 1, Outcome.DONE),
                        stage("build", 10, Outcome.DONE),
                        stage("address", 0, Outcome.DONE),
                        stage("tcp 22", 4, Outcome.DONE),
                        stage("ssh", 4, Outcome.DONE),
                        stage("waiting for the others", 3, Outcome.DONE),
                        stage("in use", 60, Outcome.DONE),
                        stage("delete", 5, Outcome.DONE));
        assertThat(recorder.timeline().start()).isEqualTo(SteppedTime.START);
    }

    @Test
    void what_failed_is_told_and_the_next_attempt_has_bars_of_its_own() {
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        pass(5);
        recorder.event(new LaunchEvent.StatusChanged("web", "s1", "ERROR", Duration.ofSeconds(5)));
        recorder.event(new LaunchEvent.Deleting("web", ResourceType.SERVER, "s1", Duration.ZERO));
        pass(7);
        recorder.event(new LaunchEvent.Deleted("web", ResourceType.SERVER, "s1"));
        recorder.event(new LaunchEvent.Retried("web", 2, "No valid host"));
        pass(1);
        recorder.event(new LaunchEvent.Requested("web", "s2"));
        pass(3);
        recorder.event(new LaunchEvent.Failed(
                "web", new OpenStackException("Again no host\nTry later", ""), Duration.ofSeconds(9)));

        assertThat(lane().stages())
                .extracting(Stage::name, stage -> stage.duration().toSeconds(), Stage::outcome)
                .containsSubsequence(
                        stage("build", 5, Outcome.FAILED),
                        stage("delete", 7, Outcome.DONE),
                        stage("create", 1, Outcome.DONE),
                        stage("build", 3, Outcome.FAILED));
        assertThat(recorder.timeline().troubles())
                .extracting(Timeline.Trouble::text)
                .containsExactly("attempt 2, since the one before failed: No valid host", "Again no host\nTry later");
    }

    @Test
    void what_can_not_be_deleted_is_told() {
        recorder.teardown(new TeardownEvent.Refused(server("web"), "HTTP 409"));
        pass(2);

        assertThat(lane().stages()).last().extracting(Stage::outcome).isEqualTo(Outcome.OPEN);
        assertThat(recorder.timeline().troubles())
                .extracting(Timeline.Trouble::server, Timeline.Trouble::text)
                .containsExactly(tuple("server 'web' (s1)", "could not be deleted yet: HTTP 409"));
    }

    @Test
    void what_stays_since_its_marks_are_gone_is_told() {
        recorder.teardown(new TeardownEvent.Unmarked(server("web")));

        assertThat(recorder.timeline().lanes()).isEmpty();
        assertThat(recorder.timeline().troubles())
                .extracting(Timeline.Trouble::server, Timeline.Trouble::text)
                .containsExactly(tuple("server 'web' (s1)", "has lost the plugin's marks: it stays"));
    }

    @Test
    void a_stage_that_goes_on_reaches_up_to_now() {
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        pass(30);

        assertThat(lane().stages()).last().isEqualTo(new Stage("build", SteppedTime.START, time.now(), Outcome.OPEN));
    }

    @Test
    void a_login_that_fails_is_on_the_page_though_there_is_no_server() {
        assertThatThrownBy(() -> recorder.during("token", () -> {
                    throw new OpenStackException("refused", "");
                }))
                .hasMessage("refused");

        assertThat(lane().stages()).extracting(Stage::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void a_second_launch_of_the_build_has_its_own_look_ups() {
        lookUp();
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        lookUp();
        recorder.event(new LaunchEvent.Requested("db", "s2"));

        assertThat(recorder.timeline().lanes())
                .hasSize(2)
                .allSatisfy(lane ->
                        assertThat(lane.stages()).extracting(Stage::name).containsOnlyOnce("token", "look-ups"));
    }

    @Test
    void the_slowest_to_be_built_are_known_so_that_the_cloud_is_asked_about_them_alone() {
        Map<String, Integer> seconds = Map.of("web", 70, "db", 90, "mail", 20, "log", 61);
        seconds.forEach((name, build) -> {
            recorder.event(new LaunchEvent.Requested(name, name));
            pass(build);
            recorder.event(new LaunchEvent.StatusChanged(name, name, "ACTIVE", Duration.ZERO));
        });

        assertThat(recorder.timeline().built(Duration.ofMinutes(1), 2)).containsExactly("db", "web");
        assertThat(recorder.timeline().built(Duration.ofSeconds(90), 2)).isEmpty();
    }

    @Test
    void the_page_has_requests_with_ids_and_the_clouds_events() throws Exception {
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        pass(2);
        recorder.exchange(exchange("/compute/v2.1/servers?limit=1", Optional.of(202), Optional.empty()));
        recorder.exchange(exchange("/identity", Optional.empty(), Optional.of("Cannot reach host cloud")));
        recorder.actions("web", List.of(create()));

        Document page = page();

        assertThat(cells(page, "Request id")).contains("req-create", "req-1");
        assertThat(cells(page, "Status")).containsExactly("202", "no answer");
        assertThat(cells(page, "ms")).containsExactly("120", "120");
        assertThat(cells(page, "Action")).containsExactly("create", "compute__do_build_and_run_instance");
        assertThat(cells(page, "Result")).contains("Error");
        assertThat(page.getDocumentElement().getTextContent()).contains("Cannot reach host cloud");
    }

    @Test
    void the_page_needs_no_script_and_no_other_file() throws Exception {
        recorder.event(new LaunchEvent.Requested("web", "s1"));

        Document page = page();

        for (String element : List.of("script", "link", "img", "iframe")) {
            assertThat(page.getElementsByTagName(element).getLength())
                    .as(element)
                    .isZero();
        }
        assertThat(page.getElementsByTagName("style").item(0).getTextContent()).doesNotContain("url(", "@import");
    }

    @Test
    void nothing_a_cloud_says_becomes_part_of_the_page() throws Exception {
        String hostile = "<script>alert('x')</script>&\"\u001b[31m\u0000\uFFFE";
        recorder.event(new LaunchEvent.Waiting(hostile, hostile, hostile, hostile, Duration.ZERO));
        recorder.event(new LaunchEvent.Failed(hostile, new OpenStackException(hostile, ""), Duration.ZERO));
        recorder.exchange(exchange("/x?q=%3Cscript%3E", Optional.of(500), Optional.of(hostile)));

        Document page = page();

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("h3").item(0).getTextContent())
                .isEqualTo("<script>alert('x')</script>&\"\uFFFD\uFFFD");
    }

    @Test
    void no_secret_is_on_the_page_whoever_repeats_it() throws Exception {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of("class"));
        recorder.event(new LaunchEvent.Failed("web", new OpenStackException("first class", ""), Duration.ZERO));
        recorder.exchange(exchange("/x", Optional.empty(), Optional.of("{\"password\": \"class\"}")));

        Path file = recorder.timeline().write(folder, redaction);

        assertThat(file)
                .content()
                .contains("first ***", "<section class=\"lane\">")
                .doesNotContain("first class");
    }

    @Test
    void bars_are_where_their_time_is() {
        TimeScale scale = new TimeScale(SteppedTime.START, Duration.ofSeconds(200));

        assertThat(scale.style(SteppedTime.START.plusSeconds(20), SteppedTime.START.plusSeconds(70)))
                .isEqualTo("left:10.00%;width:25.00%");
        assertThat(scale.style(SteppedTime.START.minusSeconds(20), SteppedTime.START.plusSeconds(400)))
                .isEqualTo("left:0.00%;width:100.00%");
        assertThat(scale.axis())
                .contains(">0 s<", ">1 min<", ">2 min<", ">3 min<")
                .doesNotContain("4 min");
        assertThat(new TimeScale(SteppedTime.START, Duration.ofHours(30)).axis())
                .contains(">28 h<");
    }

    @Test
    void servers_are_in_the_poms_order_whichever_gets_on_first() throws Exception {
        recorder.planned(List.of(Examples.plan("web"), Examples.plan("db"), Examples.plan("mail")));
        recorder.event(new LaunchEvent.Requested("mail", "s3"));
        recorder.event(new LaunchEvent.Requested("db", "s2"));

        assertThat(recorder.timeline().lanes()).extracting(Timeline.Lane::name).containsExactly("web", "db", "mail");
        assertThat(cells(page(), "Server")).containsExactly("web", "db", "mail");
    }

    @Test
    void the_top_says_who_did_what_where_and_how_it_ended() throws Exception {
        recorder.goal("com.example:shop", Optional.of("1.2.3"));
        recorder.cloud(new Timeline.Where(
                "https://cloud/v3", Optional.of("jane"), Optional.of("demo"), Optional.of("RegionOne")));
        recorder.planned(List.of(Examples.plan("web")));
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        recorder.addressed(Examples.launched("s1", "web", "10.0.0.5"));
        recorder.event(new LaunchEvent.Ready("web", "s1", Duration.ofSeconds(19)));
        recorder.launched(List.of(Examples.plan("web")));
        recorder.succeeded();

        Document page = page();

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("Launch of web SUCCESS");
        assertThat(texts(page, "p"))
                .contains(
                        "com.example:shop",
                        "cloud https://cloud/v3, user jane, project demo, region RegionOne",
                        "openstack-maven-plugin 1.2.3");
        assertThat(cells(page, "State")).containsExactly("ready");
        assertThat(cells(page, "Address")).containsExactly("10.0.0.5");
        assertThat(cells(page, "Made of")).containsExactly("image debian-12, flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB)");
    }

    @Test
    void advice_stands_beside_the_cause_and_a_console_log_is_linked_where_there_is_one() throws Exception {
        OpenStackException failure = new OpenStackException("No valid host", "Take a smaller flavor.");
        recorder.planned(List.of(Examples.plan("web"), Examples.plan("db&Co")));
        recorder.event(new LaunchEvent.Requested("db&Co", "s2"));
        recorder.event(new LaunchEvent.Failed("db&Co", failure, Duration.ZERO));
        recorder.failed(failure);
        ServerFolder.of(folder, "db&Co").writeConsole("booting");

        Document page = page();

        assertThat(texts(page, "h1")).containsExactly("Launch of web, db&Co FAILED");
        assertThat(texts(page, "p")).anyMatch(text -> text.contains("No valid hostTake a smaller flavor."));
        assertThat(recorder.timeline().troubles()).hasSize(1);
        NodeList links = page.getElementsByTagName("a");
        assertThat(links.getLength()).isEqualTo(3); // at the top, with the trouble, and in the lane
        String href = ((Element) links.item(0)).getAttribute("href");
        assertThat(Path.of(folder.toUri().resolve(href))).hasContent("booting");
    }

    @Test
    void what_went_wrong_before_there_was_a_server_is_told_with_its_advice() throws Exception {
        recorder.goal("com.example:shop", Optional.empty());
        recorder.failed(new OpenStackException("The password is wrong", "Ask for another."));

        assertThat(texts(page(), "p")).anyMatch(text -> text.endsWith("The password is wrongAsk for another."));
    }

    @Test
    void a_wait_for_another_server_is_a_stage_until_that_is_ready() {
        recorder.planned(List.of(Examples.dependent("web", "db"), Examples.plan("db")));
        pass(1);
        recorder.event(new LaunchEvent.Requested("db", "s2"));
        pass(8);
        recorder.event(new LaunchEvent.Ready("db", "s2", Duration.ofSeconds(9)));
        pass(2);
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        pass(4);
        recorder.event(new LaunchEvent.Ready("web", "s1", Duration.ofSeconds(15)));
        recorder.launched(List.of(Examples.plan("web"), Examples.plan("db")));

        assertThat(stages(0))
                .startsWith(
                        stage("create", 0, Outcome.DONE),
                        stage("waiting for db", 9, Outcome.DONE),
                        stage("create", 2, Outcome.DONE),
                        stage("build", 4, Outcome.DONE));
        assertThat(stages(1))
                .endsWith(stage("waiting for the others", 6, Outcome.DONE), stage("in use", 0, Outcome.OPEN));
    }

    @Test
    void there_is_no_gap_between_a_failure_and_the_deletion() {
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        pass(5);
        recorder.event(new LaunchEvent.StatusChanged("web", "s1", "ERROR", Duration.ofSeconds(5)));
        pass(1);
        recorder.event(new LaunchEvent.Failed("web", new OpenStackException("No host", ""), Duration.ofSeconds(6)));
        pass(2);
        recorder.event(new LaunchEvent.Deleting("web", ResourceType.SERVER, "s1", Duration.ZERO));
        pass(3);
        recorder.event(new LaunchEvent.Deleted("web", ResourceType.SERVER, "s1"));

        assertThat(stages(0))
                .endsWith(
                        stage("build", 5, Outcome.FAILED),
                        stage("asking why", 3, Outcome.DONE),
                        stage("delete", 3, Outcome.DONE));
        assertThat(lane().state()).isEqualTo("failed, deleted");
    }

    @Test
    void what_took_no_time_is_in_no_legend_and_the_clouds_bar_has_one() throws Exception {
        recorder.event(new LaunchEvent.Requested("web", "s1"));
        pass(2);
        recorder.actions("web", List.of(create()));

        assertThat(texts(page(), "li"))
                .contains("build 2.0 s so far", "compute__do_build_and_run_instance 2.0 s, failed")
                .noneMatch(text -> text.contains(" 0.0 s"))
                .noneMatch(text -> text.startsWith("create"));
    }

    @Test
    void a_deletion_is_expected_to_end_in_404() throws Exception {
        recorder.exchange(exchange("DELETE", "/servers/s1", 204));
        recorder.exchange(exchange("GET", "/servers/s1", 404));
        recorder.exchange(exchange("GET", "/servers/s1/os-volume_attachments", 404));
        recorder.exchange(exchange("DELETE", "/ports/p1", 404));
        recorder.exchange(exchange("GET", "/servers/s10", 404));

        Document page = page();

        assertThat(texts(page, "p")).anyMatch(text -> text.contains("5 requests, 1 of them refused or failed"));
        assertThat(cells(page, "Status")).containsExactly("204", "404 gone", "404 gone", "404 gone", "404");
    }

    @Test
    void a_server_without_a_host_is_expected_to_have_no_console() throws Exception {
        recorder.exchange(exchange("POST", "/servers/s1/action", 409));
        recorder.exchange(exchange("DELETE", "/servers/s1", 409));

        Document page = page();

        assertThat(texts(page, "p")).anyMatch(text -> text.contains("2 requests, 1 of them refused or failed"));
        assertThat(cells(page, "Status")).containsExactly("409 no console", "409");
    }

    @Test
    void a_deletion_by_itself_is_called_one() throws Exception {
        lookUp();
        recorder.teardown(new TeardownEvent.Accepted(server("web")));
        recorder.teardown(new TeardownEvent.Deleted(server("web")));

        assertThat(texts(page(), "title")).containsExactly("Deletion of web");
        assertThat(lane().stages()).extracting(Stage::name).containsExactly("token", "look-ups", "delete");
    }

    @Test
    void requests_are_in_the_order_in_which_they_were_sent() throws Exception {
        Exchange first = exchange("GET", "/slow", 200);
        pass(1);
        recorder.exchange(exchange("GET", "/quick", 200));
        recorder.exchange(first);

        assertThat(cells(page(), "Request")).containsExactly("GET http://cloud/slow", "GET http://cloud/quick");
    }

    @Test
    void no_line_ends_within_an_id() throws Exception {
        String id = "3f2a7c1e-0b5d-4e6f-8a9b-0c1d2e3f4a5b";
        recorder.event(new LaunchEvent.Requested("web", id));
        recorder.event(new LaunchEvent.Failed(
                "web", new OpenStackException("Server 'web' (" + id + ") failed: req-" + id, ""), Duration.ZERO));
        recorder.exchange(exchange("GET", "/servers/" + id, 404));

        Document page = page();

        NodeList spans = page.getElementsByTagName("span");
        List<String> whole = IntStream.range(0, spans.getLength())
                .mapToObj(index -> (Element) spans.item(index))
                .filter(span -> span.getAttribute("class").equals("id"))
                .map(Element::getTextContent)
                .toList();
        assertThat(whole).contains(id, "req-" + id);
        int told = page.getElementsByTagName("body").item(0).getTextContent().split(id, -1).length - 1;
        assertThat(whole).hasSize(told);
        assertThat(page.getElementsByTagName("style").item(0).getTextContent())
                .contains(".id { white-space: nowrap; }");
    }

    private List<Tuple> stages(int lane) {
        return recorder.timeline().lanes().get(lane).stages().stream()
                .map(one -> stage(one.name(), one.duration().toSeconds(), one.outcome()))
                .toList();
    }

    private Exchange exchange(String method, String path, int status) {
        return new Exchange(
                method,
                URI.create("http://cloud" + path),
                Optional.of(status),
                time.now(),
                Duration.ofMillis(120),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> texts(Document page, String element) {
        NodeList elements = page.getElementsByTagName(element);
        return IntStream.range(0, elements.getLength())
                .mapToObj(index -> elements.item(index).getTextContent())
                .toList();
    }

    private static Resource server(String name) {
        return new Resource(ResourceType.SERVER, "s1", name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void lookUp() {
        recorder.during("token", () -> pass(1));
        recorder.during("look-ups", () -> pass(2));
    }

    private boolean pass(int seconds) {
        time.sleep(Duration.ofSeconds(seconds));
        return true;
    }

    private Timeline.Lane lane() {
        return recorder.timeline().lanes().get(0);
    }

    private Document page() throws Exception {
        Path file = recorder.timeline().write(folder, new Redaction());
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private InstanceAction create() {
        return new InstanceAction(
                "create",
                "req-create",
                SteppedTime.START,
                Optional.of("Error"),
                List.of(new InstanceAction.Event(
                        "compute__do_build_and_run_instance",
                        SteppedTime.START,
                        Optional.of(time.now()),
                        Optional.of("Error"))));
    }

    private Exchange exchange(String path, Optional<Integer> status, Optional<String> error) {
        return new Exchange(
                "GET",
                URI.create("http://cloud" + path),
                status,
                time.now(),
                Duration.ofMillis(120),
                status.map(code -> "req-1"),
                error);
    }

    private static List<String> cells(Document page, String column) {
        NodeList cells = page.getElementsByTagName("td");
        return IntStream.range(0, cells.getLength())
                .mapToObj(index -> (Element) cells.item(index))
                .filter(cell -> cell.getAttribute("data-column").equals(column))
                .map(Element::getTextContent)
                .toList();
    }

    private static Tuple stage(String name, long seconds, Outcome outcome) {
        return tuple(name, seconds, outcome);
    }
}
