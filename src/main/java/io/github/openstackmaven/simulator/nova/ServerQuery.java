package io.github.openstackmaven.simulator.nova;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters of <a href="https://docs.openstack.org/api-ref/compute/#list-servers">GET /servers</a>. */
record ServerQuery(Call call, CloudState cloud) {
    /** Names that mean something from a microversion on. */
    private record Since(int minor, List<String> names) {
        static Since of(int minor, String names) {
            return new Since(minor, words(names));
        }

        boolean has(String name, int asked) {
            return asked >= minor && names.contains(name);
        }
    }

    private static final String TAGS = "tags tags-any not-tags not-tags-any";

    /** What may be asked; what else is asked is ignored, and refused from 2.75 on. */
    private static final List<Since> KNOWN = List.of(
            Since.of(
                    1,
                    "user_id project_id tenant_id launch_index image_ref image kernel_id ramdisk_id hostname key_name"
                            + " power_state vm_state task_state host node flavor reservation_id launched_at"
                            + " terminated_at availability_zone name display_name description display_description"
                            + " locked_by uuid root_device_name config_drive access_ip_v4 access_ip_v6 auto_disk_config"
                            + " progress sort_key sort_dir all_tenants soft_deleted deleted status changes-since ip ip6"
                            + " created_at block_device_mapping services metadata system_metadata info_cache"
                            + " security_groups pci_devices limit marker"),
            Since.of(26, TAGS),
            Since.of(66, "changes-before"),
            Since.of(73, "locked"));

    /** What users can filter by; what Nova knows besides, it lets administrators filter by. */
    private static final List<Since> FILTERS = List.of(
            Since.of(1, "reservation_id name status image flavor ip changes-since"),
            Since.of(5, "ip6"),
            Since.of(26, TAGS),
            Since.of(66, "changes-before"),
            Since.of(73, "locked"),
            Since.of(
                    83,
                    "availability_zone config_drive key_name created_at launched_at terminated_at power_state"
                            + " task_state vm_state progress user_id"),
            Since.of(90, "hostname"));

    private static final Set<String> PATTERNS =
            Set.copyOf(words("kernel_id ramdisk_id hostname key_name power_state node flavor reservation_id launched_at"
                    + " terminated_at availability_zone name display_name description display_description locked_by"
                    + " root_device_name config_drive access_ip_v4 access_ip_v6 auto_disk_config progress ip ip6"
                    + " created_at " + TAGS));
    private static final Set<String> TIMES = Set.of("changes-since", "changes-before");
    private static final Set<String> STATUSES =
            Set.copyOf(words("ACTIVE BUILD DELETED ERROR HARD_REBOOT MIGRATING PASSWORD PAUSED REBOOT REBUILD RESCUE"
                    + " RESIZE REVERT_RESIZE SHELVED SHELVED_OFFLOADED SHUTOFF SOFT_DELETED SUSPENDED UNKNOWN"
                    + " VERIFY_RESIZE"));
    private static final List<String> SORT_KEYS = words(
            "access_ip_v4 access_ip_v6 auto_disk_config availability_zone config_drive created_at display_description"
                    + " display_name host hostname image_ref instance_type_id kernel_id key_name launch_index"
                    + " launched_at locked_by node power_state progress project_id ramdisk_id root_device_name"
                    + " task_state terminated_at updated_at user_id uuid vm_state");
    /** Keys that Nova takes and has no regard to. */
    private static final List<String> IDLE_SORT_KEYS =
            words("architecture cell_name cleaned default_ephemeral_device default_swap_device deleted deleted_at"
                    + " disable_terminate ephemeral_gb ephemeral_key_uuid id key_data launched_on locked memory_mb"
                    + " os_type reservation_id root_gb shutdown_terminate user_data vcpus vm_mode");

    private static final Set<String> YES = Set.of("1", "t", "true", "on", "y", "yes");
    private static final Set<String> NO = Set.of("0", "f", "false", "off", "n", "no");

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /** Whether this microversion has such a parameter. */
    boolean isKnown(String parameter) {
        return KNOWN.stream().anyMatch(since -> since.has(parameter, call.minor()));
    }

