package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitForTest {
    private static final Optional<Duration> NO_TIMEOUT = Optional.empty();

    @Test
    void nothing_but_active_needs_neither_address_nor_login() {
        assertThat(WaitFor.none().status()).isEqualTo("ACTIVE");
        assertThat(WaitFor.none().needsAddress()).isFalse();
        assertThat(WaitFor.none().needsLogin()).isFalse();
    }

    @Test
    void cloud_init_is_asked_over_ssh() {
        WaitFor waitFor = cloudInit("ACTIVE");

        assertThat(waitFor.needsLogin()).isTrue();
        assertThat(waitFor.needsAddress()).isTrue();
    }

    @Test
    void a_status_that_no_server_stays_in_is_told_with_those_there_are() {
        assertThatThrownBy(() -> status("BUILD"))
                .hasMessage("Malformed <waitFor><status>: 'BUILD' is no status a server stays in")
                .extracting("advice")
                .asString()
                .contains("ACTIVE", "SHUTOFF");
        assertThat(status("SHUTOFF").status()).isEqualTo("SHUTOFF");
    }

    @Test
    void a_server_that_is_off_can_t_be_asked_for_more() {
        assertThatThrownBy(() -> cloudInit("SHUTOFF"))
                .hasMessage("Malformed <waitFor><status>: a server that is SHUTOFF answers nothing");
    }

    @Test
    void wrong_values_name_their_element() {
        assertThatThrownBy(() -> new WaitFor.Tcp(List.of(), NO_TIMEOUT))
                .hasMessage("Malformed <waitFor><tcp>: it names no port");
        assertThatThrownBy(() -> new WaitFor.Tcp(List.of(22, 70000), NO_TIMEOUT))
                .hasMessage("Malformed <waitFor><tcp>: 70000 is no port");
        assertThatThrownBy(() -> new WaitFor.Ssh(Optional.empty(), 0, Optional.empty(), NO_TIMEOUT))
                .hasMessage("Malformed <waitFor><ssh>: 0 is no port");
        assertThatThrownBy(() -> new WaitFor.Ssh(Optional.of(" "), 22, Optional.empty(), NO_TIMEOUT))
                .hasMessage("Malformed <waitFor><ssh>: its <user> is empty");
        assertThatThrownBy(() -> new WaitFor.CloudInit(Optional.of(Duration.ZERO)))
                .hasMessage("Malformed <waitFor><cloudInit>: its <timeout> is no time at all");
        assertThatThrownBy(() -> new WaitFor.Log("a(", NO_TIMEOUT))
                .hasMessage("Malformed <waitFor><log>: 'a(' is no regular expression: Unclosed group");
        assertThatThrownBy(() ->
                        new WaitFor.Http("http://@{ip}", StatusRange.success(), Optional.of("["), false, NO_TIMEOUT))
                .hasMessageStartingWith("Malformed <waitFor><http>: '[' is no regular expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@{ip}", "ftp://@{ip}/", "http://", "http://@{ip }/", "/health"})
    void only_http_and_https_urls_are_asked(String url) {
        assertThatThrownBy(() -> http(url))
                .hasMessage("Malformed <waitFor><http>: '" + url + "' is no http or https URL");
    }

    @Test
    void the_server_s_address_is_put_into_the_url() {
        assertThat(http("http://@{ip}:8080/health").uri("192.0.2.7")).hasToString("http://192.0.2.7:8080/health");
        assertThat(http("https://@{ip}/").uri("2001:db8::1")).hasToString("https://[2001:db8::1]/");
    }

    @Test
    void statuses_are_one_or_a_range() {
        assertThat(StatusRange.parse("204"))
                .isEqualTo(new StatusRange(204, 204))
                .hasToString("204");
        assertThat(StatusRange.parse("200-299"))
                .isEqualTo(StatusRange.success())
                .hasToString("200-299");
        assertThat(StatusRange.success().contains(302)).isFalse();
        assertThatThrownBy(() -> StatusRange.parse("2xx")).hasMessage("'2xx' is neither a status nor a range");
        assertThatThrownBy(() -> StatusRange.parse("299-200")).hasMessage("the range 299-200 is upside down");
    }

    private static WaitFor.Http http(String url) {
        return new WaitFor.Http(url, StatusRange.success(), Optional.empty(), false, NO_TIMEOUT);
    }

    private static WaitFor status(String status) {
        return new WaitFor(
                status, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static WaitFor cloudInit(String status) {
        return new WaitFor(
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new WaitFor.CloudInit(NO_TIMEOUT)),
                Optional.empty(),
                Optional.empty());
    }
}
