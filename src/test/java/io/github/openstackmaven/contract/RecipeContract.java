package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.launch.Markings;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.FloatingIpSpec;
import io.github.openstackmaven.plan.IngressRule;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedRequest;
import io.github.openstackmaven.plan.SentAsPlanned;
import io.github.openstackmaven.plan.SentAsPlanned.Sent;
import io.github.openstackmaven.plan.ServerGroupSpec;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.VolumeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A launch sends what {@code check} prints. */
abstract class RecipeContract {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name = "recipe-" + UUID.randomUUID();
    private CloudUnderTest cloud;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
    }

    @AfterEach
    void deleteWhatWasLaunched() {
        cloud.close();
    }

    @Test
    void a_plain_server_is_made_as_it_was_planned() {
        assertIsMadeAsPlanned(Launching.within(PATIENCE), plain(name));
    }

    @Test
    void servers_that_only_their_names_tell_apart_are_made_as_they_were_planned() {
        assertIsMadeAsPlanned(Launching.within(PATIENCE), plain(name + "-1"), plain(name + "-2"), plain(name + "-3"));
    }

    @Test
    void a_server_that_is_kept_on_failure_is_made_as_it_was_planned() {
        assertIsMadeAsPlanned(Launching.keeping(Keep.ON_FAILURE, Launching.within(PATIENCE)), plain(name));
    }

    @Test
    void servers_with_everything_are_made_as_they_were_planned() {
        ServerSpec db = full(name + "-db", ServerOptions.none());
        ServerSpec web = full(
                name + "-web",
                ServerOptions.builder()
                        .userData(Optional.of(ServerSpecs.userData("#!/bin/sh\necho @{server." + name + "-db.ip}\n")))
                        .build());

        assertIsMadeAsPlanned(Launching.within(PATIENCE), db, web);
    }

    private void assertIsMadeAsPlanned(LaunchOptions options, ServerSpec... specs) {
        Cloud open = cloud.logIn();
        Plan plan = CloudUnderTest.plan(open, List.of(specs));
        Markings markings =
                new Markings(cloud.marks(), options, open.clock().now().plus(options.timeout()), open.projectId());
        List<PlannedRequest> planned = plan.recipe().foreseen(markings.of(markings.next()));
        int before = cloud.sent().size();

        cloud.launching(open, options).launch(plan, ExistingServers.ignored());

        List<Sent> creates = cloud.sent().stream()
                .skip(before)
                .filter(request -> request.method().equals("POST"))
                .map(RecipeContract::sent)
                .filter(post -> !post.path().endsWith("/metadata"))
                .toList();
        assertThat(SentAsPlanned.by(cloud.ledger().entries()).differences(planned, creates))
                .isEmpty();
    }

    private static Sent sent(Request request) {
        return new Sent(request.uri().getPath(), request.body().orElse(""));
    }

    private static ServerSpec plain(String name) {
        return ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK));
    }

    private ServerSpec full(String server, ServerOptions options) {
        ServerSpec plain = plain(server);
        return ServerSpec.builder(server, plain.boot(), plain.flavor())
                .networks(NetworksSpec.of(List.of(NetworksSpec.Nic.on("private"))))
                .access(new AccessSpec(
                        List.of(),
                        List.of(IngressRule.parse("tcp 22"), IngressRule.parse("icmp from 10.0.0.0/8")),
                        new KeySpec.Ephemeral(),
                        Optional.of(new FloatingIpSpec(Optional.empty())),
                        false))
                .serverGroup(Optional.of(new ServerGroupSpec(name, ServerGroupPolicy.SOFT_AFFINITY)))
                .volumes(List.of(new VolumeSpec.New(
                        Optional.empty(), new VolumeSpec.Blank(), Optional.of(1), Optional.empty(), true)))
                .metadata(Map.of("role", "web"))
                .options(options)
                .waitFor(plain.waitFor())
                .build();
    }
}
