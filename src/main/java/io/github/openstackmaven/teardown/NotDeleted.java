package io.github.openstackmaven.teardown;

import io.github.openstackmaven.resource.Resource;

/** Resource that could not be deleted, and why, as far as is known. */
public record NotDeleted(Resource resource, String reason) {

    /** The command that removes it. */
    public String command() {
        return resource.kind().deleteCommand(resource.id());
    }

    @Override
    public String toString() {
        return resource + ": " + reason;
    }
}
