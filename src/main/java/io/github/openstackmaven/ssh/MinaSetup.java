package io.github.openstackmaven.ssh;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.loader.openssh.OpenSSHKeyPairResourceParser;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/** What MINA must be told before its first use: to be quiet, and to take Ed25519 from the JDK. May be told again. */
public final class MinaSetup {
    private MinaSetup() {}

    /** Tells it. */
    public static void prepare() {
        // Maven's own logger would print each failed try of a login, and every packet with -X.
        Stream.of("org.slf4j.simpleLogger.log.", "maven.logger.log.")
                .forEach(prefix -> System.getProperties().putIfAbsent(prefix + "org.apache.sshd", "off"));
        SecurityUtils.registerSecurityProvider(new Registrar());
        // MINA does both by itself, but not when it was used before for something else.
        KeyUtils.registerPublicKeyEntryDecoder(SecurityUtils.getEDDSAPublicKeyEntryDecoder());
        OpenSSHKeyPairResourceParser.registerPrivateKeyEntryDecoder(
                SecurityUtils.getOpenSSHEDDSAPrivateKeyEntryDecoder());
    }

    /** Brings in the JDK's provider for Ed25519 and for nothing else. */
    private static final class Registrar extends AbstractSecurityProviderRegistrar {
        Registrar() {
            super("JdkEd25519");
        }

        @Override
        public String getProviderName() {
            return "SunEC";
        }

        @Override
        public Provider getSecurityProvider() {
            return Security.getProvider(getProviderName());
        }

        @Override
        public boolean isSupported() {
            return getSecurityProvider() != null;
        }

        @Override
        public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
            return Optional.of(new JdkEd25519());
        }
    }
}
