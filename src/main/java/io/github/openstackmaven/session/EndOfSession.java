package io.github.openstackmaven.session;

import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;

/**
 * With {@code <extensions>true</extensions>} a build's servers go when Maven's session ends, before the JVM does: in a
 * daemon such as mvnd that is long before.
 */
public final class EndOfSession extends AbstractMavenLifecycleParticipant {
    @Override
    public void afterSessionEnd(MavenSession session) {
        BuildEnd.allOf(session).forEach(Runnable::run);
    }
}
