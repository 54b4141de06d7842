package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.net.URI;
import java.net.URISyntaxException;

/** A URL that a request can be sent to: http or https, with a host, and without user name or password. */
public final class HttpUrl {
    private HttpUrl() {}

    /**
     * The URL without slashes at its end.
     *
     * @param what it is, for messages: {@code auth URL (OS_AUTH_URL)}
     * @throws OpenStackException when it is none; quotes it only where it can't hold a password
     */
    public static URI parse(String text, String what) {
        return checked(text.strip().replaceAll("/+$", ""), text, what);
    }

    /** The URL to the letter: that of one page, and not of what lies below it. */
    public static URI ofPage(String text, String what) {
        return checked(text.strip(), text, what);
    }

    private static URI checked(String plain, String text, String what) {
        boolean login = plain.contains("@");
        try {
            URI uri = new URI(plain);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && !login) return uri;
        } catch (URISyntaxException e) {
            // falls through to the same answer as a URL without a host
        }
        throw new OpenStackException(
                "Malformed " + what + (login ? "" : ": '" + text + "'"),
                "It looks like https://HOST:PORT/PATH"
                        + (login
                                ? "; user name and password have keys of their own."
                                : ", the host without underscores."));
    }
}
