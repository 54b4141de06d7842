package io.github.openstackmaven.simulator.nova;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The filters of <a href="https://docs.openstack.org/api-ref/compute/#list-servers">GET /servers</a>. */
record ServerQuery(Call call, CloudState cloud) {
    private static final Set<String> FILTERS =
            Set.of(("name status image flavor ip key_name uuid tags tags-any not-tags not-tags-any "
                            + "reservation_id changes-since")
                    .split(" ", -1));
    private static final Set<String> OTHERS =
            Set.of(("limit metadata marker sort_key sort_dir all_tenants changes-before deleted host locked ip6 "
                            + "access_ip_v4 access_ip_v6 availability_zone config_drive created_at description "
                            + "display_name hostname power_state project_id task_state tenant_id user_id vm_state")
                    .split(" ", -1));
    private static final List<String> SORT_KEYS =
            List.of(("access_ip_v4 access_ip_v6 auto_disk_config availability_zone config_drive created_at "
                            + "display_description display_name host hostname image_ref instance_type_id kernel_id "
                            + "key_name launch_index launched_at locked_by node power_state progress project_id "
                            + "ramdisk_id root_device_name task_state terminated_at updated_at user_id uuid vm_state "
                            + "architecture cell_name cleaned default_ephemeral_device default_swap_device deleted "
                            + "deleted_at disable_terminate ephemeral_gb ephemeral_key_uuid id key_data launched_on "
                            + "locked memory_mb os_type reservation_id root_gb shutdown_terminate user_data vcpus vm_mode")
                    .split(" ", -1));

    static boolean isKnown(String parameter) {
        return FILTERS.contains(parameter) || OTHERS.contains(parameter);
    }

    /** Whether it is for what has changed, deleted servers among it. */
    boolean ofChanges() {
        return call.query().names().contains("changes-since");
    }

    /** Those that pass all filters, the newest first. */
    List<Server> select(List<Server> servers) {
        check();
        List<String> filters =
                call.query().names().stream().filter(FILTERS::contains).toList();
        return servers.stream()
                .filter(server -> filters.stream().allMatch(name -> passes(server, name)))
                .sorted(order())
                .toList();
    }

    private void check() {
        if (ofChanges()) time(call.query().first("changes-since").orElse(""));
        Parameters query = call.query();
        if (query.first("all_tenants")
                        .filter(value -> value.matches("1|(?i)true"))
                        .isPresent()
                && !call.caller().isAdmin()) {
            throw Rejection.forbidden(
                    "Policy doesn't allow os_compute_api:servers:index:get_all_tenants to be performed.");
        }
        if (call.minor() >= 75) {
            query.names().stream().filter(name -> !isKnown(name)).findFirst().ifPresent(name -> {
                throw Rejection.badRequest("'" + name + "' does not match any of the regexes: '^_'");
            });
        }
        query.first("sort_key").filter(key -> !SORT_KEYS.contains(key)).ifPresent(key -> {
            throw Rejection.badRequest("Invalid input for query parameters sort_key. Value: " + key + ". '" + key
                    + "' is not one of ['" + String.join("', '", SORT_KEYS) + "']");
        });
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
        return switch (filter) {
            case "name" -> regex(value).matcher(server.labels().name()).find();
            case "status" ->
                call.query().all("status").contains(server.status(cloud.now()))
                        || value.toUpperCase(Locale.ROOT).equals(server.status(cloud.now()));
            case "image" -> server.image().filter(value::equals).isPresent();
            case "flavor" -> server.flavor().id().equals(value);
            case "ip" ->
                cloud.ports(server).stream()
                        .anyMatch(port -> regex(value).matcher(port.address()).find());
            case "key_name" -> server.keyName().filter(value::equals).isPresent();
            case "uuid" -> server.id().equals(value);
            case "tags" -> split(value).allMatch(tags::contains);
            case "tags-any" -> split(value).anyMatch(tags::contains);
            case "not-tags" -> !split(value).allMatch(tags::contains);
            case "changes-since" -> !server.updated(cloud.now()).isBefore(time(value));
            case "not-tags-any" -> split(value).noneMatch(tags::contains);
            default -> true;
        };
    }

    // ISO 8601, in UTC where it says nothing else.
    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text.matches(".*(Z|[+-]\\d{2}:\\d{2})") ? text : text + "Z")
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw Rejection.badRequest("Invalid input for query parameters changes-since. Value: " + text + ". '" + text
                    + "' is not a 'date-time'");
        }
    }

    private static Stream<String> split(String list) {
        return Stream.of(list.split(",", -1));
    }

    private static Pattern regex(String text) {
        try {
            // MySQL, which does the matching, has no regard to case, and Nova lets it have no alternatives.
            return Pattern.compile(text.replace("|", "\\|"), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw Rejection.badRequest(
                    "Invalid input for query parameters name. Value: " + text + ". '" + text + "' is not a 'regex'");
        }
    }
}
