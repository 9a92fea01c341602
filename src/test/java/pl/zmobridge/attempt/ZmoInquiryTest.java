package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.attempt.ZmoInquiry.Question;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.order.Cards;
import pl.zmobridge.order.DocumentOutcome.Realise;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.ShopOrders;
import pl.zmobridge.register.CardStore;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.symfonia.ZmoStatus;
import pl.zmobridge.symfonia.ZmoStatus.Progress;
import pl.zmobridge.wire.Answer;

@DisplayName("Before a ZMO is sold the ERP is asked")
class ZmoInquiryTest {
    private static final List<SalesDocument> NONE = List.of();
    private static final List<SalesDocument> ONE = List.of(new SalesDocument(3, "FV/3"));

    @Test
    @DisplayName("S6, S9 after a while only for number and state")
    void afterAWhile() {
        ZmoInquiry inquiry = inquiry("ISSUED");
        assertThat(inquiry.next()).isEqualTo(Question.STATUS);

        inquiry.status(status("SH/1", Progress.OPEN));

        assertThat(inquiry.isAsking()).isFalse();
        assertThat(inquiry.documents()).isEmpty();
    }

    @Test
    @DisplayName("S9 for the documents of one that is realised; without any a person must look")
    void realised() {
        ZmoInquiry inquiry = inquiry("ISSUED");
        inquiry.status(status("SH/1", Progress.REALISED));
        assertThat(inquiry.next()).isEqualTo(Question.DOCUMENTS);
        inquiry.documents(ONE);
        assertThat(inquiry.isAsking()).isFalse();
        assertThat(inquiry.documents()).isEqualTo(ONE);

        ZmoInquiry without = inquiry("ISSUED");
        without.status(status("SH/1", Progress.REALISED));
        assertThatThrownBy(() -> without.documents(NONE)).isInstanceOf(HandledByHand.class);
    }

    @Test
    @DisplayName(
            "E5 once more by its id when its state is unknown; one that is gone may have been realised and deleted")
    void gone() {
        ZmoInquiry inquiry = inquiry("ISSUED");
        inquiry.status(Optional.empty());
        assertThat(inquiry.next()).isEqualTo(Question.ZMO);
        inquiry.zmo(Optional.empty());
        assertThat(inquiry.next()).isEqualTo(Question.DOCUMENTS);
        assertThatThrownBy(() -> inquiry.documents(NONE))
                .isInstanceOfSatisfying(
                        HandledByHand.class,
                        gone -> assertThat(gone.failure().cause()).isEqualTo(Cause.ZMO_DELETED));
    }

