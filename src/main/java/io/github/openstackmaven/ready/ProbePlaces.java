package io.github.openstackmaven.ready;

import io.github.openstackmaven.Time;

/**
 * Places that the servers of a launch share, so that a small machine can wait for a large fleet.
 *
 * @param connections of ports: each is a socket that mostly waits, and many machines have no more than 1024
 * @param pages each besides is a thread that reads
 * @param logins a key exchange is work for the processor, and has only seconds to be done in
 * @param refused each is a connection with its threads that stays where a key was refused
 * @param consoles each log is up to a thousand lines from the cloud's own API
 */
record ProbePlaces(Places connections, Places pages, Places logins, Places refused, Places consoles) {

    /** As many as a machine with two processors is good for. */
    static ProbePlaces standard(Time time) {
        return new ProbePlaces(
                new Places(128, time),
                new Places(64, time),
                new Places(8, time),
                new Places(32, time),
                new Places(8, time));
    }
}
