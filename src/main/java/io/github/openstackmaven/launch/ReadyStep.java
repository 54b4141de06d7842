package io.github.openstackmaven.launch;

import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Last step of a server's launch: its address and key are known, and it is ready. */
record ReadyStep(KeyStore keys, ReadyWait readiness, LaunchState state) {

    /** Waits until the server is ready. */
    Launched ready(PlannedServer plan, Server server, Optional<String> keyName, Optional<Secret> adminPassword) {
        Optional<String> ip = ServerAddress.best(server, plan.access().ipv6First());
        Optional<Path> keyFile = keyFile(plan, keyName);
        Launched reachable = new Launched(plan, server, ip, adminPassword, keyFile, plan.loginUser());
        Optional<String> user = readiness.await(reachable, state.time(), state::abandoned);
        state.demandWanted(plan.name());
        state.tell(new LaunchEvent.Ready(plan.name(), server.id(), state.elapsed()));
        return new Launched(plan, server, ip, adminPassword, keyFile, user.or(plan::loginUser));
    }

    /** Tells that it will not be. */
    void failed(PlannedServer plan, RuntimeException failure) {
        state.tell(new LaunchEvent.Failed(plan.name(), failure, state.elapsed()));
    }

    private Optional<Path> keyFile(PlannedServer plan, Optional<String> keyName) {
        if (plan.access().key() instanceof KeySpec.Existing existing) return existing.keyFile();
        return keyName.flatMap(keys::file).filter(Files::exists);
    }
}
