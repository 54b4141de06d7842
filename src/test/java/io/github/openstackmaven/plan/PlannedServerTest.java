package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.image.Image;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who logs in where nobody is named: the image's own user, if that is one. */
class PlannedServerTest {
    @ParameterizedTest
    @ValueSource(strings = {"debian", "ec2-user", "cloud_user", "LAB\\\\admin", "admin@lab.example"})
    void an_images_own_user(String name) {
        assertThat(loginUser(name)).contains(name.replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ lookup('pipe', 'id') }}", "-oProxyCommand=id", "a b", "$(id)", "debian\\n", ""})
    void what_an_image_calls_one_and_is_none(String text) {
        assertThat(loginUser(text)).isEmpty();
    }

    private static Optional<String> loginUser(String json) {
        Image image = Shown.as(Image.class, """
                {"id": "i1", "name": "debian-12", "status": "active", "created_at": "1970-01-01T00:00:00Z",
                 "os_admin_user": "%s"}""".formatted(json));
        PlannedServer plain = PlannedServers.plain();
        return new PlannedServer(
                        plain.spec(),
                        new PlannedBoot.LocalDisk(image),
                        plain.flavor(),
                        plain.networks(),
                        plain.access(),
                        plain.serverGroup(),
                        plain.volumes(),
                        plain.preparation())
                .loginUser();
    }
}
