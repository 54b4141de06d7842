package io.github.openstackmaven.mojo;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.teardown.ReapReport;
import io.github.openstackmaven.teardown.ReapRequest;
import io.github.openstackmaven.teardown.Reaper;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.apache.maven.plugin.logging.Log;

/** A reaper's run that is told in the log. */
record Reaping(Cloud cloud, Executor executor, Log log) {

    // Within which all is listed, twice.
    private static final Duration LISTS = Duration.ofMinutes(1);

    ReapReport reap(ReapRequest request) {
        Time time = cloud.clock();
        Patience patience = Patience.until(time.now().plus(LISTS).plus(request.patience()), time);
        Resources resources = new CloudResources(cloud.with(patience));
        ReapReport report = new Reaper(resources, time, PollSchedule.standard(), executor).reap(request);
        report.unreadable().forEach(log::warn);
        if (report.rows().isEmpty()) log.info("Nothing to reap: nothing of this plugin has expired here");
        report.lines().forEach(log::info);
        return report;
    }
}
