package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.order.ShopOrder;

@DisplayName("A new contractor's card")
class ContractorsTest {
    private static final ContractorPolicy POLICY = ContractorPolicy.of(new ContractorCodes("SH"));

    @ParameterizedTest(name = "„{0}”, NIP „{1}”: type {2}, VAT payer {3}, VIES {4}")
    @DisplayName("K4 is a person's or a firm's, with the marks of a VAT payer")
    @CsvSource({
        "'', '', 2, false, false",
        "Kos i Spółka, 526-025-02-74, 0, true, false",
        "'', 526-025-02-74, 0, true, false",
        "Kos i Spółka, '', 0, false, false",
        "Kos GmbH, DE123456789, 0, true, true",
        "Kos Ltd, GB123456789, 0, true, false",
    })
    void marks(String company, String nip, int type, boolean vatPayer, boolean vies) throws Exception {
        JsonNode created = Wire.JSON.readTree(
                Contractors.create("SH17", party(company, nip, "Polska", "PL"), POLICY, false, new ArrayList<>()));
        assertThat(created.path("Type").asInt()).isEqualTo(type);
        assertThat(created.path("VATTaxPayer"))
                .isEqualTo(Wire.JSON.getNodeFactory().booleanNode(vatPayer));
        assertThat(created.path("Vies")).isEqualTo(Wire.JSON.getNodeFactory().booleanNode(vies));
        assertThat(created.path("PriceNegotiation").isBoolean()).isTrue();
        assertThat(created.path("Active").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "„{0}” in {1}: VIES {2}")
    @DisplayName(
            "K4 is a firm of VIES also when the buyer left the country's letters out, if the digits are a VAT id there")
    @CsvSource({
        "123456789, DE, true",
        "12 345 678, HU, true",
        "2020202020, SK, true",
        "DE123456789, CZ, true",
        "12345678-2-42, HU, false",
        "123456789, CH, false",
        "5260250274, SK, false",
        "5260250274, PL, false",
    })
    void viesWithoutLetters(String nip, String country, boolean vies) throws Exception {
        JsonNode created = Wire.JSON.readTree(
                Contractors.create("SH17", party("Kos", nip, "", country), POLICY, false, new ArrayList<>()));
        assertThat(created.path("NIP").asText()).isEqualTo(nip.replaceAll("[ -]", ""));
        assertThat(created.path("Vies").asBoolean()).isEqualTo(vies);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @DisplayName("K4 has its country as the ISO code; one that has none stays as it was typed")
    @CsvSource({"Polska, PL, PL", "Niemcy, '', DE", "'', cz, CZ", "Atlantyda, '', Atlantyda", "'', '', ''"})
    void country(String name, String code, String expected) throws Exception {
        JsonNode created = Wire.JSON.readTree(
                Contractors.create("SH17", party("", "", name, code), POLICY, false, new ArrayList<>()));
        assertThat(created.path("DefaultAddress").path("Country").asText()).isEqualTo(expected);
    }

    @Test
    @DisplayName("case 37 can go without emoji, and that is told")
    void basic() throws Exception {
        List<String> told = new ArrayList<>();
        String body = Contractors.create("SH17", party("Kwiaty 🌷 u Kos", "", "Polska", "PL"), POLICY, true, told);
        assertThat(Wire.JSON.readTree(body).path("Name").asText()).isEqualTo("Kwiaty u Kos");
        assertThat(told).singleElement().asString().contains("nazwa", "emoji");
        told.clear();
        assertThat(Contractors.create("SH17", party("Kwiaty 🌷", "", "Polska", "PL"), POLICY, false, told))
                .contains("🌷");
        assertThat(told).isEmpty();
    }

    private static Party party(String company, String nip, String country, String code) {
        ShopOrder.Address address = new ShopOrder.Address(
                "Jan", "Kos", company, nip, "", "Polna 1", "", "Łódź", "90-001", "", country, code, "+48 600 100 200");
        return card(order().billing(address)).contractor();
    }
}
