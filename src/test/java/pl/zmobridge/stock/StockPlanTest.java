package pl.zmobridge.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the shop should show of the ERP's stock")
class StockPlanTest {
    private static final UnaryOperator<String> SAME = code -> code;
    private static final StockRules ALL = new StockRules(Set.of(), 0, Optional.empty(), List.of(), false);

    @ParameterizedTest(name = "{0} left, {1} ordered, buffer {2}, at most {3}: {4}")
    @CsvSource({
        "10, 0, 0, , 10",
        "10, 3, 2, , 5",
        "7.8, 0, 0, , 7",
        "7.8, 0.9, 0, , 6",
        "0.9, 0, 0, , 0",
        "1, 0, 2, , 0",
        "-5, 0, 0, , 0",
        "10, 20, 0, , 0",
        "100, 0, 5, 20, 20",
        "22, 0, 5, 20, 17",
        "10, 0, 0, 0, 0",
        "99999999999999, 0, 0, , 1000000000"
    })
    void shown(BigDecimal left, BigDecimal ordered, int buffer, Integer max, long shown) {
        StockRules rules = new StockRules(Set.of(), buffer, Optional.ofNullable(max), List.of(), false);
        assertThat(rules.shown(left, ordered)).isEqualTo(shown);
    }

    @Test
    @DisplayName("comes of the chosen warehouses together, and of the chosen products")
    void available() {
        List<ErpStock> stock = List.of(
                erp("A-1", "MAG", "3"), erp("A-1", "SKLEP", "4"), erp("A-1", "ZWROTY", "50"), erp("B-1", "MAG", "6"));

        assertThat(ALL.available(stock)).isEqualTo(Map.of("A-1", new BigDecimal("57"), "B-1", new BigDecimal("6")));
        StockRules chosen = new StockRules(Set.of("MAG", "SKLEP"), 0, Optional.empty(), List.of("A-", "C-"), false);
        assertThat(chosen.available(stock)).isEqualTo(Map.of("A-1", new BigDecimal("7"), "B-1", new BigDecimal("6")));
        assertThat(chosen.missingWarehouse(stock)).isEmpty();
        assertThat(chosen.missingWarehouse(stock.subList(0, 1))).contains("SKLEP");
        assertThat(ALL.missingWarehouse(List.of())).isEmpty();
    }

    @Test
    @DisplayName("is a change only where the numbers differ, however they are written")
    void changes() {
        StockPlan plan = plan(
                ALL,
                Map.of("A", "5", "B", "6.5", "C", "2"),
                shop(1, "A", "5.0000"),
                shop(2, "B", "6.5"),
                shop(3, "C", "9"));

        assertThat(plan.compared()).isEqualTo(3);
        assertThat(plan.changes())
                .containsExactly(
                        new StockChange(2, "B", new BigDecimal("6.5"), 6),
                        new StockChange(3, "C", new BigDecimal("9"), 2));
        assertThat(plan.changes()).noneMatch(StockChange::raises);
    }

    @Test
    @DisplayName(
            "is nothing for codes that one side lacks or several variants share, blank ones and those that are not chosen")
    void lacking() {
        StockRules rules = new StockRules(Set.of(), 0, Optional.empty(), List.of("A", "B", "C", "a"), false);
        StockPlan plan = plan(
                rules,
                Map.of("A", "1", "B", "1", "C", "1"),
                shop(1, "A", "9"),
                shop(2, "A", "9"),
                shop(3, "", "9"),
                shop(4, "a", "9"),
                shop(5, "B", "1"),
                shop(6, "X", "9"),
                shop(7, "X", "9"));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.compared()).isEqualTo(1);
        assertThat(plan.sameCode()).containsExactly("A");
        assertThat(plan.unknownInErp()).containsExactly("#3", "a");
        assertThat(plan.unknownInShop()).containsExactly("C");
    }

    @ParameterizedTest(name = "{0} of {1} fall to 0, {2} may: {3}")
    @CsvSource({
        "0, 0, 0, false",
        "0, 9, 0, false",
        "3, 9, 0, false",
        "4, 9, 0, false",
        "1, 2, 0, false",
        "5, 15, 0, false",
        "5, 14, 0, true",
        "9, 9, 0, true",
        "9, 9, 9, false",
        "13, 14, 9, false",
        "14, 14, 9, true"
    })
    @DisplayName(
            "alarms when five products or more, and more than a third, would fall to 0, not counting those of which a person knows")
    void alarms(int falling, int all, long passed, boolean alarming) {
        List<ShopStock> shop = new ArrayList<>();
        Map<String, BigDecimal> left = new HashMap<>();
        for (int i = 0; i < all; i++) {
            shop.add(shop(i, "P" + i, "4"));
            left.put("P" + i, i < falling ? BigDecimal.ZERO : BigDecimal.ONE);
        }
        for (int i = all; i < 20 && all > 0; i++) { // what has been at 0 falls no more
            shop.add(shop(100 + i, "N" + i, "0"));
        }
        assertThat(StockPlan.of(shop, left, Map.of(), ALL, SAME).isAlarming(passed))
                .isEqualTo(alarming);
    }

    @Test
    @DisplayName("L8 is told by the ERP's code where that is another one, and two variants can share it")
    void otherCodes() {
        StockRules rules = new StockRules(Set.of(), 0, Optional.empty(), List.of("SKLEP-", "ERP-X"), false);
        StockPlan plan = StockPlan.of(
                List.of(
                        shop(1, "SKLEP-1", "9"),
                        shop(2, "SKLEP-2", "9"),
                        shop(3, "SKLEP-3", "9"),
                        shop(4, "ERP-1", "9")),
                Map.of("ERP-1", new BigDecimal("5"), "ERP-2", new BigDecimal("4"), "ERP-X", BigDecimal.ONE),
                Map.of("ERP-2", BigDecimal.ONE),
                rules,
                code -> Map.of("SKLEP-1", "ERP-1", "SKLEP-2", "ERP-2").getOrDefault(code, code));

        assertThat(plan.changes()).containsExactly(new StockChange(2, "SKLEP-2", new BigDecimal("9"), 3));
        assertThat(plan.sameCode()).containsExactly("ERP-1");
        assertThat(plan.unknownInErp()).containsExactly("SKLEP-3");
        assertThat(plan.unknownInShop()).containsExactly("ERP-X");
    }

    @Test
    @DisplayName(
            "is written in turn: what was tried last comes last, so that variants a shop never takes keep no others waiting")
    void inTurn() {
        List<StockChange> changes = List.of(
                new StockChange(1, "A", BigDecimal.ONE, 2),
                new StockChange(2, "B", BigDecimal.ONE, 2),
                new StockChange(3, "C", BigDecimal.ONE, 2));
        SeenStock seen = new SeenStock();
        assertThat(seen.inTurn(changes)).isEqualTo(changes);

        seen.tries(2);
        seen.forget();
        assertThat(seen.inTurn(changes)).extracting(StockChange::id).containsExactly(3L, 1L, 2L);
    }

    private static StockPlan plan(StockRules rules, Map<String, String> left, ShopStock... shop) {
        Map<String, BigDecimal> available = new HashMap<>();
        left.forEach((code, quantity) -> available.put(code, new BigDecimal(quantity)));
        return StockPlan.of(List.of(shop), available, Map.of(), rules, SAME);
    }

    private static ErpStock erp(String code, String warehouse, String quantity) {
        return new ErpStock(code, warehouse, new BigDecimal(quantity));
    }

    private static ShopStock shop(long id, String code, String stock) {
        return new ShopStock(id, code, new BigDecimal(stock));
    }
}
