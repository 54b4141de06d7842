package io.github.openstackmaven.http;

/**
 * A create as it is sent.
 *
 * @param path below the service's endpoint
 * @param body with the envelope that the API reference gives it
 */
public record Post(String path, Object body) {}
