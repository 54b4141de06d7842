package io.github.openstackmaven.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which regular expression of names Nova is asked for. */
class ServerNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            web; ^web$
            web-1 web-2; ^web-[12]$
            web-9 web-10; ^web-[19]
            db web; ^[dw][be]
            web.1; ^web.1$
            a+b(c; ^a.b.c$
            a|b; ^a.b$
            a-b a.b; ^a.b$
            wéb; ^w
            é; ^
            a b-1 é; ^
            """)
    void it_is_one_that_every_database_understands(String names, String pattern) {
        assertThat(pattern(names)).isEqualTo(pattern);
    }

    @Test
    void it_matches_all_of_the_names_whatever_they_are() {
        for (List<String> names : List.of(
                List.of("web-1", "web-10", "web-100"),
                List.of("[", "]"),
                List.of("^$", "a-"),
                List.of("-", "a", "]"),
                List.of("日本", "日本語"),
                List.of("a\\b", "a.b", "a*b"))) {
            Pattern pattern = Pattern.compile(new ServerNames(names).pattern());
            assertThat(names).allMatch(name -> pattern.matcher(name).find());
        }
    }

    private static String pattern(String names) {
        return new ServerNames(Arrays.asList(names.split(" ", -1))).pattern();
    }
}
