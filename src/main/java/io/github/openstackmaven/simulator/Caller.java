package io.github.openstackmaven.simulator;

/**
 * Who calls, and for which project.
 *
 * @param user id
 * @param project id; empty when the token is for none
 */
record Caller(String user, String project, boolean isAdmin) {
    /** Who has shown no token. */
    static final Caller NOBODY = new Caller("", "", false);
}
