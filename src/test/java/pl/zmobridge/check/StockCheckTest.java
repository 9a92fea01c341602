package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.check.Finding.Mark;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.support.Values;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

@DisplayName("check tries what the comparison of stock needs, and writes nothing")
class StockCheckTest {
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    @DisplayName("the shop must let its stock be read; that it is written is a remark")
    void shop() throws Exception {
        Answer granted = new Answer(200, Map.of(), "{\"count\":\"0\",\"pages\":0,\"page\":1,\"list\":[]}");
        StockCheck.ofShop(shop(Map.of()), questions(granted), findings());
        assertThat(asked).isEmpty();

        StockCheck.ofShop(shop(Map.of("stock.dry-run", "true")), questions(granted), findings());
        assertThat(asked).containsExactly("GET product-stocks");
        assertThat(findings).isEmpty();

        StockCheck.ofShop(shop(Map.of("stock.dry-run", "false")), questions(granted), findings());
        Answer refused = new Answer(403, Map.of(), "{\"error\":\"insufficient_scope\",\"error_description\":\"no\"}");
        StockCheck.ofShop(shop(Map.of("stock.dry-run", "true")), questions(refused), findings());
        assertThat(findings)
                .extracting(Finding::mark, Finding::about)
                .containsExactly(tuple(Mark.NOTE, "stock.dry-run"), tuple(Mark.BAD, "stock.enabled"));
        assertThat(findings.get(1).advice()).contains("product-stocks", "(reading and editing)");
    }

    @Test
    @DisplayName("the ERP must have each chosen warehouse")
    void warehouses() throws Exception {
        var known = new ObjectMapper().readTree("[{\"Id\":1,\"Code\":\"MAG\"},{\"Id\":2,\"Code\":\"SKLEP\"}]");
        StockCheck.ofErp(shop(Map.of("stock.warehouses", "MAG,SKLEP")), known, findings());
        assertThat(findings).isEmpty();

        StockCheck.ofErp(shop(Map.of("stock.warehouses", "MAG,MGA")), known, findings());
        assertThat(findings)
                .extracting(Finding::about, Finding::text, Finding::advice)
                .containsExactly(tuple("stock.warehouses", "the ERP has no warehouse „MGA”", "take one of MAG, SKLEP"));
    }

    /** @param stock empty when it is off */
    private static ShopSettings shop(Map<String, String> stock) {
        Map<Object, Object> values = Values.complete("https://sklep.example.pl", "https://erp.example.pl");
        values.put("stock.enabled", Boolean.toString(!stock.isEmpty()));
        values.putAll(stock);
        return SettingsReader.of(Path.of(""), values).shops().get(0);
    }

    private Findings findings() {
        return new Findings(Area.SHOP, findings::add);
    }

    private ShopQuestions questions(Answer answer) {
        return new ShopQuestions(new Shop(answer), "main");
    }

    /** Gives every question the same answer. */
    private final class Shop implements Wires {
        private final Answer answer;

        Shop(Answer answer) {
            this.answer = answer;
        }

        @Override
        public <T> T shop(String shop, Request<T> request) {
            asked.add(request.method() + " " + request.path());
            return request.read(answer);
        }

        @Override
        public <T> T erp(String shop, Request<T> request) {
            throw new UnsupportedOperationException(request.path());
        }

        @Override
        public <T> T nbp(String shop, Request<T> request) {
            throw new UnsupportedOperationException(request.path());
        }

        @Override
        public <T> T ksef(String shop, Request<T> request) {
            throw new UnsupportedOperationException(request.path());
        }

        @Override
        public void openSession(String shop) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean endSession(String shop) {
            return false;
        }

        @Override
        public void close() {}
    }
}
