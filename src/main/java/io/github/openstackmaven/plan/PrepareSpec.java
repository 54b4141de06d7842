package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.exec.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is done once, on a server of its own, and kept as an image that a server boots from.
 *
 * @param uploads are brought there before the steps
 * @param userData of that server's first boot
 * @param key any text that makes it another image
 * @param flavor empty: the server's
 * @param networks empty: the server's
 * @param user who logs in; empty: who logs in to the server
 * @param timeout what it may take besides the launch
 * @param maxAge an older image is made anew
 * @param unusedFor an image that no build has used that long may be deleted
 */
public record PrepareSpec(
        List<Job.Upload> uploads,
        List<Step> steps,
        Optional<UserData> userData,
        Optional<String> key,
        Optional<FlavorSpec> flavor,
        Optional<NetworksSpec> networks,
        Optional<String> user,
        Duration timeout,
        Duration maxAge,
        Duration unusedFor) {

    /**
     * Checks that there is something to do.
     *
     * @throws OpenStackException when there is not
     */
    public PrepareSpec {
        uploads = List.copyOf(uploads);
        steps = List.copyOf(steps);
        if (uploads.isEmpty() && steps.isEmpty() && userData.isEmpty()) {
            throw new OpenStackException(
                    "A <prepare> that does nothing", "Set <steps>, <uploads>, <userData> or <userDataFile> in it.");
        }
    }
}
