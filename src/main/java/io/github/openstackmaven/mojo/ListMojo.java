package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Table;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.output.ListTables;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the servers that this plugin launched in the project, with age, owner and expiry; or with
 * {@code -Dopenstack.list=images} what a launch may choose from.
 */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends CloudMojo {

    /**
     * What is listed: {@code servers}, {@code images}, {@code flavors}, {@code networks}, {@code keypairs},
     * {@code security-groups}, or {@code all} of them.
     */
    @Parameter(property = "openstack.list", defaultValue = "servers")
    private String list;

    /** What stands somewhere in the lines that are printed, in small letters or capitals; all lines by default. */
    @Parameter(property = "openstack.filter")
    private @Nullable String filter;

    @Override
    void run() {
        List<Listed> wanted = Listed.named(commandLine().text("list", list).orElse("servers"));
        Optional<String> part = commandLine().text("filter", filter);
        Cloud cloud = cloud();
        for (Listed one : wanted) {
            Table table = one.table(cloud);
            print(one, part.map(table::having).orElse(table), part);
        }
    }

    private void print(Listed listed, Table table, Optional<String> part) {
        if (table.rows().isEmpty()) {
            getLog().info("No " + listed.word() + (listed == Listed.SERVERS ? " of this plugin's" : "")
                    + part.map(text -> " with '" + text + "'").orElse(""));
        } else {
            table.lines().forEach(this::print);
        }
    }

    // With mvn -q it is all there is to read, or to be searched by another program.
    private void print(String line) {
        if (getLog().isInfoEnabled()) {
            getLog().info(line);
        } else {
            System.out.println(redaction().masked(line));
        }
    }

    /** What can be listed. */
    private enum Listed {
        SERVERS,
        IMAGES,
        FLAVORS,
        NETWORKS,
        KEYPAIRS,
        SECURITY_GROUPS;

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

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Table table(Cloud cloud) {
            return switch (this) {
                case SERVERS -> ListTables.servers(cloud.compute().all(), Instant.now());
                case IMAGES -> ListTables.images(cloud.images().all());
                case FLAVORS -> ListTables.flavors(cloud.compute().flavors());
                case NETWORKS -> ListTables.networks(cloud.network().all());
                case KEYPAIRS -> ListTables.keypairs(cloud.keypairs().all());
                case SECURITY_GROUPS ->
                    ListTables.securityGroups(cloud.securityGroups().all());
            };
        }
    }
}
