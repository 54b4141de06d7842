package io.github.openstackmaven.mojo;

import static org.mockito.Mockito.when;

import io.github.openstackmaven.session.BuildSession;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Goals in a Maven session that has nothing but the simulator of its build. */
abstract class GoalTest {
    @Inject
    MavenSession session;

    BuildSession build;

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @BeforeEach
    void startASession() {
        when(session.getRepositorySession()).thenReturn(MavenRepositorySystemUtils.newSession());
        when(session.getSettings()).thenReturn(new Settings());
        when(session.getRequest()).thenReturn(request);
        when(session.getResult()).thenReturn(new DefaultMavenExecutionResult());
        build = BuildSession.of(session);
    }

    @AfterEach
    void endTheSession() {
        request.getExecutionListener().sessionEnded(null);
    }

    /** What the goal tells when it is executed, a line each. */
    static List<String> told(OpenStackMojo goal) throws Exception {
        List<String> told = new ArrayList<>();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                told.add(content.toString());
            }

            @Override
            public void warn(CharSequence content) {
                told.add(content.toString());
            }
        });
        goal.execute();
        return told;
    }

    /** What the goal prints with {@code mvn -q}. */
    static String printedQuietly(OpenStackMojo goal) throws Exception {
        goal.setLog(new SystemStreamLog() {
            @Override
            public boolean isInfoEnabled() {
                return false;
            }

            @Override
            public void info(CharSequence content) {}
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            goal.execute();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As {@code mvn openstack:GOAL}: until then the goal is bound to a phase. */
    static void callByName(OpenStackMojo goal) throws IllegalAccessException {
        MojoExecution bound = goal.execution();
        MojoExtension.setVariableValueToObject(
                goal,
                "mojoExecution",
                new MojoExecution(bound.getMojoDescriptor(), "default-cli", MojoExecution.Source.CLI));
    }

    /** As {@code -Dopenstack.NAME=VALUE}. */
    void say(String name, String value) {
        session.getUserProperties().setProperty("openstack." + name, value);
    }
}
