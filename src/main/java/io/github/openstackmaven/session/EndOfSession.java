package io.github.openstackmaven.session;

import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * Hears of the end of Maven's session, which in a daemon such as mvnd is long before the JVM's. A participant in the
 * lifecycle hears of it too, but only where the POM declares {@code <extensions>true</extensions>}.
 */
final class EndOfSession extends AbstractExecutionListener {
    private final ExecutionListener others;
    private final Runnable atTheEnd;

    private EndOfSession(ExecutionListener others, Runnable atTheEnd) {
        this.others = others;
        this.atTheEnd = atTheEnd;
    }

    /** Does this when the session ends, once whoever listened before has heard of it: Maven's summary is printed by then. */
    static void then(MavenExecutionRequest request, Runnable atTheEnd) {
        ExecutionListener others = request.getExecutionListener();
        request.setExecutionListener(
                new EndOfSession(others == null ? new AbstractExecutionListener() : others, atTheEnd));
    }

    @Override
    public void sessionEnded(ExecutionEvent event) {
        others.sessionEnded(event);
        atTheEnd.run();
    }

    @Override
    public void projectDiscoveryStarted(ExecutionEvent event) {
        others.projectDiscoveryStarted(event);
    }

    @Override
    public void sessionStarted(ExecutionEvent event) {
        others.sessionStarted(event);
    }

    @Override
    public void projectSkipped(ExecutionEvent event) {
        others.projectSkipped(event);
    }

    @Override
    public void projectStarted(ExecutionEvent event) {
        others.projectStarted(event);
    }

    @Override
    public void projectSucceeded(ExecutionEvent event) {
        others.projectSucceeded(event);
    }

    @Override
    public void projectFailed(ExecutionEvent event) {
        others.projectFailed(event);
    }

    @Override
    public void forkStarted(ExecutionEvent event) {
        others.forkStarted(event);
    }

    @Override
    public void forkSucceeded(ExecutionEvent event) {
        others.forkSucceeded(event);
    }

    @Override
    public void forkFailed(ExecutionEvent event) {
        others.forkFailed(event);
    }

    @Override
    public void mojoSkipped(ExecutionEvent event) {
        others.mojoSkipped(event);
    }

    @Override
    public void mojoStarted(ExecutionEvent event) {
        others.mojoStarted(event);
    }

    @Override
    public void mojoSucceeded(ExecutionEvent event) {
        others.mojoSucceeded(event);
    }

    @Override
    public void mojoFailed(ExecutionEvent event) {
        others.mojoFailed(event);
    }

    @Override
    public void forkedProjectStarted(ExecutionEvent event) {
        others.forkedProjectStarted(event);
    }

    @Override
    public void forkedProjectSucceeded(ExecutionEvent event) {
        others.forkedProjectSucceeded(event);
    }

    @Override
    public void forkedProjectFailed(ExecutionEvent event) {
        others.forkedProjectFailed(event);
    }
}
