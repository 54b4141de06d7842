package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.init.Answers;
import io.github.openstackmaven.init.Interview;
import io.github.openstackmaven.init.Offer;
import io.github.openstackmaven.init.Offered;
import io.github.openstackmaven.init.Wanted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cloud offers to who describes a server for the first time. */
abstract class InitContract {
    private CloudUnderTest cloud;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
    }

    @AfterEach
    void leaveNothingBehind() {
        cloud.close();
    }

    @Test
    void images_flavors_and_networks_that_a_server_can_be_made_of_are_offered() {
        Offer offer = Offer.of(cloud.logIn());

        assertThat(offer.bootable())
                .extracting(Offered::name)
                .contains("debian-12", "cirros-0.3.4-x86_64-uec")
                .doesNotContain("old-image")
                .isSorted();
        assertThat(offer.sizes().get(0))
                .isEqualTo(
                        new Offered(offer.sizes().get(0).id(), "m1.tiny", "1 vCPU, 512 MiB, 1 GiB", Offered.By.NAME));
        assertThat(offer.usableNetworks())
                .extracting(Offered::name)
                .contains("lan", "private")
                .doesNotContain("public");
        assertThat(offer.allNetworks()).extracting(Offered::name).contains("public");
    }

    @Test
    void what_is_named_is_found_by_name_and_by_id() {
        Offer offer = Offer.of(cloud.logIn());
        Offered tiny = offer.sizes().get(0);

        Interview.Server server =
                interview("cirros-0.3.4-x86_64-uec", tiny.id(), "lan").of(offer, "web");

        assertThat(server.name()).isEqualTo("web");
        assertThat(server.flavor().id()).isEqualTo(tiny.id());
        assertThat(server.networks()).extracting(Offered::name).containsExactly("lan");
        assertThatThrownBy(() -> interview("debian-12", "m1.tinny", "lan").of(offer, "web"))
                .hasMessage("Unknown flavor 'm1.tinny'");
    }

    @Test
    void of_images_that_share_a_name_the_newest_is_meant() {
        Offer offer = Offer.of(cloud.logIn());

        assertThat(offer.bootable())
                .filteredOn(image -> image.name().equals("ubuntu-22.04"))
                .extracting(Offered::by)
                .containsExactly(Offered.By.NEWEST_OF_NAME, Offered.By.ID);
    }

    @Test
    void the_cloud_is_only_asked_and_nothing_is_made() {
        Offer.of(cloud.logIn());

        assertThat(cloud.sent())
                .filteredOn(request -> !request.method().equals("GET"))
                .singleElement()
                .satisfies(login -> assertThat(login.uri().getPath()).endsWith("/auth/tokens"));
    }

    private static Interview interview(String image, String flavor, String network) {
        return new Interview(
                new Wanted(Optional.empty(), Optional.of(image), Optional.of(flavor), List.of(network)),
                Answers.none());
    }
}
