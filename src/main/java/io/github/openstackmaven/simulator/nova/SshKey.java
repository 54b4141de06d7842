package io.github.openstackmaven.simulator.nova;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** An SSH key as Nova makes one for who brings none. */
record SshKey(String publicKey, String privateKey) {
    // PKCS#8's wrapping in front of the PKCS#1 key OpenSSH wants.
    private static final int WRAPPING = 26;

    static SshKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            byte[] wrapped = pair.getPrivate().getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(Arrays.copyOfRange(wrapped, WRAPPING, wrapped.length));
            return new SshKey(
                    publicKey((RSAPublicKey) pair.getPublic()),
                    "-----BEGIN RSA PRIVATE KEY-----\n" + text + "\n-----END RSA PRIVATE KEY-----\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicKey(RSAPublicKey key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "ssh-rsa".getBytes(StandardCharsets.US_ASCII));
        write(out, key.getPublicExponent().toByteArray());
        write(out, key.getModulus().toByteArray());
        return "ssh-rsa " + Base64.getEncoder().encodeToString(out.toByteArray()) + " Generated-by-Nova";
    }

    private static void write(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    /** MD5 with colons; empty when it is no public key. */
    static Optional<String> fingerprint(String publicKey) {
        String[] parts = publicKey.strip().split(" ", -1);
        if (parts.length < 2) return Optional.empty();
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(Base64.getDecoder().decode(parts[1]));
            return Optional.of(HexFormat.ofDelimiter(":").formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
