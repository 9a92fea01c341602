package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.symfonia.ContractorSearch.Duplicates;

@DisplayName("S6: a buyer's card is remembered")
class CardMemoryTest {
    private final AtomicLong nanos = new AtomicLong();
    private final CardMemory cards = new CardMemory(nanos::get);

    @Test
    @DisplayName("for an hour after the ERP has shown it, for one buyer of one shop, without name and address")
    void forAnHour() throws Exception {
        cards.shown("main", "user:17", card("{'Id':5,'Code':'SH17','Name':'Anna','NIP':'','PaymentForm':{'Id':4}}"));

        Contractor card = cards.of("main", "user:17").orElseThrow();
        assertThat(card.id()).isEqualTo(5);
        assertThat(card.code()).isEqualTo("SH17");
        assertThat(card.defaultForm()).hasValue(4);
        assertThat(card.name()).isEmpty();
        assertThat(card.card().isMissingNode()).isTrue();
        assertThat(cards.of("main", "user:18")).isEmpty();
        assertThat(cards.of("other", "user:17")).isEmpty();

        nanos.addAndGet(Duration.ofMinutes(59).toNanos());
        assertThat(cards.of("main", "user:17")).isPresent();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(cards.of("main", "user:17")).isEmpty();
    }

    @Test
    @DisplayName("K2 not while it is inactive, nor without a code to name it by")
    void useless() throws Exception {
        cards.shown("main", "user:17", card("{'Id':5,'Code':'SH17'}"));
        cards.shown("main", "user:17", card("{'Id':5,'Code':'SH17','Active':false}"));
        cards.shown("main", "user:18", card("{'Id':6,'Code':' '}"));

        assertThat(cards.of("main", "user:17")).isEmpty();
        assertThat(cards.of("main", "user:18")).isEmpty();
    }

    @Test
    @DisplayName("until it turns out to be another's, and no more than ten thousand of them")
    void forgotten() throws Exception {
        Contractor card = card("{'Id':5,'Code':'SH17'}");
        cards.shown("main", "user:17", card);
        cards.forget("main", "user:17");
        assertThat(cards.of("main", "user:17")).isEmpty();

        for (int i = 0; i <= 10_000; i++) {
            cards.shown("main", "user:" + i, card);
        }
        assertThat(cards.of("main", "user:0")).isEmpty();
        assertThat(cards.of("main", "user:1")).isPresent();
    }

    @Test
    @DisplayName("K1, S6: and used only for the id and code that the register remembers, and a buyer of its kind")
    void used() throws Exception {
        Contractor card = card("{'Id':5,'Code':'SH17','NIP':''}");
        assertThat(search("", Optional.of(new Buyer.Known(5, "SH17"))).isRemembered(card))
                .isTrue();
        assertThat(search("", Optional.of(new Buyer.Known(6, "SH17"))).isRemembered(card))
                .isFalse();
        assertThat(search("", Optional.of(new Buyer.Known(5, "SH18"))).isRemembered(card))
                .isFalse();
        assertThat(search("", Optional.empty()).isRemembered(card)).isFalse();
        assertThat(search("6570011222", Optional.of(new Buyer.Known(5, "SH17"))).isRemembered(card))
                .isFalse();
    }

    private static ContractorSearch search(String nip, Optional<Buyer.Known> known) {
        Buyer buyer = new Buyer(nip, List.of(), "SH17", "", known);
        return ContractorSearch.begin(buyer, new ContractorCodes("SH"), Duplicates.OLDEST);
    }

    private static Contractor card(String json) throws Exception {
        return Contractor.read(new ObjectMapper().readTree(json.replace('\'', '"')));
    }
}
