package io.github.openstackmaven;

import io.github.openstackmaven.http.Json;

/** What a cloud shows, as it writes it: what a test does not say is not shown. */
public final class Shown {
    private Shown() {}

    /** The record of it. */
    public static <T> T as(Class<T> type, String json) {
        return Json.answer(json, type).orElseThrow(() -> new IllegalArgumentException(json));
    }
}
