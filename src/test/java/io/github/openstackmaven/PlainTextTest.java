package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal would heed is not shown to it. */
class PlainTextTest {

    @ParameterizedTest
    @CsvSource({
        "'a\u001b[31mred\u001b[0mb',aredb", // colours
        "'a\u001b]0;title\u0007b',ab",
        "'a\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\b',alinkb",
        "'a\u009d0;title\u009cb',ab", // the same in C1
        "'a\u001b[2J\u001b[Hb',ab", // a cleared screen
        "'a\u001b[8mhidden\u001b[0mb',ahiddenb",
        "'a\u001bcb',ab", // a reset terminal
        "'a\u001b(0b',ab",
        "'a\u009b31mb',ab",
        "'a\u001bPq#0\u001b\\b',ab", // a picture
        "'a\u001b',a",
        "'a\u001b[',a",
        "'a\u001b]0;no end',a0;no end", // nothing is swallowed with it
        "'a\u0007\u0008\u007fb',a\uFFFD\uFFFD\uFFFDb",
        "'a\u0085b',a\uFFFDb",
        "'\u202Egnp.exe',\uFFFDgnp.exe", // text turned round
        "'a\u2066b\u2069',a\uFFFDb\uFFFD",
        "'a\u200Bb\uFEFF',a\uFFFDb\uFFFD", // what has no width
        "'a\uD800b',a\uFFFDb",
        "'grüße 世界 \uD83D\uDE80',grüße 世界 \uD83D\uDE80"
    })
    void nothing_but_text_is_left(String hostile, String plain) {
        assertThat(PlainText.of(hostile)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "::error::x,': :error::x'",
        "'  ::set-output name=a::b','  : :set-output name=a::b'",
        "'ok\n::stop-commands::x','ok\n: :stop-commands::x'",
        "'[INFO] ##[add-mask]e','[INFO] ## [add-mask]e'",
        "'a ##vso[task.setvariable variable=PATH]/x','a ## vso[task.setvariable variable=PATH]/x'",
        "##teamcity[buildStatus],## teamcity[buildStatus]",
        "::1,::1", // addresses
        "::ffff:10.0.0.1,::ffff:10.0.0.1",
        "'a ::error::x','a ::error::x'",
        "'## A heading [1]','## A heading [1]'"
    })
    void what_a_runner_would_do_is_shown_to_it_as_text(String hostile, String plain) {
        assertThat(PlainText.of(hostile)).isEqualTo(plain);
        assertThat(PlainText.of(plain)).as("twice is once").isEqualTo(plain);
    }

    @Test
    void lines_and_tabs_stay_and_a_carriage_return_is_a_line_break() {
        assertThat(PlainText.of("a\tb\nc\r\nd\re\r\r\nf")).isEqualTo("a\tb\nc\nd\ne\nf");
        assertThat(PlainText.onOneLine(" a\tb\r\n\nc\rd\n")).isEqualTo("a b c d");
    }

    @Test
    void whatever_there_is_nothing_is_left_to_heed_and_twice_is_once() {
        Random random = new Random(11);
        String pieces = "\u001b[]P;0m\u009b\u009d\u0007\\\r\n\ta世\uD83D\uDE80\u202E";
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(20), 0, pieces.length()).forEach(one -> text.append(pieces.charAt(one)));
            String plain = PlainText.of(text.toString());
            assertThat(plain).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\n\t]]");
            assertThat(PlainText.of(plain)).isEqualTo(plain);
        }
    }
}
