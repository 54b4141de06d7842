package io.github.openstackmaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is advised where a user's key is refused. */
class ImageUsersTest {

    @Test
    void the_image_s_own_user_is_named() {
        assertThat(new ImageUsers(Optional.of("debian"), Optional.of("ubuntu"), "cirros").advice("root"))
                .isEqualTo("The image's own user is debian (os_admin_user): set <ssh>debian</ssh>.");
    }

    @Test
    void where_it_is_the_image_s_own_the_key_is_in_doubt() {
        assertThat(ImageUsers.named(Optional.of("debian")).advice("debian"))
                .isEqualTo("debian is the image's own user: check that the server was created with the keypair of that"
                        + " key.");
    }

    @ParameterizedTest
    @CsvSource({
        "ubuntu, my-image, ubuntu",
        "CentOS, my-image, cloud-user",
        ", cirros-0.3.4-x86_64-uec, cirros",
        ", Rocky-9-GenericCloud, rocky",
        ", fedora-coreos-40, core",
    })
    void else_the_distribution_tells_or_the_image_s_name(String distro, String name, String user) {
        assertThat(new ImageUsers(Optional.empty(), Optional.ofNullable(distro), name).advice("root"))
                .startsWith("The image does not name root as its user (os_admin_user). Usual for it is " + user
                        + ": set <ssh>" + user + "</ssh>.");
    }

    @Test
    void where_the_user_is_the_usual_one_the_key_is_in_doubt() {
        assertThat(new ImageUsers(Optional.empty(), Optional.of("debian"), "").advice("debian"))
                .contains("debian is usual: check that the server was created with the keypair");
    }

    @Test
    void where_nothing_tells_the_usual_ones_are_named() {
        assertThat(ImageUsers.unknown().advice("me"))
                .contains(
                        "does not name me as its user",
                        "cirros, cloud-user, core, debian, fedora",
                        "set <ssh>USER</ssh>");
    }
}