    @Test
    @DisplayName("S9 for documents where the WebAPI is too old to know the state")
    void oldWebApi() {
        ZmoInquiry inquiry = inquiry("ISSUED");
        inquiry.status(Optional.empty());
        inquiry.zmo(zmo("SH/1"));
        assertThat(ends(inquiry, NONE, NONE)).isEmpty();

        ZmoInquiry released = inquiry("ISSUED");
        released.status(Optional.empty());
        released.zmo(zmo("SH/1"));
        assertThatThrownBy(() -> ends(released, List.of(release(7)), NONE)).isInstanceOf(HandledByHand.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'DocumentStatus':4,'WarehouseSettled':true}",
                "{'DocumentStatus':4,'WarehouseSettled':'True'}",
                "{'DocumentStatus':null}",
                "{}",
                "{'DocumentStatus':'nowe'}",
                "{'DocumentStatus':0}",
            })
    @DisplayName(
            "S9 for all documents when the state does not say what was made of it: work by hand is never sold again")
    void untold(String said) {
        for (Realise way : List.of(Realise.FV, Realise.FV_WZ, Realise.WZ)) {
            assertThat(ends(told(said, way, ""), NONE, NONE))
                    .describedAs("nothing was done: %s goes on", way)
                    .isEmpty();
        }
        assertThat(ends(told(said, Realise.FV, ""), List.of(release(7)), ONE)).isEqualTo(ONE);
        assertThat(ends(told(said, Realise.FV_WZ, ""), List.of(release(7)), ONE))
                .containsExactly(release(7), ONE.get(0));
        assertThat(ends(told(said, Realise.WZ, ""), NONE, ONE)).isEqualTo(ONE);
        for (Realise way : List.of(Realise.FV, Realise.FV_WZ)) {
            assertThatThrownBy(() -> ends(told(said, way, ""), List.of(release(7)), NONE))
                    .describedAs("D1 a warehouse document by hand, %s", way)
                    .isInstanceOf(HandledByHand.class);
        }
        ZmoInquiry release = told(said, Realise.WZ, "");
        release.releases(List.of(release(7)));
        assertThat(release.isAsking()).describedAs("it is all that is wanted").isFalse();
        assertThat(release.documents()).containsExactly(release(7));
    }

    @Test
    @DisplayName("S9 a ZMO that somebody settled by hand is sold only by its documents")
    void settledByHand() {
        String said = "{'DocumentStatus':4,'ManualSettled':true}";
        assertThat(ends(told(said, Realise.FV, ""), NONE, ONE)).isEqualTo(ONE);
        for (String released : List.of("", "7")) {
            assertThatThrownBy(() -> ends(told(said, Realise.FV_WZ, released), NONE, NONE))
                    .isInstanceOf(HandledByHand.class)
                    .hasMessageContaining("zamknięto");
        }
    }

    @Test
    @DisplayName("S9, D1 after the bridge's own warehouse document its flag is no question, an untold state is")
    void untoldHalfWay() {
        ZmoInquiry ordinary = inquiry("ISSUED", Realise.FV_WZ, "7", "WZ");
        ordinary.status(said("{'DocumentStatus':4,'WarehouseSettled':true}"));
        assertThat(ordinary.isAsking()).isFalse();

        assertThat(ends(told("{}", Realise.FV_WZ, "7"), List.of(release(7)), NONE))
                .isEmpty();
        assertThat(ends(told("{}", Realise.FV_WZ, "7"), List.of(release(7)), ONE))
                .isEqualTo(ONE);
        assertThatThrownBy(() -> ends(told("{}", Realise.FV_WZ, "7"), List.of(release(7), release(8)), ONE))
                .isInstanceOf(HandledByHand.class);
    }

    @Test
    @DisplayName("S9, Z9 after an unclear write, too; what it was to make it may have made meanwhile")
    void untoldAndUnclear() {
        ZmoInquiry sale = inquiry("SELLING");
        sale.documents(NONE);
        sale.status(said("{}"));
        assertThat(ends(sale, NONE, ONE)).isEqualTo(ONE);

        ZmoInquiry release = inquiry("SELLING", Realise.FV_WZ, "", "WZ");
        release.releases(NONE);
        release.status(said("{}"));
        release.releases(List.of(release(7)));
        assertThat(release.isAsking()).isFalse();
        assertThat(release.documents()).containsExactly(release(7));
    }

    /** An order whose ZMO the ERP says this of, when it is about to be sold. */
    private static ZmoInquiry told(String said, Realise way, String released) {
        ZmoInquiry inquiry = inquiry("ISSUED", way, released, released.isEmpty() ? "" : "WZ");
        inquiry.status(said(said));
        return inquiry;
    }

    /** The documents that it ends with, after both questions. */
    private static List<SalesDocument> ends(
            ZmoInquiry inquiry, List<SalesDocument> releases, List<SalesDocument> sales) {
        assertThat(inquiry.next()).isEqualTo(Question.RELEASES);
        inquiry.releases(releases);
        assertThat(inquiry.next()).isEqualTo(Question.DOCUMENTS);
        inquiry.documents(sales);
        assertThat(inquiry.isAsking()).isFalse();
        return inquiry.documents();
    }

    private static Optional<ZmoStatus> said(String said) {
        String body = said.replace('\'', '"').replaceFirst("\\{", "{\"Id\":501,\"DocumentNumber\":\"SH/1\",");
        return SymfoniaApi.status(501).read(new Answer(200, Map.of(), body.replace(",}", "}")));
    }

    @Test
    @DisplayName("S6 whose the ZMO is, before documents of an unclear sale are taken over")
    void unclear() {
        ZmoInquiry inquiry = inquiry("SELLING");
        assertThat(inquiry.next()).isEqualTo(Question.DOCUMENTS);
        inquiry.documents(ONE);
        assertThat(inquiry.next()).isEqualTo(Question.STATUS);
        assertThatThrownBy(() -> inquiry.status(status("OBCE/1", Progress.REALISED)))
                .isInstanceOf(NotOurs.class)
                .hasMessageContainingAll("SH/1", "OBCE/1");
    }

    @Test
    @DisplayName("Z12 for the buyer's sales when the ZMO of an unclear sale is gone")
    void unclearAndGone() throws JsonProcessingException {
        ZmoInquiry inquiry = inquiry("SELLING");
        inquiry.documents(NONE);
        inquiry.status(Optional.empty());
        inquiry.zmo(Optional.empty());
        assertThat(inquiry.next()).isEqualTo(Question.SALES);
        inquiry.sales(json("[]"));
        assertThat(inquiry.isAsking()).isFalse();
        assertThat(inquiry.sales()).isPresent();
    }

    @Test
    @DisplayName("Z9 for documents again when an unclear sale has ended meanwhile")
    void unclearAndRealisedMeanwhile() {
        ZmoInquiry inquiry = inquiry("SELLING");
        inquiry.documents(NONE);
        inquiry.status(status("SH/1", Progress.REALISED));
        assertThat(inquiry.next()).isEqualTo(Question.DOCUMENTS);
        inquiry.documents(ONE);
        assertThat(inquiry.isAsking()).isFalse();
        assertThat(inquiry.documents()).isEqualTo(ONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTLY", "REALISED"})
    @DisplayName(
            "S9, D1 for the sale that is missing after the bridge's own warehouse document, whatever state that gave the ZMO")
    void halfWay(Progress progress) {
        ZmoInquiry inquiry = inquiry("ISSUED", Realise.FV_WZ, "7", "WZ");
        inquiry.status(status("SH/1", progress));
        assertThat(inquiry.next()).isEqualTo(Question.RELEASES);
        inquiry.releases(List.of(release(7)));
        assertThat(inquiry.next()).isEqualTo(Question.DOCUMENTS);
        inquiry.documents(NONE);
        assertThat(inquiry.isAsking()).isFalse();
        assertThat(inquiry.documents()).isEmpty();

        ZmoInquiry byHand = inquiry("ISSUED", Realise.FV_WZ, "7", "WZ");
        byHand.status(status("SH/1", progress));
        assertThatThrownBy(() -> byHand.releases(List.of(release(7), release(8))))
                .isInstanceOf(HandledByHand.class);
    }

    @Test
    @DisplayName("S9, D1 a ZMO that somebody released is a person's, unless its sale exists too or none is wanted")
    void releasedByHand() {
        ZmoInquiry partly = inquiry("ISSUED", Realise.FV_WZ, "", "");
        assertThatThrownBy(() -> partly.status(status("SH/1", Progress.PARTLY))).isInstanceOf(HandledByHand.class);

        ZmoInquiry both = inquiry("ISSUED", Realise.FV_WZ, "", "");
        both.status(status("SH/1", Progress.REALISED));
        both.releases(List.of(release(7)));
        assertThat(both.next()).isEqualTo(Question.DOCUMENTS);
        both.documents(ONE);
        assertThat(both.documents()).containsExactly(release(7), ONE.get(0));

        ZmoInquiry unsold = inquiry("ISSUED", Realise.FV_WZ, "", "");
        unsold.status(status("SH/1", Progress.REALISED));
        unsold.releases(List.of(release(7)));
        assertThatThrownBy(() -> unsold.documents(NONE)).isInstanceOf(HandledByHand.class);

        ZmoInquiry release = inquiry("ISSUED", Realise.WZ, "", "");
        release.status(status("SH/1", Progress.REALISED));
        release.releases(List.of(release(7)));
        assertThat(release.isAsking()).isFalse();
        assertThat(release.documents()).containsExactly(release(7));
    }

    @Test
    @DisplayName("Z9, D1 for warehouse documents after an unclear one, also when the rule is another one by now")
    void unclearRelease() {
        for (Realise way : List.of(Realise.WZ, Realise.FV_WZ, Realise.FV)) {
            ZmoInquiry inquiry = inquiry("SELLING", way, "", "WZ");
            assertThat(inquiry.next()).isEqualTo(Question.RELEASES);
            inquiry.releases(List.of(release(7)));
            inquiry.status(status("SH/1", Progress.REALISED));
            assertThat(inquiry.isAsking()).isFalse();
            assertThat(inquiry.documents()).containsExactly(release(7));

            ZmoInquiry none = inquiry("SELLING", way, "", "WZ");
            none.releases(NONE);
            none.status(status("SH/1", Progress.OPEN));
            assertThat(none.isAsking()).isFalse();
            assertThat(none.documents()).isEmpty();
        }
        ZmoInquiry sold = inquiry("SELLING", Realise.WZ, "", "FV");
        assertThat(sold.next()).isEqualTo(Question.DOCUMENTS);
    }

    @Test
    @DisplayName(
            "Z9, D1 a warehouse document that is noted is not made again, and one that is unclear and gone is for a person")
    void noSecondRelease() {
        ZmoInquiry noted = inquiry("ISSUED", Realise.WZ, "7", "WZ");
        assertThat(noted.next()).isEqualTo(Question.RELEASES);
        noted.releases(List.of(release(7)));
        assertThat(noted.documents()).containsExactly(release(7));

        ZmoInquiry gone = inquiry("SELLING", Realise.WZ, "", "WZ");
        gone.releases(NONE);
        gone.status(Optional.empty());
        gone.zmo(Optional.empty());
        assertThatThrownBy(() -> gone.documents(NONE)).isInstanceOf(HandledByHand.class);
    }

    /** A card with the decision of a rule, as the register keeps it. */
    private static String card(Realise way) {
        try {
            OrderCard card = Cards.card(ShopOrders.order());
            JsonNode stored = json(CardStore.write(new CardStore.Stored(card, null, null, List.of())));
            ((ObjectNode) stored.at("/card/decision/outcome")).put("realise", way.name());
            return stored.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SalesDocument release(int id) {
        return new SalesDocument(id, "WZ/" + id, SalesDocument.Kind.WZ);
    }

    private static ZmoInquiry inquiry(String importState) {
        return inquiry(importState, Realise.FV, "", "");
    }

    private static ZmoInquiry inquiry(String importState, Realise way, String released, String sells) {
        Map<String, Object> row = new HashMap<>();
        row.put("shop_order_id", 1);
        row.put("state", "ISSUED");
        row.put("realise_due", true);
        row.put("buyer_key", "user:1");
        row.put("import_id", 1);
        row.put("import_no", 1);
        row.put("number", "SH/1");
        row.put("import_state", importState);
        row.put("erp_order_id", 501);
        row.put("erp_number", "SH/1");
        row.put("refetch", false);
        row.put("just_issued", false);
        row.put("released", released);
        row.put("sells", sells);
        row.put("card", card(way));
        return new ZmoInquiry(RegisteredOrder.of(row), true);
    }

    private static Optional<ZmoStatus> status(String number, Progress progress) {
        try {
            JsonNode answer = json("{\"DocumentNumber\":\"" + number + "\"}");
            int code = 4 << progress.ordinal(); // 4 new, 8 partly realised, 16 realised, 32 closed
            return Optional.of(new ZmoStatus(501, number, Optional.of(code), false, false, answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Zmo> zmo(String number) {
        return Optional.of(
                new Zmo(501, number, status(number, Progress.OPEN).orElseThrow().answer()));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
