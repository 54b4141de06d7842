package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a server is told at its first boot: one text as it is, or several parts for cloud-init. */
public sealed interface UserData {

    /** What Nova takes, in characters of base64. */
    int LIMIT = 65535;

    /** The message as the server reads it. */
    String text();

    /** The same with every text of the user's changed. */
    UserData map(UnaryOperator<String> change);

    /** The one text, or the parts in their order. */
    static UserData of(List<UserDataPart> parts) {
        return parts.size() == 1 ? new Text(parts.get(0).text()) : new Multipart(parts);
    }

    /** The same with each <code>${name}</code> of a known name replaced; others and <code>@{…}</code> are left alone. */
    default UserData filtered(Function<String, Optional<String>> properties) {
        return map(new PropertyFilter(properties));
    }

    /**
     * As Nova takes it: base64.
     *
     * @throws OpenStackException when it is longer than Nova takes
     */
    default String encoded() {
        String encoded = Base64.getEncoder().encodeToString(text().getBytes(StandardCharsets.UTF_8));
        if (encoded.length() > LIMIT) {
            throw new OpenStackException(
                    "<userData> is too large: " + encoded.length() + " bytes in base64, and Nova takes " + LIMIT
                            + ", which is " + LIMIT / 4 * 3 + " bytes before encoding",
                    "Shorten it, or put it on a web server and give its address in a part of its own: #include URL.");
        }
        return encoded;
    }

    /** Sent as it is, whatever reads it. */
    record Text(String text) implements UserData {
        @Override
        public UserData map(UnaryOperator<String> change) {
            return new Text(change.apply(text));
        }
    }

    /** Several parts as one <a href="https://docs.cloud-init.io/en/latest/explanation/format/index.html">MIME message</a>. */
    record Multipart(List<UserDataPart> parts) implements UserData {
        public Multipart {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return MimeMessage.of(parts);
        }

        @Override
        public UserData map(UnaryOperator<String> change) {
            return new Multipart(parts.stream().map(part -> part.map(change)).toList());
        }
    }
}
