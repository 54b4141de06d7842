package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
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
            return service.answer(call);
        }
    }
}
