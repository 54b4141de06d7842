package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.SteppedTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void lines_are_updated_in_place_where_somebody_looks_at_them() {
        assertThat(terminal(XTERM).updatesInPlace()).isTrue();
        try (Progress progress = Progress.on(terminal(XTERM), line -> {}, text -> {}, new SteppedTime(), () -> false)) {
            assertThat(progress).isInstanceOf(TickingProgress.class);
        }
    }

    @Test
    void a_log_is_written_line_by_line() {
        Optional<String> auto = Optional.empty();

        assertThat(new Terminal(false, true, false, false, 1, auto, XTERM).updatesInPlace())
                .as("a file")
                .isFalse();
        assertThat(new Terminal(true, false, false, false, 1, auto, XTERM).updatesInPlace())
                .as("-B")
                .isFalse();
        assertThat(new Terminal(true, true, true, false, 1, auto, XTERM).updatesInPlace())
                .as("-q")
                .isFalse();
        assertThat(new Terminal(true, true, false, true, 1, auto, XTERM).updatesInPlace())
                .as("-X")
                .isFalse();
        assertThat(new Terminal(true, true, false, false, 4, auto, XTERM).updatesInPlace())
                .as("-T4")
                .isFalse();
        assertThat(new Terminal(true, true, false, false, 1, Optional.of("never"), XTERM).updatesInPlace())
                .as("-Dstyle.color=never")
                .isFalse();
        assertThat(terminal(Map.of("TERM", "xterm", "CI", "true")).updatesInPlace())
                .as("CI")
                .isFalse();
        assertThat(terminal(Map.of("TERM", "dumb")).updatesInPlace())
                .as("a dumb terminal")
                .isFalse();
        assertThat(terminal(Map.of()).updatesInPlace())
                .as("a classic Windows console")
                .isFalse();
    }

    @Test
    void states_have_colours_where_the_terminal_has_and_nobody_has_said_otherwise() {
        Map<String, String> plain = Map.of("TERM", "xterm", "NO_COLOR", "1");

        assertThat(terminal(XTERM).stateColors()).isEqualTo(StateColors.standard());
        assertThat(colored(XTERM, "never")).isEqualTo(StateColors.none());
        assertThat(colored(XTERM, "none")).as("Maven 4").isEqualTo(StateColors.none());
        assertThat(terminal(plain).stateColors()).isEqualTo(StateColors.none());
        assertThat(colored(plain, "always")).isEqualTo(StateColors.standard());
        assertThat(terminal(Map.of("TERM", "vt100")).stateColors()).isEqualTo(StateColors.none());
        assertThat(terminal(Map.of("TERM", "dumb")).stateColors()).isEqualTo(StateColors.none());
    }

    private static StateColors colored(Map<String, String> variables, String styleColor) {
        return new Terminal(true, true, false, false, 1, Optional.of(styleColor), variables).stateColors();
    }

    @Test
    void its_width_is_80_unless_the_environment_says_another() {
        assertThat(terminal(XTERM).width()).isEqualTo(80);
        assertThat(terminal(Map.of("COLUMNS", "132")).width()).isEqualTo(132);
        assertThat(terminal(Map.of("COLUMNS", "many")).width()).isEqualTo(80);
    }

    private static Terminal terminal(Map<String, String> variables) {
        return new Terminal(true, true, false, false, 1, Optional.empty(), variables);
    }
}
