package io.github.openstackmaven.http;

import java.io.InputStream;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that nobody knows. */
public final class SelfSigned {
    static final char[] PASSWORD = "changeit".toCharArray();

    private SelfSigned() {}

    /** Key and certificate, called {@code mykey}: {@code keytool -genkeypair -ext san=dns:localhost -validity 36500}. */
    public static KeyStore keys() throws Exception {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream store = SelfSigned.class.getResourceAsStream("self-signed.p12")) {
            loaded.load(store, PASSWORD);
        }
        return loaded;
    }

    /** Comes with that certificate, and trusts clients that have it too. */
    public static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore clients = KeyStore.getInstance("PKCS12");
        clients.load(null, null);
        clients.setCertificateEntry("client", keys.getCertificate("mykey"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(clients);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
