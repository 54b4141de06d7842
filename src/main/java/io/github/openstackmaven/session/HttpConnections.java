package io.github.openstackmaven.session;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.Exchange;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.http.ObservedTransport;
import io.github.openstackmaven.http.Proxies;
import io.github.openstackmaven.http.ProxyVariables;
import io.github.openstackmaven.http.SecretsInTransit;
import io.github.openstackmaven.http.TlsContext;
import io.github.openstackmaven.http.Transport;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * HTTP connections of this build to a cloud: through settings.xml's proxies, else those of the variables, else the JVM's.
 *
 * @param proxies of settings.xml
 * @param observer is told of each request
 * @param secrets is told of each secret that is used
 */
public record HttpConnections(
        List<Proxies.Server> proxies,
        Map<String, String> variables,
        Consumer<Exchange> observer,
        Consumer<Secret> secrets) {

    Transport to(CloudConfig config) {
        return over(connection(config));
    }

    /** What there is between here and a cloud. */
    public Connection connection(CloudConfig config) {
        return through(
                TlsContext.of(config.tls()),
                config.answerTimeout().orElse(Connection.standard().answer()));
    }

    /** To a server that is no cloud, with the JVM's authorities. */
    Transport toAnybody() {
        return over(through(Optional.empty(), Duration.ofSeconds(10)));
    }

    private Transport over(Connection connection) {
        return new ObservedTransport(
                new SecretsInTransit(new JdkTransport(connection), secrets), Time.system(), observer);
    }

    private Connection through(Optional<SSLContext> tls, Duration answer) {
        List<Proxies.Server> servers = proxies.isEmpty() ? ProxyVariables.read(variables) : proxies;
        servers.stream().flatMap(server -> server.login().stream()).forEach(login -> secrets.accept(login.password()));
        Proxies through = new Proxies(servers);
        return new Connection(servers.isEmpty() ? ProxySelector.getDefault() : through, through.login(), tls, answer);
    }
}
