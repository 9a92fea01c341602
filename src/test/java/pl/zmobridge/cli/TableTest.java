package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAlignedWhateverTheLetters() {
        String text = new Table("#ID", "NAME", "WHY")
                .row("7", "Żółć", "x")
                .row("123", "Zolc-dluga", "y")
                .text(Terminal.UNLIMITED);

        assertThat(text.lines()).containsExactly(" ID  NAME        WHY", "  7  Żółć        x", "123  Zolc-dluga  y");
    }

    @Test
    void theWidestColumnGivesWayToTheTerminal() {
        String text =
                new Table("#ID", "WHY").row("7", "Nie ma towaru „Żaneta” w ERP").text(20);

        assertThat(text.lines()).containsExactly("ID  WHY", " 7  Nie ma towaru „…");
        assertThat(text.lines()).allMatch(line -> line.length() <= 20);
    }

    @Test
    void whatABuyerWroteCannotCommandTheTerminal() {
        String text = new Table("NAME").row("a\u001b[31mred\nb\u202e").text(Terminal.UNLIMITED);

        assertThat(text.lines()).containsExactly("NAME", "a [31mred b");
    }
}
