package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Z12 among a buyer's sales")
class SalesSearchTest {
    private static final String OURS = "{'Id':7,'DocumentNumber':'FV/7','GrossValue':169.94,'Canceled':0}";
    private static final String OTHER = "{'Id':8,'DocumentNumber':'FV/8','GrossValue':20.00,'Canceled':0}";

    @ParameterizedTest(name = "{0}")
    @DisplayName("the one of the order's amount is adopted, however its figures are written")
    @ValueSource(
            strings = {
                OURS,
                "{'id':'7','documentNumber':'FV/7','grossValue':'169.9400'}",
                "{'Id':7,'DocumentNumber':'FV/7','GrossValue':'169,94','Canceled':null}",
                "{'Id':7,'DocumentNumber':'FV/7','GrossValue':169.94,'Canceled':'0'}",
                "{'Id':7,'DocumentNumber':'FV/7','GrossValue':169.94,'Canceled':false}",
            })
    void theOne(String document) throws Exception {
        assertThat(among(document, OTHER)).containsExactly(new SalesDocument(7, "FV/7"));
    }

    @ParameterizedTest(name = "Canceled {0}")
    @DisplayName(
            "a cancelled document is not alive: alone it settles nothing, and beside the living one it does not count")
    @CsvSource({"1", "2", "3", "'\"1\"'", "true", "'\"tak\"'"})
    void cancelled(String canceled) throws Exception {
        String dead = "{'Id':9,'DocumentNumber':'FV/9','GrossValue':169.94,'Canceled':" + canceled + "}";
        assertThatThrownBy(() -> among(dead, OTHER)).isInstanceOf(SalesSearch.Unsettled.class);
        assertThat(among(dead, OURS)).containsExactly(new SalesDocument(7, "FV/7"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("I7 one whose amount cannot be read may be the order's, too")
    @ValueSource(strings = {"null", "'ok. 170 zł'", "'1,694'"})
    void unreadable(String gross) {
        String unknown = "{'Id':9,'DocumentNumber':'FV/9','GrossValue':" + gross + ",'Canceled':0}";
        assertThatThrownBy(() -> among(OURS, unknown)).isInstanceOf(SalesSearch.Unsettled.class);
        assertThatThrownBy(() -> among(unknown)).isInstanceOf(SalesSearch.Unsettled.class);
    }

    @Test
    @DisplayName("another order's document is not this one's, and of two nobody knows which")
    void knownAndTwo() throws Exception {
        String twin = OURS.replace('7', '6');
        assertThatThrownBy(() -> among(OURS, twin)).isInstanceOf(SalesSearch.Unsettled.class);
        assertThat(SalesSearch.theOne(
                        Wire.JSON.readTree(json(OURS, twin)), Set.of(6), new BigDecimal("169.94"), "SH/1"))
                .containsExactly(new SalesDocument(7, "FV/7"));
    }

    private static List<SalesDocument> among(String... documents) throws JsonProcessingException {
        return SalesSearch.theOne(Wire.JSON.readTree(json(documents)), Set.of(), new BigDecimal("169.94"), "SH/1");
    }

    private static String json(String... documents) {
        return ("[" + String.join(",", documents) + "]").replace('\'', '"');
    }
}
