package io.github.openstackmaven.plan;

import io.github.openstackmaven.config.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * An SSH key made for one build, ECDSA on the curve nistp256: Ed25519 would need a cryptography library besides the JDK.
 *
 * @param publicKey one line as in {@code authorized_keys}
 * @param privateKey OpenSSH's own format, not encrypted; it never leaves this machine
 */
public record EphemeralKeyPair(String publicKey, Secret privateKey) {

    /**
     * Makes a pair.
     *
     * @param comment ends the public half, for who finds it on a server
     */
    public static EphemeralKeyPair generate(String comment) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            OpenSSHKeyPairResourceWriter writer = new OpenSSHKeyPairResourceWriter();
            ByteArrayOutputStream publicHalf = new ByteArrayOutputStream();
            writer.writePublicKey(pair, comment, publicHalf);
            ByteArrayOutputStream privateHalf = new ByteArrayOutputStream();
            writer.writePrivateKey(pair, comment, null, privateHalf);
            return new EphemeralKeyPair(
                    publicHalf.toString(StandardCharsets.US_ASCII).strip(),
                    Secret.of(privateHalf.toString(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK has ECDSA", e);
        }
    }
}
