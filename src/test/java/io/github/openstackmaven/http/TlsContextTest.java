package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server whose certificate nobody knows and which may want to see one in turn. */
class TlsContextTest {
    @TempDir
    private Path folder;

    private HttpsServer server;
    private KeyStore keys;
    private boolean wantsClient;

    @BeforeEach
    void start() throws Exception {
        keys = SelfSigned.keys();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(keys)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(wantsClient);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_jvms_authorities_do_where_nothing_is_set() {
        assertThat(TlsContext.of(settings(true, Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_told_with_what_to_set() {
        UnreachableException e = catchThrowableOfType(
                UnreachableException.class,
                () -> status(settings(true, Optional.empty(), Optional.empty(), Optional.empty())));

        assertThat(e)
                .hasMessage("TLS failed with host localhost, port "
                        + server.getAddress().getPort()
                        + ", without a proxy: the certificate is of a CA that is not known here");
        assertThat(e.advice()).contains("cacert");
    }

    @Test
    void a_file_with_several_authorities_is_trusted() throws Exception {
        Path other = Path.of("/etc/ssl/certs/ca-certificates.crt");
        String text = "The authorities of our cloud\n" + certificate() + "\n# and another\n"
                + (Files.exists(other) ? Files.readString(other) : certificate());

        assertThat(status(settings(true, Optional.of(file("ca.pem", text)), Optional.empty(), Optional.empty())))
                .isEqualTo(200);
    }

    @Test
    void insecure_trusts_anybody_by_any_name() throws Exception {
        assertThat(status(settings(false, Optional.empty(), Optional.empty(), Optional.empty()), "127.0.0.1"))
                .isEqualTo(200);
    }

    @Test
    void a_name_that_is_not_the_certificates_is_refused() throws Exception {
        TlsSettings settings =
                settings(true, Optional.of(file("ca.pem", certificate())), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> status(settings, "127.0.0.1"))
                .hasMessageStartingWith("TLS failed with host 127.0.0.1");
    }

    @Test
    void a_client_comes_with_its_certificate_and_key() throws Exception {
        wantsClient = true;
        Optional<Path> ca = Optional.of(file("ca.pem", certificate()));
        Path cert = file("cert.pem", certificate());

        assertThatThrownBy(() -> status(settings(true, ca, Optional.empty(), Optional.empty())))
                .isInstanceOf(UnreachableException.class);
        assertThat(status(settings(true, ca, Optional.of(cert), Optional.of(file("key.pem", pkcs8())))))
                .isEqualTo(200);
        assertThat(status(settings(true, ca, Optional.of(cert), Optional.of(file("rsa.pem", pkcs1())))))
                .isEqualTo(200);
        assertThat(status(settings(true, ca, Optional.of(file("both.pem", certificate() + pkcs8())), Optional.empty())))
                .isEqualTo(200);
    }

    @Test
    void a_file_without_a_certificate_is_named() throws Exception {
        Path empty = file("ca.pem", "nothing");

        assertThatThrownBy(() -> TlsContext.of(settings(true, Optional.of(empty), Optional.empty(), Optional.empty())))
                .hasMessage("No certificate in cacert " + empty);
        assertThatThrownBy(() -> TlsContext.of(
                        settings(true, Optional.of(folder.resolve("absent.pem")), Optional.empty(), Optional.empty())))
                .hasMessageStartingWith("Cannot read cacert " + folder.resolve("absent.pem"));
    }

    @Test
    void a_certificate_that_java_does_not_take_is_told_with_its_place_and_in_javas_words() throws Exception {
        Path bundle = folder.resolve("bundle.pem");
        try (InputStream odd = getClass().getResourceAsStream("duplicate-extension.pem")) {
            Files.writeString(bundle, "# ours\n" + new String(odd.readAllBytes(), StandardCharsets.US_ASCII));
        }

        OpenStackException e = catchThrowableOfType(
                OpenStackException.class,
                () -> TlsContext.of(settings(true, Optional.of(bundle), Optional.empty(), Optional.empty())));

        assertThat(e)
                .hasMessage("Java doesn't take certificate 1 of cacert " + bundle
                        + ", at line 2: Duplicate extensions not allowed");
        assertThat(e.advice()).contains("openssl x509");
    }

    @Test
    void a_relative_file_that_is_not_there_is_told_with_where_it_was_looked_for() {
        Path cacert = Path.of("no-such-ca.pem");

        assertThatThrownBy(() -> TlsContext.of(settings(true, Optional.of(cacert), Optional.empty(), Optional.empty())))
                .hasMessage("Cannot read cacert " + cacert.toAbsolutePath() + ": no such file or folder");
    }

    @Test
    void a_key_that_is_none_is_named_and_not_quoted() throws Exception {
        Path cert = file("cert.pem", certificate());
        Path key = file("key.pem", "-----BEGIN PRIVATE KEY-----\ns3cret\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> TlsContext.of(settings(true, Optional.empty(), Optional.of(cert), Optional.of(key))))
                .hasMessage("No usable private key in " + key)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret"));
    }

    private int status(TlsSettings settings) {
        return status(settings, "localhost");
    }

    private int status(TlsSettings settings, String host) {
        Connection connection = new Connection(
                ProxySelector.of(null), Optional.empty(), TlsContext.of(settings), Duration.ofSeconds(10));
        URI uri = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
        return new JdkTransport(connection)
                .send(new Request("GET", uri, Map.of(), Optional.empty()))
                .status();
    }

    private static TlsSettings settings(
            boolean verify, Optional<Path> cacert, Optional<Path> certificate, Optional<Path> key) {
        return new TlsSettings(verify, cacert, certificate, key, Optional.empty());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String certificate() throws Exception {
        return pem("CERTIFICATE", keys.getCertificate("mykey").getEncoded());
    }

    private String pkcs8() throws Exception {
        return pem("PRIVATE KEY", keys.getKey("mykey", SelfSigned.PASSWORD).getEncoded());
    }

    // A PKCS#8 key of RSA is the PKCS#1 key behind 26 bytes that say so.
    private String pkcs1() throws Exception {
        byte[] pkcs8 = keys.getKey("mykey", SelfSigned.PASSWORD).getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
