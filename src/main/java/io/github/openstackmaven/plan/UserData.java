package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a server is told at its first boot: one part as it is, whatever reads it, or several for cloud-init, as one
 * <a href="https://docs.cloud-init.io/en/latest/explanation/format/index.html">MIME message</a>.
 *
 * @param parts in their order
 */
public record UserData(List<UserDataPart> parts) {
    /** What Nova takes, in characters of base64. */
    static final int LIMIT = 65535;

    public UserData {
        parts = List.copyOf(parts);
    }

    /** The message as it is described. */
    public Content content() {
        return content(UnaryOperator.identity());
    }

    /** The message as the server reads it, with every text changed, and nothing else of it. */
    Content content(UnaryOperator<String> change) {
        List<UserDataPart> changed = map(change).parts();
        return parts.size() == 1
                ? changed.get(0).content()
                : Content.of(MimeMessage.of(changed, MimeMessage.boundary(parts)));
    }

    /** The same with every text changed; what is no text stays as it is. */
    UserData map(UnaryOperator<String> change) {
        return new UserData(parts.stream().map(part -> part.map(change)).toList());
    }

    /**
     * The same with each <code>${name}</code> of a known name replaced; others and <code>@{…}</code> are left alone.
     *
     * @throws OpenStackException when a part is no text
     */
    public UserData filtered(Function<String, Optional<String>> properties) {
        parts.forEach(UserDataPart::demandText);
        return map(new PropertyFilter(properties));
    }

    /**
     * Checks what can be known before a server reads it.
     *
     * @throws OpenStackException when it is longer than Nova takes, or cloud-init could not read a part and would go on
     *     without it
     */
    void check() {
        encoded();
        if (parts.size() == 1 && parts.get(0).isMessage()) return; // the user's own MIME message
        parts.forEach(part -> CloudConfig.check(part.map(References::blank)));
    }

    /**
     * As it is described, in base64.
     *
     * @throws OpenStackException when it is longer than Nova takes
     */
    public String encoded() {
        return encoded(UnaryOperator.identity());
    }

    /**
     * As Nova takes it: base64, with every text changed.
     *
     * @throws OpenStackException when it is longer than Nova takes
     */
    String encoded(UnaryOperator<String> change) {
        String encoded = Base64.getEncoder().encodeToString(content(change).bytes());
        if (encoded.length() > LIMIT) {
            throw new OpenStackException(
                    "<userData> is too large: " + encoded.length() + " bytes in base64, and Nova takes " + LIMIT
                            + ", which is " + LIMIT / 4 * 3 + " bytes before encoding",
                    "Shorten it, compress it (cloud-init reads gzip), or put it on a web server and give its address in"
                            + " a part of its own: #include URL.");
        }
        return encoded;
    }
}