    private boolean isHeeded(String filter) {
        return FILTERS.stream().anyMatch(since -> since.has(filter, call.minor()))
                || (call.caller().isAdmin() && isKnown(filter));
    }

    /** Whether it is for what has changed, deleted servers among it. */
    boolean withDeleted() {
        return call.query().names().stream().anyMatch(name -> TIMES.contains(name) && isHeeded(name));
    }

    /** Those that pass all filters, the newest first. */
    List<Server> select(List<Server> servers) {
        check();
        List<String> filters =
                call.query().names().stream().filter(this::isHeeded).toList();
        return servers.stream()
                .filter(server -> filters.stream().allMatch(name -> passes(server, name)))
                .sorted(order())
                .toList();
    }

    private void check() {
        Parameters query = call.query();
        query.parameters().stream()
                .filter(parameter -> isKnown(parameter.name()))
                .forEach(this::checkForm);
        checkSortKey(query);
        if (call.minor() >= 75) checkNames(query);
        checkStatus(query.all("status"));
        Optional<Instant> since = query.first("changes-since").flatMap(Times::parse);
        if (since.isPresent() && since.get().isAfter(before())) {
            throw Rejection.badRequest("The value of changes-since must be less than or equal to changes-before.");
        }
        if (query.first("all_tenants").filter(ServerQuery::asksForAll).isPresent()
                && !call.caller().isAdmin()) {
            String rule = call.path().endsWith("/detail") ? "detail" : "index";
            throw Rejection.forbidden(
                    "Policy doesn't allow os_compute_api:servers:" + rule + ":get_all_tenants to be performed.");
        }
        if (isHeeded("locked")) query.first("locked").ifPresent(ServerQuery::yes);
        if (!Set.of("asc", "desc").containsAll(query.all("sort_dir"))) {
            throw Rejection.badRequest("Invalid input received: Unknown sort direction, must be 'desc' or 'asc'");
        }
    }

    private void checkForm(Parameters.Parameter parameter) {
        String value = parameter.value();
        if (PATTERNS.contains(parameter.name())
                && (value.isEmpty() || regex(value).isEmpty())) {
            throw malformed(parameter.name(), value, "is not a 'regex'");
        }
        if (TIMES.contains(parameter.name()) && Times.parse(value).isEmpty()) {
            throw malformed(parameter.name(), value, "is not a 'date-time'");
        }
    }

    private void checkSortKey(Parameters query) {
        List<String> allowed = Stream.concat(
                        SORT_KEYS.stream(), call.minor() < 75 ? IDLE_SORT_KEYS.stream() : Stream.of("locked"))
                .toList();
        query.first("sort_key").filter(key -> !allowed.contains(key)).ifPresent(key -> {
            throw malformed("sort_key", key, "is not one of ['" + String.join("', '", allowed) + "']");
        });
        query.first("sort_key")
                .filter(key ->
                        Set.of("host", "node").contains(key) && !call.caller().isAdmin())
                .ifPresent(key -> {
                    throw Rejection.forbidden("Only administrators can sort servers by " + key);
                });
    }

    private void checkNames(Parameters query) {
        List<String> unknown = query.names().stream()
                .filter(name -> !isKnown(name) && !name.startsWith("_"))
                .toList();
        if (unknown.isEmpty()) return;
        throw Rejection.badRequest(unknown.stream().collect(Collectors.joining("', '", "'", "'"))
                + (unknown.size() == 1 ? " does" : " do") + " not match any of the regexes: '^_'");
    }

    private void checkStatus(List<String> wanted) {
        if (wanted.isEmpty()) return;
        List<String> known = wanted.stream()
                .map(status -> status.toUpperCase(Locale.ROOT))
                .filter(STATUSES::contains)
                .distinct()
                .toList();
        if (known.isEmpty() && call.minor() >= 38) throw Rejection.badRequest("Invalid status value");
        if (known.equals(List.of("DELETED")) && !call.caller().isAdmin()) {
            throw Rejection.forbidden("Only administrators may list deleted instances");
        }
    }

    private static Rejection malformed(String name, String value, String what) {
        return Rejection.badRequest(
                "Invalid input for query parameters " + name + ". Value: " + value + ". '" + value + "' " + what);
    }

