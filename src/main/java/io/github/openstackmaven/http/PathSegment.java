package io.github.openstackmaven.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A name or id as one segment of a URL's path: <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.3">RFC 3986</a>. */
public final class PathSegment {
    private PathSegment() {}

    /** The text with everything encoded that would end the segment or mean something else. */
    public static String of(String text) {
        // URLEncoder writes forms, where a plus is a space.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
