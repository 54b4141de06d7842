package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannedAccessTest {
    @Test
    void what_two_ingress_rules_say_is_asked_for_once() {
        List<IngressRule> ingress = List.of(
                IngressRule.parse("tcp 22"), IngressRule.parse("tcp 443"), IngressRule.parse("tcp 22 from 0.0.0.0/0"));
        PlannedAccess access =
                new PlannedAccess(List.of(), ingress, Map.of(), new KeySpec.None(), Optional.empty(), false);

        assertThat(access.rules(new NewSecurityGroup("web"))).hasSize(4).doesNotHaveDuplicates();
    }
}
