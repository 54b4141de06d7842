package io.github.openstackmaven.mojo;

import static org.mockito.Mockito.when;

import io.github.openstackmaven.session.BuildSession;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Goals in a Maven session that has nothing but the simulator of its build. */
abstract class GoalTest {
    @Inject
    MavenSession session;

    BuildSession build;

    @BeforeEach
    void startASession() {
        when(session.getRepositorySession()).thenReturn(MavenRepositorySystemUtils.newSession());
        when(session.getSettings()).thenReturn(new Settings());
        build = BuildSession.of(session);
    }

    @AfterEach
    void stopTheSimulator() {
        build.simulator().close();
    }

    /** As {@code -Dopenstack.NAME=VALUE}. */
    void say(String name, String value) {
        session.getUserProperties().setProperty("openstack." + name, value);
    }
}
