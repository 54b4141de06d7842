package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Service;

/** A service whose calls wait for each other, and see a cloud on which everything due has happened. */
record OneAtATime(CloudState cloud, Service service) implements Service {

    @Override
    public String prefix() {
        return service.prefix();
    }

    @Override
    public Answer answer(Call call) {
        synchronized (cloud) {
            cloud.settle();
            return answered(call);
        }
    }

    // A connection that breaks is tried again; that the simulator is at fault is told.
    private Answer answered(Call call) {
        try {
            return service.answer(call);
        } catch (RuntimeException e) {
            String words = "The simulator does not understand this request: " + e;
            return Answer.json(500, JsonTree.object("error", JsonTree.object("code", 500, "message", words)));
        }
    }
}
