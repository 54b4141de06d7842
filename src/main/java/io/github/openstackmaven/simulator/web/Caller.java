package io.github.openstackmaven.simulator.web;

/**
 * Who calls, and for which project.
 *
 * @param user id
 * @param project id; empty when the token is for none
 */
public record Caller(String user, String project, boolean isAdmin) {
    /** Who has shown no token. */
    static final Caller NOBODY = new Caller("", "", false);
}
