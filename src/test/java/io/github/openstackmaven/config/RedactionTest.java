package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A secret that is known is told by nobody, however it is written. */
class RedactionTest {
    private final Redaction redaction = new Redaction();

    @Test
    void what_is_known_so_far_is_masked() {
        assertThat(redaction.told("user demo, password hunter2")).isEqualTo("user demo, password hunter2");

        redaction.add(Secret.of("hunter2"));

        assertThat(redaction.told("user demo, password hunter2")).isEqualTo("user demo, password ***");
    }

    @Test
    void so_is_what_others_made_of_it() {
        redaction.add(Secret.of("a\"b\\c/d e&f'g<ü"));

        assertThat(List.of(
                        "a\"b\\c/d e&f'g<ü",
                        "a\\\"b\\\\c/d e&f'g<ü", // JSON
                        "a\\\"b\\\\c/d e&f'g<\\u00fc",
                        "a\\\"b\\\\c\\/d e&f'g<ü",
                        "a\\\\\\\"b\\\\\\\\c/d e&f'g<ü", // JSON in JSON
                        "a%22b%5Cc%2Fd+e%26f%27g%3C%C3%BC", // URLs
                        "a%22b%5Cc%2Fd%20e%26f%27g%3C%C3%BC",
                        "a%22b%5cc%2fd+e%26f%27g%3c%c3%bc",
                        "a&quot;b\\c/d e&amp;f&#39;g&lt;ü", // HTML
                        "a&quot;b\\c/d e&amp;f&#x27;g&lt;ü",
                        "a\"b\\\\c/d e&f\\'g<ü")) // Python
                .allSatisfy(form -> assertThat(redaction.told("<" + form + ">")).isEqualTo("<***>"));
    }

    @Test
    void what_hides_a_secret_from_the_search_is_taken_away_first() {
        redaction.add(Secret.of("hunter2"));

        assertThat(redaction.told("hun\u001b[0mter2")).isEqualTo("***");
    }

    @Test
    void the_beginning_of_a_secret_at_the_end_of_a_text_that_was_cut_is_one_too() {
        redaction.add(Secret.of("correct horse battery staple"));

        assertThat(redaction.told("password: correct ho… and more")).isEqualTo("password: ***… and more");
        assertThat(redaction.told("password: cor…")).isEqualTo("password: cor…");
    }

    @Test
    void of_two_secrets_the_longer_one_is_masked_whole() {
        redaction.addAll(List.of(Secret.of("pass"), Secret.of("password1")));

        assertThat(redaction.told("password1 and pass")).isEqualTo("*** and ***");
    }

    @Test
    void a_secret_of_three_characters_is_found_where_it_stands_in_quotes_alone() {
        redaction.addAll(List.of(Secret.of("abc"), Secret.of(""), Secret.of(" ")));

        assertThat(redaction.told("abcd {\"password\": \"abc\"} 'abc'")).isEqualTo("abcd {\"password\": ***} ***");
    }

    @Test
    void a_file_keeps_all_but_the_secrets() {
        redaction.add(Secret.of("hunter2"));

        assertThat(redaction.masked("\u001b[31mhunter2\r\n")).isEqualTo("\u001b[31m***\r\n");
    }

    @Test
    void the_secrets_of_settings_are_those_of_every_depth() {
        Settings settings = Settings.of(
                Map.of(
                        "auth.password", "one",
                        "auth.username", "demo",
                        "auth.application_credential_secret", "two",
                        "more", Map.of("inner", List.of(Map.of("token", "three"))),
                        "passcode", 123456L),
                new Source.Default());

        assertThat(settings.secrets())
                .extracting(Secret::reveal)
                .containsExactlyInAnyOrder("one", "two", "three", "123456");
    }
}
