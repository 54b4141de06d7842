package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.network.PortCreate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-cloud")
class PortOnRealCloudTest extends PortContract {
    @Override
    CloudUnderTest cloud() {
        return RealCloud.underTest();
    }

    // The simulator doesn't know this policy yet.
    @Test
    void a_fixed_ip_on_a_network_of_others_is_against_the_policy() {
        Cloud cloud = cloud().logIn();
        String shared = cloud.network().byName(LaunchContract.NETWORK).get(0).id();

        HttpStatusException e = catchThrowableOfType(
                HttpStatusException.class,
                () -> cloud.ports()
                        .create(new PortCreate(
                                shared, "blk-fixed", "", List.of(PortCreate.FixedIp.of("127.20.0.250")), List.of())));

        assertThat(e.status()).isEqualTo(403);
        assertThat(e.words()).contains("create_port:fixed_ips:ip_address", "is disallowed by policy");
    }
}
