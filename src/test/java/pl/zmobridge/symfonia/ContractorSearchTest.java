package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.symfonia.ContractorSearch.Duplicates;

@DisplayName("The search for a buyer")
class ContractorSearchTest {
    private static final String NIP = "6570011222";
    private final ContractorCodes codes = new ContractorCodes("SH");

    @Test
    @DisplayName(
            "K1 case 22 a person never lands on a card with a NIP, known by id or by code: he gets a card of his own")
    void personOnAFirmsCard() {
        ContractorSearch search = person(Optional.of(new Buyer.Known(5, "SH17")));
        search = search.answered(json("{'Id':5,'Code':'SH17','NIP':'657-001-12-22'}"));
        assertThat(search.query()).isEqualTo("code=SH17");
        search = search.answered(json("{'Id':5,'Code':'SH17','NIP':'657-001-12-22'}"));
        assertThat(search.query()).isEqualTo("code=SH-P17");
        search = search.answered(MissingNode.getInstance());

        assertThat(search.isFound()).isFalse();
        assertThat(search.unfinished()).isFalse();
        assertThat(search.freeCode()).isEqualTo("SH-P17");
    }

    @Test
    @DisplayName("K1 case 22 his next order finds that card")
    void personOnHisOwnCard() {
        ContractorSearch search = person(Optional.empty())
                .answered(json("{'Id':5,'Code':'SH17','NIP':'6570011222'}"))
                .answered(json("{'Id':6,'Code':'SH-P17','NIP':''}"));
        assertThat(search.contractor().id()).isEqualTo(6);
    }

    @ParameterizedTest(name = "card with „{0}”: {1}")
    @DisplayName("K1 case 23 a firm's NIP is compared whole, after normalising")
    @CsvSource({
        "6570011222, true",
        "657-001-12-22, true",
        "PL 6570011222, true",
        "011222, false",
        "16570011222, false",
        "'', false",
    })
    void wholeNip(String nip, boolean found) {
        ContractorSearch search = firm(NIP, Duplicates.OLDEST)
                .answered(json("[]"))
                .answered(json("{'Id':5,'Code':'SH17','NIP':'" + nip + "'}"));
        assertThat(search.isFound()).isEqualTo(found);
        if (!found) {
            assertThat(search.query()).isEqualTo("code=SHN6570011222");
        }
    }

    @Test
    @DisplayName("K2 case 24 an inactive card is not used while an active one fits")
    void activeFirst() {
        ContractorSearch search = firm(NIP, Duplicates.OLDEST)
                .answered(json("[{'Id':5,'Code':'A','NIP':'6570011222','Active':false},"
                        + "{'Id':9,'Code':'B','NIP':'6570011222','Active':true}]"));
        assertThat(search.contractor().id()).isEqualTo(9);
    }

    @Test
    @DisplayName(
            "K2 an active card in another notation comes before an inactive one, which is taken when there is no other")
    void inactiveLast() {
        Buyer buyer = new Buyer(NIP, List.of(NIP, "657-001-12-22"), "SH17", "", Optional.empty());
        ContractorSearch search = ContractorSearch.begin(buyer, codes, Duplicates.OLDEST)
                .answered(json("[{'Id':5,'Code':'A','NIP':'6570011222','Active':false}]"));
        assertThat(search.isFound()).isFalse();
        assertThat(search.query()).isEqualTo("nip=657-001-12-22");

        ContractorSearch active = search.answered(json("[{'Id':9,'Code':'B','NIP':'657-001-12-22'}]"));
        assertThat(active.contractor().id()).isEqualTo(9);
        ContractorSearch none = search.answered(json("[]")).answered(MissingNode.getInstance());
        assertThat(none.contractor().id()).isEqualTo(5);
    }

