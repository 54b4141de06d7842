import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jclouds.ContextBuilder;
import org.jclouds.openstack.keystone.config.KeystoneProperties;
import org.jclouds.openstack.nova.v2_0.NovaApi;
import org.jclouds.openstack.nova.v2_0.domain.Server;
import org.jclouds.openstack.nova.v2_0.features.ServerApi;
import org.jclouds.openstack.nova.v2_0.options.CreateServerOptions;
import org.jclouds.openstack.v2_0.domain.Resource;
import org.jclouds.util.Predicates2;

/**
 * Token, image and flavor by name, creates side by side, each asked for once a second until ACTIVE. The network is given by
 * its id: Nova's API in jclouds knows none, and Neutron's would log in a second time.
 */
public final class JcloudsLaunch {
    private static final int MINUTES = 10;

    private JcloudsLaunch() {}

    /** Launches what the environment describes. */
    public static void main(String[] args) throws Exception {
        String region = variable("OS_REGION_NAME");
        try (NovaApi nova = login()) {
            String image = id(nova.getImageApi(region).list().concat(), variable("BENCH_IMAGE"));
            String flavor = id(nova.getFlavorApi(region).list().concat(), variable("BENCH_FLAVOR"));
            CreateServerOptions options = CreateServerOptions.Builder.networks(variable("BENCH_NETWORK_ID"));
            ServerApi servers = nova.getServerApi(region);
            launch(names().<Callable<String>>map(name -> () -> active(
                            servers,
                            servers.create(name, image, flavor, options).getId()))
                    .toList());
        }
    }

    private static NovaApi login() {
        Properties properties = new Properties();
        properties.setProperty(KeystoneProperties.KEYSTONE_VERSION, "3");
        properties.setProperty(KeystoneProperties.SCOPE, "projectId:" + variable("OS_PROJECT_ID"));
        return ContextBuilder.newBuilder("openstack-nova")
                .endpoint(variable("OS_AUTH_URL"))
                .credentials(variable("OS_USER_DOMAIN_NAME") + ":" + variable("OS_USERNAME"), variable("OS_PASSWORD"))
                .overrides(properties)
                .buildApi(NovaApi.class);
    }

    private static String id(Iterable<? extends Resource> resources, String name) {
        for (Resource one : resources) {
            if (one.getName().equals(name)) return one.getId();
        }
        throw new IllegalStateException("no " + name);
    }

    private static void launch(List<Callable<String>> launches) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(launches.size());
        try {
            for (Future<String> launched : threads.invokeAll(launches)) launched.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String active(ServerApi servers, String id) {
        Predicates2.<String>retry(one -> isActive(servers.get(one)), MINUTES * 60L, 1, 1, TimeUnit.SECONDS)
                .apply(id);
        return id;
    }

    private static boolean isActive(Server server) {
        if (server.getStatus() == Server.Status.ERROR) throw new IllegalStateException(server.getName() + " is ERROR");
        return server.getStatus() == Server.Status.ACTIVE;
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
