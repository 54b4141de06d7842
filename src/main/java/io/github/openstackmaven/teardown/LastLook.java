package io.github.openstackmaven.teardown;

import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** Looks at servers for the last time, before they are deleted in a build that failed, and saves what there is to see. */
@FunctionalInterface
public interface LastLook {

    /** For how long the cloud's answers are asked for; half of it is for one. */
    Duration ANSWERS = Duration.ofSeconds(10);

    /**
     * Looks; what goes wrong is none of the deletion's.
     *
     * @param servers those that go
     * @param cloud for who waits no longer than {@link #ANSWERS}
     * @param executor looks side by side
     * @param most how long all of it may take
     */
    void at(List<Resource> servers, Resources cloud, Executor executor, Duration most);

    /** Nobody wants to see anything. */
    static LastLook none() {
        return (servers, cloud, executor, most) -> {};
    }

    /** As much of a deletion's time as may be spent on it. */
    static Duration partOf(Duration deletion) {
        return deletion.dividedBy(4);
    }
}
