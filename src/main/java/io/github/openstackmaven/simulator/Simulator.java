package io.github.openstackmaven.simulator;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * An OpenStack cloud in memory, over real HTTP on loopback: Keystone, Glance, Nova, Neutron and Cinder of the Zed release.
 * It has the contents, quotas and troubles of the laboratory cloud the plugin is tested against, and answers as that does.
 */
public final class Simulator implements AutoCloseable {
    private final Web web;
    private final Cloud cloud;
    private final String base;

    private Simulator(int port, Options options) {
        web = new Web(port, options);
        base = "http://127.0.0.1:" + web.port();
        Contents contents = Contents.at(options.clock().instant());
        cloud = new Cloud(options, contents);
        Tokens tokens = new Tokens(options);
        Gate gate = new Gate(tokens, base + "/identity/v3");
        Federation federation =
                new Federation(contents.identities().userNamed(Federation.USER).orElseThrow());
        web.serve(
                cloud,
                Stream.of(
                                new IdentityService(
                                        base,
                                        contents.identities(),
                                        tokens,
                                        Catalog.at(base, options.imageService()),
                                        federation),
                                new OidcService(base, tokens, federation),
                                new ImageService(base, cloud, gate),
                                new ComputeService(base, gate, options.newest(), compute(cloud, new Links(base))),
                                new NetworkService(base, gate, network(cloud, new Listing(base))),
                                new VolumeService(base, gate, volume(cloud, base)))
                        .<Service>map(service -> new OneAtATime(cloud, service))
                        .toList());
    }

    private static List<Route> compute(Cloud cloud, Links links) {
        Quotas quotas = new Quotas(cloud);
        return Stream.of(
                        new FlavorApi(cloud, links).routes(),
                        new ServerApi(cloud, links, quotas).routes(),
                        new MetadataApi(cloud).routes(),
                        new ServerTagApi(cloud, links).routes(),
                        new ServerActionApi(cloud).routes(),
                        new InterfaceApi(cloud).routes(),
                        new VolumeAttachmentApi(cloud).routes(),
                        new KeypairApi(cloud, links).routes(),
                        new QuotaApi(cloud, quotas).routes(),
                        new ServerGroupApi(cloud).routes(),
                        new ImageProxyApi(cloud, links).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> network(Cloud cloud, Listing listing) {
        return Stream.of(
                        new NetworkApi(cloud, listing).routes(),
                        new PortApi(cloud, listing).routes(),
                        new FloatingIpApi(cloud, listing).routes(),
                        new SecurityGroupApi(cloud, listing).routes(),
                        new SecurityGroupRuleApi(cloud, listing).routes(),
                        new NetworkQuotas(cloud).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> volume(Cloud cloud, String base) {
        return Stream.of(
                        new VolumeApi(cloud, base).routes(),
                        new VolumeMetadataApi(cloud).routes(),
                        new AttachmentApi(cloud).routes(),
                        new SnapshotApi(cloud, base).routes(),
                        new VolumeTypeApi().routes(),
                        new VolumeQuotaApi(new VolumeQuotas(cloud.storage())).routes())
                .flatMap(List::stream)
                .toList();
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
                """.formatted(authUrl(), Contents.CREDENTIAL, Contents.CREDENTIAL_SECRET, Contents.EXPIRED_CREDENTIAL);
    }

    /** What was asked so far, in the order of the answers. */
    public List<Recorded> requests() {
        return web.requests();
    }

    /** Forgets what was asked so far. */
    public void clearRequests() {
        web.clearRequests();
    }

    /** From now on goes wrong what the plan says, and nothing else; the plan's counts begin at none. */
    public void disturb(FaultPlan plan) {
        web.disturbance().follow(plan);
    }

    /**
     * Makes the next matching request go wrong too, once.
     *
     * @param pathRegex found somewhere in the path with its query
     */
    public void fail(String method, String pathRegex, Fault fault) {
        web.disturbance().add(FaultRule.of(method, pathRegex, fault).upto(1));
    }

    /** Lets happen at once what is due by its clock, which is otherwise looked at now and then. */
    public void settle() {
        web.settle();
    }

    /** What there really is, whatever the answers say. */
    Cloud cloud() {
        return cloud;
    }

    /** Stops at once. */
    @Override
    public void close() {
        web.close();
    }
}
