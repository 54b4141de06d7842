package io.github.openstackmaven.init;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.KnownClouds;
import io.github.openstackmaven.output.OwnersFile;
import java.io.IOException;
import java.nio.file.Path;

/** The clouds.yaml of a user who has none. */
public record NewCloudsYaml(Path path) {

    /**
     * Where it goes.
     *
     * @throws OpenStackException when there is one already
     */
    public static NewCloudsYaml where(KnownClouds known) {
        known.file().ifPresent(NewCloudsYaml::refuse);
        return new NewCloudsYaml(known.usersOwn());
    }

    /**
     * Writes it, for nobody but its owner to read.
     *
     * @throws OpenStackException when it can't be written, or is there meanwhile
     */
    public void write(CloudsSkeleton skeleton) {
        try {
            if (!new OwnersFile(path).make(skeleton.text())) refuse(path);
        } catch (IOException e) {
            throw FileProblem.cannot("write", path, e, "OS_CLIENT_CONFIG_FILE may name another place for it.");
        }
    }

    private static void refuse(Path there) {
        throw new OpenStackException(
                "There is a clouds.yaml already: " + there,
                "Add the cloud there, and name it: -Dopenstack.cloud=NAME.");
    }
}
