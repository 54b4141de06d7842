package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.output.OutputFile;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the images that {@code <prepare>} describes where there is none of that description, and nothing else: what a
 * nightly job runs, so that no build has to wait for it.
 *
 * @since 1.0.0
 */
@Mojo(name = "prepare", requiresProject = false, threadSafe = true)
public final class PrepareMojo extends ServerMojo {

    /**
     * Whether images are made anew that are there already; the old ones stay as long as they may be used.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.prepare.force", defaultValue = "false")
    private boolean force;

    @Override
    void run() {
        List<ServerSpec> specs =
                specs().stream().filter(spec -> spec.prepare().isPresent()).toList();
        if (specs.isEmpty()) {
            throw new OpenStackException(
                    "Nothing to prepare: no server has <prepare>", "Describe in it what is to be done once.");
        }
        OutputFile.makeFolder(workspace().folder());
        Cloud cloud = cloud();
        List<PlannedPreparation> planned = new Planner(cloud, workspace().executor()).preparations(specs);
        boolean anew = commandLine().flag("prepare.force", force);
        List<PlannedPreparation> wanted = planned.stream()
                .map(one -> anew ? one.anew() : one)
                .filter(one -> one.image().isEmpty())
                .toList();
        planned.stream().filter(one -> !anew).forEach(this::tell);
        if (wanted.isEmpty()) return;
        new PreparationRun(parts(), new LaunchReport(workspace(), project().getProperties())).run(cloud, wanted);
    }

    private void tell(PlannedPreparation planned) {
        planned.image()
                .ifPresent(image -> getLog().info("There already: image '" + image.name() + "' (" + image.id() + ")"));
    }
}