    private Comparator<Server> order() {
        String key = call.query().first("sort_key").orElse("created_at");
        Comparator<Server> order = switch (key) {
            case "display_name" ->
                Comparator.comparing(server -> server.labels().name());
            case "uuid" -> Comparator.comparing(Server::id);
            case "updated_at" -> Comparator.comparing(Server::updated);
            default -> Comparator.comparing(server -> server.build().started());
        };
        boolean ascending = call.query().first("sort_dir").filter("asc"::equals).isPresent();
        return ascending ? order : order.reversed();
    }

    private boolean passes(Server server, String filter) {
        String value = call.query().first(filter).orElse("");
        List<String> tags = server.labels().tags();
        Instant now = cloud.now();
        return switch (filter) {
            case "status" -> call.query().all("status").stream().anyMatch(server.status(now)::equalsIgnoreCase);
            case "image" -> server.image().filter(value::equals).isPresent();
            case "flavor" -> server.flavor().id().equals(value);
            case "user_id" -> server.user().equals(value);
            case "vm_state" -> server.vmState(now).equals(value);
            case "task_state" -> server.taskState(now).filter(value::equals).isPresent();
            case "uuid" -> server.id().equals(value);
            case "locked" -> !yes(value);
            case "ip" -> cloud.ports(server).stream().anyMatch(port -> found(value, port.address()));
            // No address is of that kind, and no reservation is told.
            case "ip6", "reservation_id" -> false;
            case "tags" -> split(value).allMatch(tags::contains);
            case "tags-any" -> split(value).anyMatch(tags::contains);
            case "not-tags" -> !split(value).allMatch(tags::contains);
            case "not-tags-any" -> split(value).noneMatch(tags::contains);
            case "changes-since" -> !updated(server).isBefore(Times.parse(value).orElseThrow());
            case "changes-before" -> !updated(server).isAfter(before());
            default -> column(server, filter).map(text -> found(value, text)).orElse(true);
        };
    }

    /** What the database has of it under a name of those that patterns are for; empty where it isn't looked at. */
    private Optional<String> column(Server server, String name) {
        Instant now = cloud.now();
        Server.Build build = server.build();
        boolean built = server.phase(now) == Server.Phase.ACTIVE;
        return switch (name) {
            case "name", "display_name", "hostname" ->
                Optional.of(server.labels().name());
            case "key_name" -> server.keyName().or(() -> Optional.of(""));
            case "availability_zone" -> Optional.of(built ? "nova" : "");
            case "config_drive" -> Optional.of(server.configDrive() ? "True" : "");
            case "created_at" -> Optional.of(Times.stored(build.started()));
            case "launched_at" -> Optional.of(built ? Times.stored(build.finished()) : "");
            case "terminated_at" -> Optional.of(server.isGone(now) ? Times.stored(updated(server)) : "");
            case "power_state" -> Optional.of(String.valueOf(server.powerState(now)));
            case "progress" -> Optional.of("0");
            default -> Optional.empty();
        };
    }

    private Instant before() {
        return call.query()
                .first("changes-before")
                .filter(value -> isHeeded("changes-before"))
                .flatMap(Times::parse)
                .orElse(Instant.MAX);
    }

    // The database counts seconds.
    private Instant updated(Server server) {
        return server.updated(cloud.now()).truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean asksForAll(String value) {
        return value.isEmpty() || yes(value);
    }

    private static boolean yes(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) return YES.contains(word);
        throw Rejection.badRequest("Unrecognized value '" + value + "', acceptable values are: "
                + Stream.concat(YES.stream(), NO.stream()).sorted().collect(Collectors.joining("', '", "'", "'")));
    }

    private static Stream<String> split(String list) {
        return Stream.of(list.split(",", -1));
    }

    private static boolean found(String pattern, String text) {
        return regex(pattern).orElseThrow().matcher(text).find();
    }

    private static Optional<Pattern> regex(String text) {
        try {
            // MySQL, which does the matching, has no regard to case, and Nova lets it have no alternatives.
            return Optional.of(Pattern.compile(text.replace("|", "\\|"), Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
