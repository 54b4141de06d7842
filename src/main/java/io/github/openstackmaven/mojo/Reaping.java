package io.github.openstackmaven.mojo;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.ledger.CloudResources;
import io.github.openstackmaven.ledger.ReapReport;
import io.github.openstackmaven.ledger.ReapRequest;
import io.github.openstackmaven.ledger.Reaper;
import java.util.concurrent.Executor;
import org.apache.maven.plugin.logging.Log;

/** A reaper's run that is told in the log. */
record Reaping(Cloud cloud, Executor executor, Log log) {

    ReapReport reap(ReapRequest request) {
        ReapReport report =
                new Reaper(new CloudResources(cloud), cloud.clock(), PollSchedule.standard(), executor).reap(request);
        report.unreadable().forEach(log::warn);
        if (report.rows().isEmpty()) log.info("Nothing to reap: nothing of this plugin has expired here");
        report.lines().forEach(log::info);
        return report;
    }
}
