package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.session.Workspace;
import io.github.openstackmaven.teardown.NotDeleted;
import io.github.openstackmaven.teardown.TeardownLog;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A deletion of the images that were prepared for a project.
 *
 * @param patience how long all may take
 */
record PreparedDeletion(Workspace workspace, Resources resources, Time time, Duration patience) {

    static PreparedDeletion of(Workspace workspace, Cloud cloud, Duration patience) {
        Time time = cloud.clock();
        Patience until = Patience.until(time.now().plus(patience), time);
        return new PreparedDeletion(workspace, new CloudResources(cloud.with(until)), time, patience);
    }

    /**
     * Deletes, and waits until all are gone.
     *
     * @throws OpenStackException when one remains
     */
    void run() {
        List<Resource> ours = resources.all(ResourceType.IMAGE).stream()
                .filter(image ->
                        image.mark().filter(mark -> mark.isOf(project())).isPresent())
                .toList();
        List<Resource> due = ours.stream().filter(this::isDue).toList();
        ours.stream()
                .filter(image -> !due.contains(image))
                .forEach(image -> workspace.moduleLog().info(image + " stays: a build is at it"));
        if (due.isEmpty()) workspace.moduleLog().info("No prepared images of " + project() + " to delete");
        else delete(due);
    }

    // One that is being made is its build's, as long as that lives.
    private boolean isDue(Resource image) {
        Mark mark = image.mark().orElseThrow();
        return mark.isOfItself(image.id()) || mark.hasExpired(time.now());
    }

    private void delete(List<Resource> images) {
        List<NotDeleted> left = new TeardownLog(
                        workspace.ledger(), workspace.moduleLog()::info, workspace.moduleLog()::warn)
                .teardown(resources, time, workspace.executor(), event -> {})
                .delete(images, patience);
        if (left.isEmpty()) return;
        throw new OpenStackException(
                "Not deleted: " + left.stream().map(NotDeleted::toString).collect(Collectors.joining("; ")),
                left.stream().map(NotDeleted::command).collect(Collectors.joining(System.lineSeparator())));
    }

    private String project() {
        return workspace.marks().project();
    }
}
