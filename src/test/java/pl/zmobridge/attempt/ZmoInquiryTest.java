package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.attempt.ZmoInquiry.Question;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.symfonia.ZmoStatus;
import pl.zmobridge.symfonia.ZmoStatus.Progress;

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
        assertThat(inquiry.next()).isEqualTo(Question.DOCUMENTS);
        inquiry.documents(NONE);
        assertThat(inquiry.isAsking()).isFalse();
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

    private static ZmoInquiry inquiry(String importState) {
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
