import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.core.transport.Config;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.compute.ServerCreate;
import org.openstack4j.model.identity.v3.Token;
import org.openstack4j.openstack.OSFactory;

/** Token, image, flavor and network by name, creates side by side, and the library's own wait for ACTIVE. */
public final class Openstack4jLaunch {
    private static final int MINUTES = 10;

    private Openstack4jLaunch() {}

    /** Launches what the environment describes. */
    public static void main(String[] args) throws Exception {
        OSClientV3 cloud = OSFactory.builderV3()
                .endpoint(variable("OS_AUTH_URL"))
                .credentials(variable("OS_USER_ID"), variable("OS_PASSWORD"))
                .scopeToProject(Identifier.byId(variable("OS_PROJECT_ID")))
                .withConfig(config())
                .authenticate()
                .useRegion(variable("OS_REGION_NAME"));
        String image = cloud.imagesV2()
                .list(Map.of("name", variable("BENCH_IMAGE")))
                .get(0)
                .getId();
        String flavor = cloud.compute().flavors().list().stream()
                .filter(one -> one.getName().equals(variable("BENCH_FLAVOR")))
                .findFirst()
                .orElseThrow()
                .getId();
        String network = cloud.networking()
                .network()
                .list(Map.of("name", variable("BENCH_NETWORK")))
                .get(0)
                .getId();
        Stream<ServerCreate> servers = names().map(name -> Builders.server()
                .name(name)
                .image(image)
                .flavor(flavor)
                .networks(List.of(network))
                .build());
        launch(cloud.getToken(), servers.toList());
    }

    // A client is bound to its thread.
    private static void launch(Token token, List<ServerCreate> servers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(servers.size());
        try {
            Stream<Callable<Server>> launches = servers.stream().map(server -> () -> active(token, server));
            for (Future<Server> launched : threads.invokeAll(launches.toList())) launched.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Server active(Token token, ServerCreate server) {
        OSClientV3 cloud = OSFactory.clientFromToken(token, config()).useRegion(variable("OS_REGION_NAME"));
        String id = cloud.compute().servers().boot(server).getId();
        Server launched =
                cloud.compute().servers().waitForServerStatus(id, Server.Status.ACTIVE, MINUTES, TimeUnit.MINUTES);
        if (launched.getStatus() != Server.Status.ACTIVE) {
            throw new IllegalStateException(server.getName() + " is " + launched.getStatus());
        }
        return launched;
    }

    private static Config config() {
        return Config.newConfig().withConnectionTimeout(60_000).withReadTimeout(60_000);
    }

    private static Stream<String> names() {
        int count = Integer.parseInt(variable("BENCH_COUNT"));
        String name = variable("BENCH_NAME");
        return count == 1 ? Stream.of(name) : IntStream.rangeClosed(1, count).mapToObj(number -> name + "-" + number);
    }

    private static String variable(String name) {
        return System.getenv(name);
    }
}