    @Test
    @DisplayName(
            "the code of a new buyer is not asked for, unless an inactive card was found: an active one may have it (K2)")
    void withoutCode() {
        ContractorSearch person = person(Optional.empty()).withoutCode();
        assertThat(person.unfinished()).isFalse();
        assertThat(person.isFound()).isFalse();
        assertThat(person.freeCode()).isEqualTo("SH17");

        ContractorSearch none = firm(NIP, Duplicates.OLDEST).withoutCode().answered(json("[]"));
        assertThat(none.unfinished()).isFalse();
        assertThat(none.isFound()).isFalse();
        assertThat(none.freeCode()).isEqualTo("SH17");

        ContractorSearch inactive = firm(NIP, Duplicates.OLDEST)
                .withoutCode()
                .answered(json("[{'Id':5,'Code':'A','NIP':'6570011222','Active':false}]"));
        assertThat(inactive.query()).isEqualTo("code=SH17");
        assertThat(inactive.answered(MissingNode.getInstance()).contractor().id())
                .isEqualTo(5);
        assertThat(inactive.answered(json("{'Id':9,'Code':'SH17','NIP':'PL6570011222'}"))
                        .contractor()
                        .id())
                .isEqualTo(9);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("K2 cards in different notations of one NIP are several cards of one buyer, too")
    @CsvSource({"OLDEST, 5", "NEWEST, 9"})
    void acrossNotations(Duplicates choice, int id) {
        ContractorSearch search = twoNotations(choice).answered(json("[{'Id':9,'Code':'B','NIP':'6570011222'}]"));
        assertThat(search.query()).describedAs("the older one may be there").isEqualTo("nip=657-001-12-22");
        ContractorSearch both = search.answered(json("[{'Id':5,'Code':'A','NIP':'657-001-12-22'}]"));
        assertThat(both.unfinished()).isFalse();
        assertThat(both.contractor().id()).isEqualTo(id);

        ContractorSearch one = search.answered(json("[{'Id':5,'Code':'A','NIP':'657-001-12-22','Active':false}]"));
        assertThat(one.contractor().id()).describedAs("the active one").isEqualTo(9);
    }

    @Test
    @DisplayName("K2 and have a person decide, unless it is one card that the ERP shows for both")
    void stopAcrossNotations() {
        ContractorSearch search =
                twoNotations(Duplicates.STOP).answered(json("[{'Id':9,'Code':'B','NIP':'6570011222'}]"));
        assertThatThrownBy(() -> search.answered(json("[{'Id':5,'Code':'A','NIP':'657-001-12-22'}]")))
                .isInstanceOf(ContractorSearch.Undecided.class)
                .hasMessageContaining("B (Id 9), A (Id 5)");
        assertThat(search.answered(json("[{'Id':9,'Code':'B','NIP':'6570011222'}]"))
                        .contractor()
                        .id())
                .isEqualTo(9);
        assertThat(search.answered(json("[]")).contractor().id()).isEqualTo(9);
    }

    @Test
    @DisplayName("S6 a contractor that the register knows ends the search at once")
    void knownFirm() {
        Buyer buyer =
                new Buyer(NIP, List.of(NIP, "657-001-12-22"), "SH17", "", Optional.of(new Buyer.Known(9, "SH17")));
        assertThat(ContractorSearch.begin(buyer, codes, Duplicates.OLDEST)
                        .answered(json("{'Id':9,'Code':'SH17','NIP':'6570011222'}"))
                        .contractor()
                        .id())
                .isEqualTo(9);
    }

    private ContractorSearch twoNotations(Duplicates choice) {
        Buyer buyer = new Buyer(NIP, List.of(NIP, "657-001-12-22"), "SH17", "", Optional.empty());
        return ContractorSearch.begin(buyer, codes, choice);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("K2 of several cards the operator chooses the oldest or the newest")
    @CsvSource({"OLDEST, 5", "NEWEST, 12"})
    void duplicates(Duplicates choice, int id) {
        assertThat(firm(NIP, choice).answered(three()).contractor().id()).isEqualTo(id);
    }

    @Test
    @DisplayName("K2 or has a person decide, who is told which cards there are")
    void stop() {
        assertThatThrownBy(() -> firm(NIP, Duplicates.STOP).answered(three()))
                .isInstanceOf(ContractorSearch.Undecided.class)
                .hasMessageContaining("A (Id 9), B (Id 5), C (Id 12)")
                .hasMessageContaining("contractor.duplicates");
        assertThat(firm(NIP, Duplicates.STOP)
                        .answered(json("[{'Id':9,'Code':'A','NIP':'6570011222'}]"))
                        .isFound())
                .isTrue();
    }

    @Test
    @DisplayName("K1 case 25 guests of one e-mail address and name are one buyer, of two names two")
    void guests() {
        Buyer anna = guest("Anna Żak");
        ContractorSearch search = ContractorSearch.begin(anna, codes, Duplicates.OLDEST);
        assertThat(search.query()).isEqualTo("code=SHklient%40example.com");
        JsonNode card = json("{'Id':5,'Code':'SHklient@example.com','Name':'ANNA  Żak','NIP':''}");
        assertThat(search.answered(card).contractor().id()).isEqualTo(5);

        ContractorSearch other = ContractorSearch.begin(guest("Ewa Lis"), codes, Duplicates.OLDEST)
                .answered(card);
        assertThat(other.isFound()).isFalse();
        String code = other.answered(MissingNode.getInstance()).freeCode();
        assertThat(code).startsWith("SH-").hasSize(15).isNotEqualTo(anna.code());
        assertThat(codes.codeOfPerson("SHklient@example.com", "ewa  LIS"))
                .as("the same at her next order")
                .isEqualTo(code);
    }

    @Test
    @DisplayName(
            "K1 case 37 a guest is known by the name that the ERP could store; where letters were lost, by a code made from the whole name")
    void guestsWithOtherLetters() {
        JsonNode soren = json("{'Id':5,'Code':'SHklient@example.com','Name':'Soren Kos','NIP':''}");
        assertThat(ContractorSearch.begin(guest("Søren Kos"), codes, Duplicates.OLDEST)
                        .answered(soren)
                        .contractor()
                        .id())
                .isEqualTo(5);

        Buyer nino = guest("ნინო კოს");
        JsonNode lost = json("{'Id':6,'Code':'SHklient@example.com','Name':'???? ???','NIP':''}");
        ContractorSearch search =
                ContractorSearch.begin(nino, codes, Duplicates.OLDEST).answered(lost);
        assertThat(search.isFound()).as("it can be ნანა's").isFalse();
        String code = codes.codeOfPerson(nino.code(), nino.guestName());
        assertThat(search.answered(json("{'Id':7,'Code':'" + code + "','Name':'???? ???','NIP':''}"))
                        .contractor()
                        .id())
                .isEqualTo(7);
    }

    @Test
    @DisplayName(
            "S6 a remembered contractor with another code is somebody else now: he is looked for anew, and that is told")
    void remembered() {
        ContractorSearch search =
                person(Optional.of(new Buyer.Known(5, "SH17"))).answered(json("{'Id':5,'Code':'F-990','NIP':''}"));
        assertThat(search.isFound()).isFalse();
        assertThat(search.query()).isEqualTo("code=SH17");
        assertThat(search.mismatches()).singleElement().asString().contains("Id 5", "F-990");

        ContractorSearch same =
                person(Optional.of(new Buyer.Known(5, "SH17"))).answered(json("{'Id':5,'Code':'sh17','NIP':''}"));
        assertThat(same.contractor().id()).isEqualTo(5);
        assertThat(same.mismatches()).isEmpty();
    }

    @Test
    @DisplayName("K1 when even the second code is another's, a person decides")
    void bothCodesTaken() {
        ContractorSearch search = person(Optional.empty()).answered(json("{'Id':5,'Code':'SH17','NIP':'6570011222'}"));
        assertThatThrownBy(() -> search.answered(json("{'Id':6,'Code':'SH-P17','NIP':'7251801126'}")))
                .isInstanceOf(ContractorSearch.Undecided.class)
                .hasMessageContaining("SH-P17");
    }

    @Test
    @DisplayName("K1 the buyer of an order is known by account, or as a guest by name")
    void buyerOfAnOrder() {
        Buyer account =
                Buyer.of(card(order()).contractor(), List.of(), Optional.of(17L), "", 1201, codes, Optional.empty());
        assertThat(account).isEqualTo(new Buyer("", List.of(), "SH17", "", Optional.empty()));
        Buyer guest =
                Buyer.of(card(order()).contractor(), List.of(), Optional.empty(), "", 1201, codes, Optional.empty());
        assertThat(guest.code()).isEqualTo("SHklient@example.com");
        assertThat(guest.guestName()).isEqualTo("Anna Żak");
    }

    private ContractorSearch person(Optional<Buyer.Known> known) {
        return ContractorSearch.begin(new Buyer("", List.of(), "SH17", "", known), codes, Duplicates.OLDEST);
    }

    private ContractorSearch firm(String nip, Duplicates duplicates) {
        return ContractorSearch.begin(new Buyer(nip, List.of(nip), "SH17", "", Optional.empty()), codes, duplicates);
    }

    private static Buyer guest(String name) {
        return new Buyer("", List.of(), "SHklient@example.com", name, Optional.empty());
    }

    private static JsonNode three() {
        return json("[{'Id':9,'Code':'A','NIP':'6570011222'},{'Id':5,'Code':'B','NIP':'6570011222'},"
                + "{'Id':12,'Code':'C','NIP':'6570011222'}]");
    }

    private static JsonNode json(String text) {
        try {
            return Wire.JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
