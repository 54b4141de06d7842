package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_are_aligned_and_no_line_ends_in_blanks() {
        Table table =
                Table.of("NAME", "STATUS", "AGE").row("web", "ACTIVE", "5m").row("database-1", "BUILD", "");

        assertThat(table.lines())
                .containsExactly("NAME        STATUS  AGE", "web         ACTIVE  5m", "database-1  BUILD");
    }

    @Test
    void a_table_without_rows_is_its_header() {
        assertThat(Table.of("NAME", "ID").lines()).containsExactly("NAME  ID");
    }

    @Test
    void a_name_cannot_break_the_line_or_colour_the_terminal() {
        assertThat(Table.of("NAME", "ID").row("a\nb\u001b[31m", "1").lines()).containsExactly("NAME  ID", "a b   1");
    }

    @Test
    void a_character_outside_the_basic_plane_is_one_column_wide() {
        assertThat(Table.of("N", "ID").row("\uD835\uDD38", "1").lines()).containsExactly("N  ID", "\uD835\uDD38  1");
    }

    @Test
    void where_it_is_too_wide_the_widest_cells_are_cut_and_never_an_id() {
        Table table =
                Table.of("NAME", "ID", "PROJECT").row("database-of-the-shop", "1a2b3c4d-5e6f", "com.example:shop");

        assertThat(table.lines(45, "ID"))
                .containsExactly(
                        "NAME            ID             PROJECT", "database-of-t…  1a2b3c4d-5e6f  com.example:s…");
        assertThat(table.lines(10, "ID"))
                .as("a column that tells nothing helps nobody")
                .containsExactly("NAME      ID             PROJECT", "databas…  1a2b3c4d-5e6f  com.exa…");
        assertThat(table.lines(80, "ID")).isEqualTo(table.lines());
    }

    @Test
    void a_row_has_as_many_cells_as_the_header() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of("NAME", "ID").row("web"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Table(List.of("NAME"), List.of(List.of("web", "1"))));
    }
}
