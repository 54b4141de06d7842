package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServerGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server went to ERROR; another attempt may fare better. */
final class FailedServerException extends OpenStackException {
    private static final long serialVersionUID = 1L;
    private static final String NO_HOST = "No valid host";
    private static final String HOSTS_FAILED = "Exhausted all hosts available";

    private final boolean hostless;

    /**
     * A failure with the cloud's own fault.
     *
     * @param subject the server
     * @param extraSpecs asked for what the flavor asks of a host, where the fault is that there is no such host
     */
    FailedServerException(
            String subject, String fault, PlannedServer plan, Function<Flavor, Map<String, String>> extraSpecs) {
        super(subject + " went to ERROR: " + fault, advice(fault, plan, extraSpecs));
        this.hostless = fault.contains(NO_HOST) || fault.contains(HOSTS_FAILED);
    }

    /**
     * Whether no compute host took it: one of another zone may. Its fault is the scheduler's then, see
     * <a href="https://opendev.org/openstack/nova/src/branch/master/nova/conductor/manager.py">{@code ComputeTaskManager.schedule_and_build_instances}</a>.
     */
    boolean hostless() {
        return hostless;
    }

    // Nova checks the quota once more after it has accepted the create.
    private static String advice(String fault, PlannedServer plan, Function<Flavor, Map<String, String>> extraSpecs) {
        if (fault.contains(HOSTS_FAILED)) {
            return "It was tried on several compute hosts, and none could build it; what went wrong there Nova tells its"
                    + " operator alone: give it the server's id, or name further <availabilityZones>.";
        }
        if (fault.contains(NO_HOST)) {
            return "No compute host could take " + String.join(", ", asked(plan, extraSpecs.apply(plan.flavor())))
                    + ": ask for less, name further <availabilityZones>, or try later.";
        }
        return HttpStatusException.tellsOfQuota(fault)
                ? "Delete what is no longer needed, or ask the cloud's operator for quota."
                : "Give the cloud's operator the server's id.";
    }

    // All that the scheduler has to go by, since it does not say which of it no host could give.
    private static List<String> asked(PlannedServer plan, Map<String, String> extraSpecs) {
        List<String> asked = new ArrayList<>();
        Stream<String> ofFlavor = Stream.concat(Stream.of(plan.flavor().size()), told(extraSpecs));
        asked.add("flavor " + plan.flavor().name() + " (" + ofFlavor.collect(Collectors.joining(", ")) + ")");
        plan.boot()
                .image()
                .filter(image -> !image.demands().isEmpty())
                .map(image -> "image '" + image.name() + "' ("
                        + told(image.demands()).collect(Collectors.joining(", ")) + ")")
                .ifPresent(asked::add);
        plan.zones().stream().flatMap(Optional::stream).map("zone "::concat).forEach(asked::add);
        plan.serverGroup().map(FailedServerException::group).ifPresent(asked::add);
        plan.spec().options().schedulerHints().keySet().stream()
                .sorted()
                .map("scheduler hint "::concat)
                .forEach(asked::add);
        return asked;
    }

    private static Stream<String> told(Map<String, String> demands) {
        return demands.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .sorted();
    }

    private static String group(PlannedServerGroup group) {
        return group.match(
                existing -> "server group '" + existing.group().name() + "'",
                made -> "server group '" + made.name() + "' (" + made.policy().word() + ")");
    }
}
