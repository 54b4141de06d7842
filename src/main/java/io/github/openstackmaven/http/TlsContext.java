package io.github.openstackmaven.http;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.TlsSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whom to trust and as whom to come, from PEM files. */
public final class TlsContext {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private TlsContext() {}

    /**
     * The settings as the JDK takes them; empty where they leave everything to the JVM.
     *
     * @throws OpenStackException when a file can't be read or is not what it should be
     */
    public static Optional<SSLContext> of(TlsSettings settings) {
        if (settings.verify()
                && settings.cacert().isEmpty()
                && settings.certificate().isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(settings).orElse(null), trust(settings).orElse(null), null);
            return Optional.of(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new OpenStackException("TLS can't be set up: " + e.getMessage(), "Check cacert, cert and key.", e);
        }
    }

    /** Trusts everybody, by any name. */
    public static SSLContext trustingEverybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustEverybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    // What is not there is left to the JVM.
    private static Optional<TrustManager[]> trust(TlsSettings settings) throws GeneralSecurityException, IOException {
        if (!settings.verify()) return Optional.of(new TrustManager[] {new TrustEverybody()});
        if (settings.cacert().isEmpty()) return Optional.empty();
        KeyStore authorities = emptyStore();
        for (Certificate one : certificates("cacert", settings.cacert().get())) {
            authorities.setCertificateEntry("ca" + authorities.size(), one);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return Optional.of(factory.getTrustManagers());
    }

    private static Optional<KeyManager[]> keys(TlsSettings settings) throws GeneralSecurityException, IOException {
        if (settings.certificate().isEmpty()) return Optional.empty();
        Path certificate = settings.certificate().get();
        PrivateKey key = PemKey.read(settings.key().orElse(certificate).toAbsolutePath());
        KeyStore store = emptyStore();
        Certificate[] chain = certificates("cert", certificate).toArray(Certificate[]::new);
        store.setKeyEntry("client", key, new char[0], chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return Optional.of(factory.getKeyManagers());
    }

    // Block by block, since a key may stand in the same file, or text between them.
    private static List<Certificate> certificates(String setting, Path written) {
        Path file = written.toAbsolutePath(); // whoever hears that it is not there asks where that was
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            List<Certificate> all = new ArrayList<>();
            Matcher block = CERTIFICATE.matcher(text);
            while (block.find()) {
                int number = all.size() + 1;
                String what = "certificate " + number + " of " + setting + " " + file + ", at line "
                        + (text.substring(0, block.start()).lines().count() + 1);
                all.add(certificate(factory, block.group(), what));
            }
            if (!all.isEmpty()) return all;
        } catch (IOException e) {
            throw FileProblem.cannot("read " + setting, file, e, "Check the path and that it may be read.");
        } catch (CertificateException e) {
            throw new IllegalStateException("every JDK knows X.509", e);
        }
        throw noCertificate(setting, file);
    }

    private static Certificate certificate(CertificateFactory factory, String pem, String what) {
        try {
            return factory.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new OpenStackException(
                    "Java doesn't take " + what + ": " + rootCause(e),
                    "'openssl x509 -noout -text' shows what is in it. Leave the block out where the cloud's own certificate is"
                            + " of another of the file, or have its owner issue it anew.",
                    e);
        }
    }

    private static String rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return String.valueOf(root.getMessage());
    }

    private static OpenStackException noCertificate(String setting, Path file) {
        return new OpenStackException(
                "No certificate in " + setting + " " + file,
                "It is a PEM file with one or more blocks that begin with -----BEGIN CERTIFICATE-----.");
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** For {@code insecure}; an extended one, since the JDK then leaves host names to it as well. */
    private static final class TrustEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
