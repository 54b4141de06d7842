package io.github.openstackmaven.ssh;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Host keys as they are written, though nobody has their private halves. */
public final class HostKeysUnderTest {
    private HostKeysUnderTest() {}

    public static HostKey ed25519(int number) {
        return key("ssh-ed25519", field(32, number));
    }

    public static HostKey ecdsa(int number) {
        return key("ecdsa-sha2-nistp256", "nistp256".getBytes(StandardCharsets.US_ASCII), field(65, number));
    }

    public static HostKey rsa(int number) {
        return key("ssh-rsa", new byte[] {1, 0, 1}, field(257, number));
    }

    private static byte[] field(int length, int content) {
        byte[] field = new byte[length];
        Arrays.fill(field, (byte) content);
        return field;
    }

    private static HostKey key(String type, byte[]... fields) {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(blob)) {
            put(out, type.getBytes(StandardCharsets.US_ASCII));
            for (byte[] field : fields) put(out, field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HostKey(type, Base64.getEncoder().encodeToString(blob.toByteArray()));
    }

    private static void put(DataOutputStream out, byte[] field) throws IOException {
        out.writeInt(field.length);
        out.write(field);
    }
}
