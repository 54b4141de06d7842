package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The elements of a server that stand on the command line. */
record CommandLineServer(CommandLine line, UserDataFiles files) {

    ServerElements elements() {
        return new ServerElements(
                text("name"),
                text("count").map(CommandLineServer::number),
                text("image").map(ImageSpec.Named::new),
                text("flavor").map(FlavorSpec.Named::new),
                list("networks")
                        .map(names -> names.stream().map(NetworksSpec.Nic::on).toList()),
                list("securityGroups"),
                text("keyPair"),
                map("metadata"),
                text("description"),
                list("tags"),
                text("hostname"),
                files.read(text("userData").orElse(null), line.list("userDataFile", null)),
                flag("filterUserData"),
                flag("configDrive"),
                list("availabilityZones"),
                map("schedulerHints"));
    }

    private Optional<String> text(String name) {
        return line.text(name, null);
    }

    private Optional<Boolean> flag(String name) {
        return line.has(name) ? Optional.of(line.flag(name, false)) : Optional.empty();
    }

    private Optional<List<String>> list(String name) {
        return Optional.of(line.list(name, null)).filter(Predicate.not(List::isEmpty));
    }

    private Optional<Map<String, String>> map(String name) {
        return Optional.of(line.under(name)).filter(Predicate.not(Map::isEmpty));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new OpenStackException("-Dopenstack.count is '" + text + "'", "It is a number.", e);
        }
    }
}
