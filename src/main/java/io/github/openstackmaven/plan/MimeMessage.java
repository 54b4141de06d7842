package io.github.openstackmaven.plan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parts of user data as the MIME message that cloud-init takes apart; the same parts make the same message. */
final class MimeMessage {
    private MimeMessage() {}

    static String of(List<UserDataPart> parts, String boundary) {
        return """
                Content-Type: multipart/mixed; boundary="%s"
                MIME-Version: 1.0

                """.formatted(boundary)
                + IntStream.range(0, parts.size())
                        .mapToObj(i -> "--" + boundary + "\n" + entity(i + 1, parts.get(i)) + "\n")
                        .collect(Collectors.joining())
                + "--" + boundary + "--\n";
    }

    // Base64 where a part isn't ASCII: Python, which cloud-init is written in, garbles 8bit parts of a text message.
    private static String entity(int number, UserDataPart part) {
        boolean ascii = part.content().isAscii();
        return """
                Content-Type: %s
                MIME-Version: 1.0
                Content-Transfer-Encoding: %s
                Content-Disposition: attachment; filename="%s"

                """.formatted(contentType(part), ascii ? "7bit" : "base64", fileName(number, part))
                + (ascii ? part.content().text().orElseThrow() : base64(part));
    }

    private static String contentType(UserDataPart part) {
        return part.contentType() + (part.content().text().isPresent() ? "; charset=\"utf-8\"" : "");
    }

    private static String base64(UserDataPart part) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'})
                .encodeToString(part.content().bytes());
    }

    // The number keeps the parts' order and same names apart: cloud-init runs scripts in the order of their names.
    private static String fileName(int number, UserDataPart part) {
        return String.format(Locale.ROOT, "%03d-%s", number, part.name().replaceAll("[^\\w.-]", "_"));
    }

    /** A digest of the parts: it can't stand in one of them, nor in what is filled in for a reference. */
    static String boundary(List<UserDataPart> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(part.content().bytes()));
            return "part-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
