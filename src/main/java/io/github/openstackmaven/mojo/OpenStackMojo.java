package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: they can be skipped, and their errors are told in the user's terms. */
abstract class OpenStackMojo extends AbstractMojo {

    /** Does nothing when true. */
    @Parameter(property = "openstack.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipped: openstack.skip is set");
            return;
        }
        try {
            run();
        } catch (OpenStackException e) {
            throw new MojoExecutionException(e.report(), e);
        }
    }

    abstract void run();
}
