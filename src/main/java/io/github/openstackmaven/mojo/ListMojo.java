package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.output.ListTables;
import io.github.openstackmaven.output.Listing;
import io.github.openstackmaven.output.Terminal;
import io.github.openstackmaven.session.SessionTerminal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the servers that this plugin launched in the project, with age, owner and expiry; or with
 * {@code -Dopenstack.list=images} what a launch may choose from.
 *
 * @since 1.0.0
 */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends CloudMojo {
    private static final String LEVEL = "[INFO] ";
    private static final String SERVERS = "servers";
    private static final String TABLE = "table";

    /**
     * What is listed. One of {@code servers}, {@code images}, {@code flavors}, {@code networks}, {@code keypairs},
     * {@code security-groups}, {@code prepared}, {@code all}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.list", defaultValue = SERVERS)
    private String list;

    /**
     * What stands somewhere in the lines that are printed, in small letters or capitals.
     *
     * <p>Default: none, all lines are printed.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.filter")
    private @Nullable String filter;

    /**
     * For people, or for programs, on standard output: best with {@code mvn -q}. One of {@code table}, {@code json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.format", defaultValue = TABLE)
    private String format;

    @Override
    void run() {
        List<Listed> wanted = Listed.named(commandLine().text("list", list).orElse(SERVERS));
        Optional<String> part = commandLine().text("filter", filter);
        boolean json = isJson(commandLine().text("format", format).orElse(TABLE));
        Cloud cloud = cloud();
        Map<String, Listing> forPrograms = new LinkedHashMap<>();
        for (Listed one : wanted) {
            Listing all = one.listing(cloud);
            Listing listing = part.map(all::having).orElse(all);
            if (json) forPrograms.put(one.word(), listing);
            else print(one, listing, part);
        }
        if (json) answerPlain(Listing.json(forPrograms));
    }

    private static boolean isJson(String format) {
        return switch (format) {
            case TABLE -> false;
            case "json" -> true;
            default -> throw new OpenStackException("-Dopenstack.format is '" + format + "'", "It is table or json.");
        };
    }

    private void print(Listed listed, Listing listing, Optional<String> part) {
        if (listing.isEmpty()) {
            getLog().info("No " + listed.things()
                    + part.map(text -> " with '" + text + "'").orElse(""));
        } else {
            listing.lines(width()).forEach(this::answer);
        }
    }

    // Of a log it is the reader's.
    private Optional<Integer> width() {
        Terminal terminal = SessionTerminal.of(session(), getLog(), traced());
        return terminal.knownWidth().map(columns -> getLog().isInfoEnabled() ? columns - LEVEL.length() : columns);
    }

    /** What can be listed. */
    private enum Listed {
        SERVERS,
        IMAGES,
        FLAVORS,
        NETWORKS,
        KEYPAIRS,
        SECURITY_GROUPS,
        PREPARED;

        static List<Listed> named(String word) {
            List<Listed> found = Arrays.stream(values())
                    .filter(one -> word.equals("all") || one.word().equals(word))
                    .toList();
            if (!found.isEmpty()) return found;
            throw new OpenStackException(
                    "There is no list of '" + word + "'",
                    "-Dopenstack.list is one of "
                            + Stream.concat(Arrays.stream(values()).map(Listed::word), Stream.of("all"))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }

        String things() {
            return switch (this) {
                case SERVERS -> "servers of this plugin's";
                case PREPARED -> "prepared images";
                default -> word();
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Listing listing(Cloud cloud) {
            return switch (this) {
                case SERVERS -> ListTables.servers(cloud.compute().all(), Instant.now());
                case IMAGES -> ListTables.images(cloud.images().all());
                case FLAVORS -> ListTables.flavors(cloud.compute().flavors());
                case NETWORKS -> ListTables.networks(cloud.network().all());
                case KEYPAIRS -> ListTables.keypairs(cloud.keypairs().all());
                case SECURITY_GROUPS ->
                    ListTables.securityGroups(cloud.securityGroups().all());
                case PREPARED -> ListTables.prepared(cloud.images().all(), cloud.projectId(), Instant.now());
            };
        }
    }
}
