package io.github.openstackmaven.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void what_is_told_for_people_stays_as_it_is() {
        OpenStackException known = new OpenStackException("Nova refused it", "Ask the operator.");

        assertThat(new Failure(known).told()).isSameAs(known);
        assertThat(new Failure(known).words()).isEqualTo("Nova refused it");
    }

    @Test
    void what_nobody_has_foreseen_is_told_with_its_cause() {
        ArithmeticException unforeseen = new ArithmeticException("/ by zero");

        assertThat(new Failure(unforeseen).told())
                .hasMessage("An answer that no service should give, or a defect of this plugin: ArithmeticException")
                .hasCause(unforeseen);
    }
}
