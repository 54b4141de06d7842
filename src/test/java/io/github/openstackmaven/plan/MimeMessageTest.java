package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MimeMessageTest {
    // As cloud-init does it: the text as a message, each part's payload decoded.
    private static final String TAKE_APART = """
            import base64, email, sys
            for part in email.message_from_string(sys.stdin.buffer.read().decode('utf-8')).walk():
                if part.get_content_maintype() != 'multipart':
                    payload = base64.b64encode(part.get_payload(decode=True)).decode()
                    print(part.get_content_type(), part.get_filename(), payload)
            """;

    @Test
    void python_takes_out_every_byte_that_was_put_in() throws IOException, InterruptedException {
        assumeTrue(new File("/usr/bin/python3").canExecute(), "no python3 here");
        List<UserDataPart> parts = List.of(
                part("a", "#cloud-config\npackages: [nginx]\n"),
                part("b", "#!/bin/sh\necho no line end"),
                part("c", "#!/bin/sh\r\necho Grüße, 世界\n\n"),
                part("d", "#include\n\nhttp://127.0.0.1/x\n\n\n"),
                part("e", "#!/bin/sh\n--part-\n--\nFrom me\n.\n" + "x".repeat(3000) + "\n"),
                new UserDataPart("f", Content.of(new byte[] {'#', '!', (byte) 0xfc, 0, '\r', '\n', (byte) 0xff})),
                new UserDataPart("g", Content.of(new byte[] {0x1f, (byte) 0x8b, 8, 0, (byte) 0x80})));

        assertThat(takenApart(MimeMessage.of(parts, MimeMessage.boundary(parts))))
                .containsExactly(
                        "text/cloud-config 001-a " + base64(parts.get(0)),
                        "text/x-shellscript 002-b " + base64(parts.get(1)),
                        "text/x-shellscript 003-c " + base64(parts.get(2)),
                        "text/x-include-url 004-d " + base64(parts.get(3)),
                        "text/x-shellscript 005-e " + base64(parts.get(4)),
                        "text/x-shellscript 006-f " + base64(parts.get(5)),
                        "application/gzip 007-g " + base64(parts.get(6)));
    }

    private static List<String> takenApart(String message) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("/usr/bin/python3", "-c", TAKE_APART)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = python.getOutputStream()) {
            in.write(message.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return said.lines().toList();
    }

    private static UserDataPart part(String name, String text) {
        return new UserDataPart(name, Content.of(text));
    }

    private static String base64(UserDataPart part) {
        return Base64.getEncoder().encodeToString(part.content().bytes());
    }
}
