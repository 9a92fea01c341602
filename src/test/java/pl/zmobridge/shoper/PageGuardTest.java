package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The page guard")
class PageGuardTest {
    private final PageGuard guard = new PageGuard();

    @Test
    @DisplayName("lets pages through that hold what was asked for")
    void letsGoodPagesThrough() {
        ListPage orders = Wire.page("[{'order_id':'1201'},{'order_id':1205}]");

        assertThatCode(() -> guard.checkAfter(orders, 1200)).doesNotThrowAnyException();
        assertThatCode(() -> guard.checkIn(orders, List.of(1201L, 1203L, 1205L)))
                .doesNotThrowAnyException();
        assertThatCode(() -> guard.checkLines(
                        Wire.page("[{'id':9,'order_id':1205},{'id':4,'order_id':1201}]"), List.of(1201L, 1205L)))
                .describedAs("one page of lines is whole in any order")
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @DisplayName("refuses orders the cursor has passed, and any order but ascending")
    @CsvSource(
            delimiter = '|',
            value = {
                "1201 | [{'order_id':'1201'}]",
                "1200 | [{'order_id':'1202'},{'order_id':'1201'}]",
                "1200 | [{'order_id':'1201'},{'order_id':'1201'}]",
                "1200 | [{'order_id':'x'}]",
                "1200 | [{'id':'1201'}]"
            },
            quoteCharacter = '`')
    void refusesOrdersTheCursorHasPassed(long cursor, String list) {
        assertThatThrownBy(() -> guard.checkAfter(Wire.page(list), cursor))
                .isInstanceOf(PageRefused.class)
                .hasMessageContaining("order_id > " + cursor);
    }

    @Test
    @DisplayName("refuses orders and lines nobody asked for")
    void refusesWhatNobodyAskedFor() {
        ListPage page = Wire.page("[{'id':1,'order_id':'1201'},{'id':2,'order_id':'7'}]");

        assertThatThrownBy(() -> guard.checkIn(page, List.of(1201L)))
                .isInstanceOf(PageRefused.class)
                .hasMessageContaining("order_id IN")
                .hasMessageContaining("zamówienia 7");
        assertThatThrownBy(() -> guard.checkLines(page, List.of(1201L))).isInstanceOf(PageRefused.class);
    }

    @Test
    @DisplayName("refuses asked orders that were cut off by a smaller limit")
    void refusesACutAnswer() {
        ListPage page = ListPage.of(Wire.json("{'count':12,'pages':2,'page':1,'list':[{'order_id':1}]}"));

        assertThatThrownBy(() -> guard.checkIn(page, List.of(1L, 2L)))
                .isInstanceOf(PageRefused.class)
                .hasMessageContaining("limit=50");
    }

    @Test
    @DisplayName("refuses unsorted lines when there are more pages: some could fall between them")
    void refusesUnsortedLinesOfSeveralPages() {
        ListPage page = ListPage.of(
                Wire.json("{'count':60,'pages':2,'page':1,'list':[{'id':9,'order_id':1},{'id':8,'order_id':1}]}"));

        assertThatThrownBy(() -> guard.checkLines(page, List.of(1L)))
                .isInstanceOf(PageRefused.class)
                .hasMessageContaining("order=id ASC");
    }
}
