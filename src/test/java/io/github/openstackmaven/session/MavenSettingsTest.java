package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.openstackmaven.http.Proxies;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenSettingsTest {
    private final Settings settings = new Settings();
    private final MavenSettings maven = new MavenSettings(settings, new InBraces());

    @Test
    void a_server_fills_in_username_password_and_any_element_of_its_configuration() {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom domain = new Xpp3Dom("userDomainId");
        domain.setValue("default");
        configuration.addChild(domain);
        Server server = new Server();
        server.setId("lab");
        server.setUsername("demo");
        server.setPassword("passw0rd");
        server.setConfiguration(configuration);
        settings.addServer(server);

        assertThat(maven.login("lab").toString().lines())
                .containsExactlyInAnyOrder(
                        "auth.username demo from server lab of settings.xml",
                        "auth.password *** from server lab of settings.xml",
                        "auth.user_domain_id default from server lab of settings.xml");
    }

    @Test
    void any_secret_may_be_encrypted_as_a_password_is() {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (String element : List.of("applicationCredentialSecret", "applicationCredentialId")) {
            Xpp3Dom child = new Xpp3Dom(element);
            child.setValue("{abc=}");
            configuration.addChild(child);
        }
        Server server = new Server();
        server.setId("lab");
        server.setConfiguration(configuration);
        settings.addServer(server);

        io.github.openstackmaven.config.Settings login = maven.login("lab");

        assertThat(login.text("auth.application_credential_secret")).contains("decrypted {abc=}");
        assertThat(login.text("auth.application_credential_id")).contains("{abc=}");
    }

    @Test
    void an_unknown_server_is_told_with_those_there_are() {
        Server server = new Server();
        server.setId("nexus");
        settings.addServer(server);

        assertThatThrownBy(() -> maven.login("lab")).hasMessage("No <server> with id lab in settings.xml");
    }

    @Test
    void a_proxy_for_http_serves_https_too_and_an_inactive_one_nobody() {
        settings.addProxy(proxy("http", "plain", true, null));
        settings.addProxy(proxy("https", "secure", false, null));

        assertThat(maven.proxies())
                .extracting(Proxies.Server::scheme, Proxies.Server::host)
                .containsExactly(tuple("https", "plain"), tuple("http", "plain"));
    }

    @ParameterizedTest
    @CsvSource({"cloud.lan, true", "api.cloud.lan, true", "cloud.example, false", "10.1.2.3, true", "notlan, false"})
    void hosts_are_spared_as_maven_writes_it(String host, boolean direct) {
        settings.addProxy(proxy("http", "plain", true, "*.lan|10.*,localhost"));

        assertThat(maven.proxies().get(0).direct().test(host, 443)).isEqualTo(direct);
    }

    private static Proxy proxy(String protocol, String host, boolean active, @Nullable String nonProxyHosts) {
        Proxy proxy = new Proxy();
        proxy.setProtocol(protocol);
        proxy.setHost(host);
        proxy.setPort(3128);
        proxy.setActive(active);
        proxy.setNonProxyHosts(nonProxyHosts);
        return proxy;
    }

    /** What stands in braces is encrypted here. */
    private static final class InBraces implements SettingsDecrypter {
        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            return new SettingsDecryptionResult() {
                @Override
                public Server getServer() {
                    Server server = request.getServers().get(0);
                    Optional.ofNullable(server.getPassword())
                            .filter(text -> text.startsWith("{"))
                            .ifPresent(text -> server.setPassword("decrypted " + text));
                    return server;
                }

                @Override
                public List<Server> getServers() {
                    return request.getServers();
                }

                @Override
                public Proxy getProxy() {
                    return request.getProxies().get(0);
                }

                @Override
                public List<Proxy> getProxies() {
                    return request.getProxies();
                }

                @Override
                public List<SettingsProblem> getProblems() {
                    return List.of();
                }
            };
        }
    }
}
