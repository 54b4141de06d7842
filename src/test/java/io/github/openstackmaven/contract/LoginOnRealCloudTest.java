package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.identity.Token;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs entries NAME, NAME-appcred and {@code admin}, as {@code -Dcloud=NAME} has them. */
@Tag("real-cloud")
class LoginOnRealCloudTest extends LoginContract {
    @Override
    CloudUnderTest demo() {
        return RealCloud.underTest();
    }

    @Override
    CloudUnderTest application() {
        return RealCloud.underTest("demo-appcred");
    }

    @Override
    CloudUnderTest admin() {
        return RealCloud.underTest("admin");
    }

    @Test
    void a_trust_lends_a_user_what_another_may_do() {
        CloudUnderTest other = RealCloud.underTest("other");
        Cloud trustor = demo().logIn();
        ServiceClient keystone = trustor.service(ServiceType.IDENTITY);
        JsonNode trust = keystone.post(
                        "/OS-TRUST/trusts",
                        Map.of(
                                "trust",
                                Map.of(
                                        "trustor_user_id",
                                                trustor.session()
                                                        .login()
                                                        .user()
                                                        .orElseThrow()
                                                        .id(),
                                        "trustee_user_id",
                                                other.logIn()
                                                        .session()
                                                        .login()
                                                        .user()
                                                        .orElseThrow()
                                                        .id(),
                                        "project_id",
                                                trustor.session()
                                                        .login()
                                                        .project()
                                                        .orElseThrow()
                                                        .id(),
                                        "impersonation", false,
                                        "roles", List.of(Map.of("name", "member")))),
                        JsonNode.class)
                .get("trust");
        try {
            Token token = other.without("auth.project_name")
                    .without("auth.project_domain_id")
                    .with("auth.trust_id", trust.get("id").asText())
                    .logIn()
                    .session()
                    .login();

            assertThat(token.user()).map(Token.NamedResource::name).contains("other");
            assertThat(token.project()).map(Token.NamedResource::name).contains("demo");
        } finally {
            keystone.delete("/OS-TRUST/trusts/" + trust.get("id").asText());
        }
    }
}
