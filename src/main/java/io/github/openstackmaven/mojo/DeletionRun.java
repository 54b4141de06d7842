package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.session.Telling;
import io.github.openstackmaven.session.Workspace;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.teardown.DeletionScope;
import io.github.openstackmaven.teardown.LastLook;
import io.github.openstackmaven.teardown.ProjectDeletion;
import io.github.openstackmaven.teardown.Teardown;
import io.github.openstackmaven.teardown.TeardownEvent;
import io.github.openstackmaven.teardown.TeardownLog;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A deletion of what a project's launches have left.
 *
 * @param force whether things without marks may be among it
 * @param patience how long all may take
 * @param lastLook at the servers that go
 */
record DeletionRun(Workspace workspace, DeletionScope scope, boolean force, Duration patience, LastLook lastLook) {

    /**
     * Deletes, and waits until all is gone.
     *
     * @param login is not asked where nothing is to be deleted
     * @throws OpenStackException when something remains
     */
    void run(Supplier<Cloud> login) {
        Ledger ledger = workspace.ledger();
        List<String> staying = scope.staying(ledger);
        staying.forEach(workspace.moduleLog()::info);
        if (scope.isEmpty(ledger)) {
            if (staying.isEmpty()) workspace.moduleLog().info(nothingToDelete());
            return;
        }
        Set<String> gone = ConcurrentHashMap.newKeySet();
        ProjectDeletion.Result result = deleted(login.get(), gone);
        telling().run(() -> workspace.published().remove(workspace.folder(), gone));
        if (!result.found()) {
            workspace.moduleLog().info("Nothing to delete here: no launch of this project has left anything");
        }
        demandAll(result);
    }

    private String nothingToDelete() {
        String others = workspace.build().waitingForItsEnd().stream()
                .map(entry -> entry.name() + (entry.project().isEmpty() ? "" : " of " + entry.project()))
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? "Nothing to delete: no launch of this module in this build is on record"
                : "This module has launched nothing; with the build end " + others;
    }

    private void demandAll(ProjectDeletion.Result result) {
        try {
            result.demandAll();
            workspace.recorder().succeeded();
        } catch (OpenStackException e) {
            workspace.recorder().failed(e);
            throw e;
        } finally {
            if (result.found()) {
                telling().run(() -> workspace.recorder().timeline().write(workspace.folder(), workspace.redaction()));
            }
        }
    }

    /** Tells what is still on record, and how it is deleted. */
    void tellWhatRemains() {
        try {
            scope.remaining(workspace.ledger()).forEach(workspace.moduleLog()::error);
        } catch (OpenStackException e) {
            workspace.moduleLog().error(e.getMessage()); // a broken record turns no green build red
        }
    }

    private ProjectDeletion.Result deleted(Cloud cloud, Set<String> gone) {
        Time time = cloud.clock();
        look(cloud, time);
        Resources resources =
                new CloudResources(cloud.with(Patience.until(time.now().plus(patience), time)));
        DeletionCandidates candidates =
                new DeletionCandidates(resources, time, force, workspace.executor(), workspace.moduleLog()::warn);
        return new ProjectDeletion(candidates, teardown(resources, time, gone), time)
                .of(scope, workspace.ledger(), workspace.place(cloud), workspace.ledgerMark(), patience);
    }

    // Whatever becomes of it, the deletion goes on.
    private void look(Cloud cloud, Time time) {
        telling().run(() -> {
            List<Resource> servers = scope.servers(workspace.ledger(), workspace.place(cloud));
            if (servers.isEmpty()) return;
            Patience answers =
                    Patience.until(time.now().plus(LastLook.ANSWERS), time).once();
            lastLook.at(
                    servers, new CloudResources(cloud.with(answers)), workspace.executor(), LastLook.partOf(patience));
        });
    }

    private Teardown teardown(Resources resources, Time time, Set<String> gone) {
        Consumer<TeardownEvent> recorded = telling().to(workspace.recorder()::teardown);
        return new TeardownLog(workspace.ledger(), workspace.moduleLog()::info, workspace.moduleLog()::warn)
                .teardown(
                        resources,
                        time,
                        workspace.executor(),
                        recorded.andThen(telling().to(workspace.published()::teardown))
                                .andThen(event -> event.gone().map(Resource::id).ifPresent(gone::add)));
    }

    private Telling telling() {
        return new Telling(workspace.moduleLog());
    }
}
