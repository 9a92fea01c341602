package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shop's dictionaries are fetched page by page")
class DictionaryFetchTest {
    private static final String NOTHING = "{'count':'0','pages':0,'page':1,'list':[]}";
    private static final Map<String, String> SHOP = Map.of(
            "application-config", "{'locale_timezone':'Europe/Warsaw','default_language_name':'pl_PL'}",
            "additional-fields",
                    "{'count':'1','pages':1,'page':1,'list':[{'field_id':'3','translations':{'pl_PL':{'name':'Chcę fakturę'}}}]}");

    private final List<String> asked = new ArrayList<>();

    @Test
    @DisplayName("with the names of additional fields when the wish for an invoice is known by its name (D1)")
    void withFields() {
        Dictionaries read = fetched(true);

        assertThat(read.field(3)).isEqualTo("Chcę fakturę");
        assertThat(asked)
                .containsExactly(
                        "application-config", "additional-fields", "statuses", "payments", "shippings", "currencies");
    }

    @Test
    @DisplayName("without them when nothing needs them")
    void withoutFields() {
        assertThat(fetched(false).field(3)).isEmpty();
        assertThat(asked).doesNotContain("additional-fields").hasSize(5);
    }

    private Dictionaries fetched(boolean withFields) {
        DictionaryFetch fetch = new DictionaryFetch(withFields);
        while (fetch.isMore()) {
            String path = fetch.request().path();
            asked.add(path);
            fetch.accept(fetch.request().read(Wire.answer(SHOP.getOrDefault(path, NOTHING))));
        }
        return fetch.dictionaries();
    }
}
