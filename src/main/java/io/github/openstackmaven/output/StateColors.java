package io.github.openstackmaven.output;

import java.util.Map;

/**
 * The colours of servers' states on a terminal.
 *
 * @param codes by the state, what ECMA-48 calls the graphic rendition; others are shown as the rest of the text
 */
record StateColors(Map<String, String> codes) {
    private static final String GREEN = "32";
    private static final String RED = "1;31";
    private static final String YELLOW = "33";
    private static final String CYAN = "36";
    private static final String FAINT = "2";

    StateColors {
        codes = Map.copyOf(codes);
    }

    /** Those of a terminal that has colours. */
    static StateColors standard() {
        return new StateColors(Map.of(
                "BUILD", YELLOW,
                "ACTIVE", CYAN,
                "READY", GREEN,
                "ERROR", RED,
                "FAILED", RED,
                "DELETING", FAINT,
                "DELETED", FAINT));
    }

    /** Those of one that has none. */
    static StateColors none() {
        return new StateColors(Map.of());
    }

    /** The state in its colour. */
    String of(String state) {
        String code = codes.get(state);
        return code == null ? state : "\u001b[" + code + "m" + state + "\u001b[0m";
    }
}
