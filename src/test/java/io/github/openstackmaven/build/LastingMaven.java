package io.github.openstackmaven.build;

import org.codehaus.plexus.classworlds.launcher.Launcher;

/** Maven in a JVM that outlives its session, as a daemon's does. It ends when its standard input does. */
final class LastingMaven {
    static final String SESSION_ENDED = "The session has ended with ";

    private LastingMaven() {}

    /** Runs Maven once, with Maven's own arguments. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(SESSION_ENDED + Launcher.mainWithExitCode(arguments));
        while (System.in.read() != -1) {}
    }
}
