package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.cinder.VolumeService;
import io.github.openstackmaven.simulator.glance.ImageService;
import io.github.openstackmaven.simulator.keystone.IdentityContents;
import io.github.openstackmaven.simulator.keystone.IdentityService;
import io.github.openstackmaven.simulator.keystone.ServiceCatalog;
import io.github.openstackmaven.simulator.neutron.NetworkService;
import io.github.openstackmaven.simulator.nova.ComputeService;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Contents;
import io.github.openstackmaven.simulator.web.Gate;
import io.github.openstackmaven.simulator.web.Service;
import io.github.openstackmaven.simulator.web.Web;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An OpenStack cloud in memory, over real HTTP on loopback: Keystone, Glance, Nova, Neutron and Cinder of a release, Zed unless
 * another is asked for.
 * It has the contents, quotas and troubles of the laboratory cloud the plugin is tested against, and answers as that does.
 */
public final class Simulator implements AutoCloseable {
    private final Web web;
    private final CloudState cloud;
    private final Conversation.Backstage backstage;
    private final Dispatcher dispatcher;
    private final Optional<Doors> doors;
    private final String base;

    private Simulator(int port, Options options) {
        web = new Web(port, options.clock());
        base = "http://127.0.0.1:" + web.port();
        cloud = new CloudState(
                options.clock(),
                options.buildTime(),
                options.snapshotTime(),
                options.limits(),
                options.release(),
                Contents.at(
                        options.clock().instant(),
                        options.flavors(),
                        options.population(),
                        options.limits().isForFleets()));
        IdentityService keystone = new IdentityService(
                base, options.clock(), options.tokenLife(), options.release(), catalog(base, options));
        Gate gate = keystone.gate();
        Stream<Service> services = Stream.of(
                keystone,
                keystone.oidc(),
                new ImageService(base, gate, cloud),
                new ComputeService(base, gate, options.newest(), cloud),
                new NetworkService(base, gate, cloud),
                new VolumeService(base, gate, options.release(), cloud));
        doors = options.guests().map(guests -> guests.apply(this::resident));
        List<Service> all = Stream.<Service>concat(
                        services.map(service -> new OneAtATime(cloud, service)),
                        doors.stream().map(GuestService::new))
                .toList();
        backstage = new Conversation.Backstage(options, web, new Due(), cloud);
        dispatcher = new Dispatcher(all, backstage);
        web.serve(dispatcher);
    }

    private static ServiceCatalog catalog(String base, Options options) {
        ServiceCatalog seen = ServiceCatalog.at(base, options.release()).without(options.absent());
        return options.guests().isPresent() ? seen.with("simulated-guests", base + "/guests") : seen;
    }

    /** A standard cloud on any free port. */
    public static Simulator start() {
        return start(0);
    }

    /** A standard cloud on that port. */
    public static Simulator start(int port) {
        return start(port, Options.standard());
    }

    /** A cloud on that port, or on any free one when it is 0. */
    public static Simulator start(int port, Options options) {
        return new Simulator(port, options);
    }

    /** Where Keystone is. */
    public URI authUrl() {
        return URI.create(base + "/identity/v3");
    }

    /** A clouds.yaml for it, with entries {@code simulated}, {@code other}, {@code simulated-appcred} and {@code simulated-expired}. */
    public String cloudsYaml() {
        return """
                clouds:
                  simulated:
                    auth:
                      auth_url: %1$s
                      username: demo
                      password: passw0rd
                      project_name: demo
                      user_domain_id: default
                      project_domain_id: default
                    region_name: RegionOne
                  other:
                    auth:
                      auth_url: %1$s
                      username: other
                      password: passw0rd
                      project_name: other
                      user_domain_id: default
                      project_domain_id: default
                    region_name: RegionOne
                  simulated-appcred:
                    auth_type: v3applicationcredential
                    auth:
                      auth_url: %1$s
                      application_credential_id: %2$s
                      application_credential_secret: %3$s
                    region_name: RegionOne
                  simulated-expired:
                    auth_type: v3applicationcredential
                    auth:
                      auth_url: %1$s
                      application_credential_id: %4$s
                      application_credential_secret: %3$s
                    region_name: RegionOne
                """.formatted(
                        authUrl(),
                        IdentityContents.CREDENTIAL,
                        IdentityContents.CREDENTIAL_SECRET,
                        IdentityContents.EXPIRED_CREDENTIAL);
    }

    /** What was asked so far, in the order of the answers. */
    public List<Recorded> requests() {
        return dispatcher.requests();
    }

    /** Forgets what was asked so far. */
    public void clearRequests() {
        dispatcher.clearRequests();
    }

    /** From now on goes wrong what the plan says, and nothing else; the plan's counts begin at none. */
    public void disturb(FaultPlan plan) {
        dispatcher.disturbance().follow(plan);
    }

    /**
     * Makes the next matching request go wrong too, once.
     *
     * @param pathRegex found somewhere in the path with its query
     */
    public void fail(String method, String pathRegex, Fault fault) {
        dispatcher.disturbance().add(FaultRule.of(method, pathRegex, fault).upto(1));
    }

    /** Lets happen at once what is due by its clock, which is otherwise looked at now and then. */
    public void settle() {
        backstage.settle();
        web.settle();
    }

    /** Who would answer at an address. Nobody does by itself: these machines are for others to bring to life. */
    public Resident resident(String address) {
        return new Residents(cloud).at(address);
    }

    /** What there really is, whatever the answers say. */
    CloudState cloud() {
        return cloud;
    }

    /** Stops at once, and its guests with it. */
    @Override
    public void close() {
        web.close();
        doors.ifPresent(Doors::close);
    }
}
