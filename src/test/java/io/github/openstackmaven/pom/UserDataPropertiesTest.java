package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserDataPropertiesTest {
    private final UserDataProperties known = new UserDataProperties(
            Map.of("version", "1"),
            expression -> Optional.of(expression.equals("${project.build.finalName}") ? "app-1" : expression));

    @Test
    void properties_are_known_and_what_maven_knows_of_the_project() {
        assertThat(known.apply("version")).contains("1");
        assertThat(known.apply("project.build.finalName")).contains("app-1");
    }

    @Test
    void what_a_shell_may_know_is_left_to_it() {
        assertThat(known.apply("HOME")).isEmpty();
        assertThat(known.apply("basedir")).isEmpty();
    }

    @Test
    void what_looks_like_mavens_and_is_unknown_is_told() {
        assertThatThrownBy(() -> known.apply("project.finalName"))
                .hasMessage("Unknown ${project.finalName} in the user data");
    }
}
