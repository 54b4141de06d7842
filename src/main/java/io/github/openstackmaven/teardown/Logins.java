package io.github.openstackmaven.teardown;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.SecretsInTransit;
import io.github.openstackmaven.http.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Logs in for a build's end, one for all that has the same. Each goes on with the launch's token while the cloud takes it,
 * since a passcode is good once; one that was refused is not tried again, since clouds lock out who tries too often.
 */
final class Logins {
    private final Function<Connection, Transport> transports;
    private final Time time;
    private final Map<List<Object>, Supplier<Cloud>> made = new ConcurrentHashMap<>();

    /** Logins that nobody has asked for. */
    Logins(Function<Connection, Transport> transports, Time time) {
        this.transports = transports;
        this.time = time;
    }

    /**
     * Logins over the net.
     *
     * @param secrets told of those that are used
     */
    static Logins overHttp(Time time, Consumer<Secret> secrets) {
        return new Logins(connection -> new SecretsInTransit(new JdkTransport(connection), secrets), time);
    }

    /**
     * The cloud of a launch.
     *
     * @throws OpenStackException when it can't be reached, or refuses: {@link OpenStackException#mayPass} tells which
     */
    Cloud to(LaunchSite site, Patience patience) {
        CloudConfig config = new CloudSettings(site.settings(), Environment.of(site.variables())).toCloudConfig();
        return made.computeIfAbsent(List.of(config.login(), site.place()), absent -> login(site, config, patience))
                .get()
                .with(patience);
    }

    private Supplier<Cloud> login(LaunchSite site, CloudConfig config, Patience patience) {
        try {
            Transport transport = transports.apply(site.connection());
            Cloud cloud = token(site)
                    .flatMap(token -> Cloud.resume(config, token, transport, time, patience))
                    .orElseGet(() -> Cloud.login(config, transport, time, patience));
            return () -> cloud;
        } catch (OpenStackException e) {
            if (e.mayPass()) throw e;
            return () -> {
                throw e;
            };
        }
    }

    // It asks the launch's session, whose class loader may be closed.
    private static Optional<Secret> token(LaunchSite site) {
        try {
            return site.token().get().map(Secret::of);
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }
}
