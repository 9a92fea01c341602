package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page of a list")
class ListPageTest {

    @ParameterizedTest
    @DisplayName("is read whichever way PHP wrote it")
    @ValueSource(
            strings = {
                "{'count':'254','pages':6,'page':1,'list':[{'order_id':'9'},{'order_id':'3'}]}",
                "{'count':254,'pages':'6','page':'1','list':{'1':{'order_id':'9'},'0':{'order_id':'3'}}}",
            })
    void isReadWhicheverWay(String answer) {
        ListPage page = ListPage.of(Wire.json(answer));

        assertThat(page.count()).isEqualTo(254);
        assertThat(page.pages()).isEqualTo(6);
        assertThat(page.isLast()).isFalse();
        assertThat(page.rows())
                .as("in the order in which they came")
                .extracting(row -> row.path("order_id").asText())
                .containsExactly("9", "3");
    }

    @ParameterizedTest
    @DisplayName("without a match is empty and the last")
    @ValueSource(strings = {"[]", "{}"})
    void withoutAMatchIsEmpty(String list) {
        ListPage page = ListPage.of(Wire.json("{'count':'0','pages':0,'page':1,'list':" + list + "}"));

        assertThat(page.rows()).isEmpty();
        assertThat(page.isLast()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("that is no list is worth another try")
    @ValueSource(
            strings = {
                "{'count':1,'pages':1,'page':1}",
                "{'count':1,'pages':1,'page':1,'list':null}",
                "{'count':1,'pages':1,'page':1,'list':'tajne@example.com'}",
                "{'count':1,'pages':1,'page':1,'list':['tajne@example.com']}",
                "{'count':1,'pages':1,'page':1,'list':[]}",
                "{'count':'wiele','pages':1,'page':1,'list':[]}",
                "{'count':1,'page':1,'list':[{'order_id':1}]}",
                "{'count':'99999999999','pages':1,'page':1,'list':[{'order_id':1}]}",
                "{'tajne@example.com':1}",
                "['tajne@example.com']",
                "'tajne@example.com'",
                "null"
            })
    void thatIsNoListIsWorthAnotherTry(String answer) {
        assertThatThrownBy(() -> ListPage.of(Wire.json(answer)))
                .isInstanceOfSatisfying(ShopAnswerUnusable.class, failure -> assertThat(failure.isOutage())
                        .isTrue())
                .hasMessageNotContaining("tajne");
    }

    @Test
    @DisplayName("that is no list tells which fields came instead")
    void tellsWhichFieldsCame() {
        assertThatThrownBy(() -> ListPage.of(Wire.json("{'errors':true,'items':[]}")))
                .hasMessageContaining("errors, items");
    }

    @ParameterizedTest
    @DisplayName("I11 with an endless number is worth another try, and takes no memory")
    @ValueSource(strings = {"'count':1e999999999,'pages':1", "'count':1,'pages':1e999999999"})
    void anEndlessNumberTakesNoMemory(String figures) {
        JsonNode answer = Wire.answer("{" + figures + ",'page':1,'list':[{'order_id':1}]}")
                .json()
                .orElseThrow();

        assertThatThrownBy(() -> ListPage.of(answer)).isInstanceOf(ShopAnswerUnusable.class);
    }
}
