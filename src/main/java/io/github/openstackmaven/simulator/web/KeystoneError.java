package io.github.openstackmaven.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;

/** Keystone's error bodies; keystonemiddleware sends the same for Nova and Neutron. */
public final class KeystoneError {
    public static final String UNAUTHORIZED = "The request you have made requires authentication.";

    private KeystoneError() {}

    public static JsonNode body(int status, String message) {
        return JsonTree.object("error", JsonTree.object("code", status, "message", message, "title", title(status)));
    }

    static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Request Entity Too Large";
            case 415 -> "Unsupported Media Type";
            default -> "Error";
        };
    }
}
