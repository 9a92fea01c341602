package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.address;
import static pl.zmobridge.order.ShopOrders.anna;
import static pl.zmobridge.order.ShopOrders.blank;
import static pl.zmobridge.order.ShopOrders.firm;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.OrderCard.Line;
import pl.zmobridge.order.OrderCard.Party;

class OrderCardsTest {

    private static final CardRules RULES = rules(DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, false);

    @Test
    @DisplayName("W1 a card of another currency never has the rate 1, and needs none of the shop's")
    void otherCurrency() {
        OrderCard card = built(order().currency("EUR", Optional.empty()).build());
        CurrencyRate rate = new CurrencyRate("EUR", new BigDecimal("4.2567"), LocalDate.of(2026, 10, 1), "NBP");

        assertThat(card.currencyRate()).isEqualTo(BigDecimal.ZERO);
        assertThat(card.shopRate()).isEmpty();
        assertThat(card.at(Optional.of(rate)).currencyRate()).isEqualTo(new BigDecimal("4.2567"));
        assertThat(built(order().currency("EUR", Optional.of(rate)).build()).shopRate())
                .hasValueSatisfying(own -> assertThat(own.date()).isEqualTo(rate.date()));
    }

    @Test
    @DisplayName("N, L, H an ordinary order becomes a card, value for value")
    void ordinary() {
        ShopOrder order = order().notes("Proszę\no fakturę").build();
        OrderCard card = built(order);
        assertThat(card.shopOrderId()).isEqualTo(1201);
        assertThat(card.number()).as("N1").isEqualTo("SH/1201/W");
        assertThat(card.confirmedNumber()).as("N2").isEqualTo("1201");
        assertThat(card.placedAt()).as("N3").isEqualTo(order.placedAt());
        assertThat(card.deliveryForm()).as("H1").isEqualTo("InPost Kurier");
        assertThat(card.paymentForm()).as("H2").isEqualTo("Przelew");
        assertThat(card.status()).as("H3").isEqualTo("oczekiwanie na płatność");
        assertThat(card.document()).as("H4").isEqualTo(Document.RECEIPT);
        assertThat(card.total()).isEqualTo(new BigDecimal("169.94"));
        assertThat(card.currency()).isEqualTo("PLN");
        assertThat(card.currencyRate()).isEqualTo(BigDecimal.ONE);
        assertThat(card.notes()).isEqualTo("Proszę\no fakturę");
        assertThat(card.warnings()).isEmpty();
        assertThat(card.lines())
                .containsExactly(
                        new Line(
                                "SPD-101",
                                "Spódnica wieczorowa",
                                BigDecimal.ONE,
                                "szt.",
                                new BigDecimal("149.95"),
                                "23%",
                                "23",
                                false),
                        new Line(
                                "DOSTAWA",
                                "InPost Kurier",
                                BigDecimal.ONE,
                                "szt.",
                                new BigDecimal("19.99"),
                                "23%",
                                "",
                                true));
    }

    @Test
    @DisplayName("P3 everything that an address holds is carried, with the order's e-mail")
    void partyHoldsEverything() {
        ShopOrder.Address typed = new ShopOrder.Address(
                " Jan ",
                "Kos",
                "Kos i Spółka",
                "526-025-02-74",
                " 44051401359 ",
                "ul. Długa 7a",
                "lok. 3",
                "Gdańsk",
                "80-001",
                "pomorskie",
                "Polska",
                "PL",
                "+48 600 100 200");
        Party expected = new Party(
                "Kos i Spółka",
                "Jan",
                "Kos",
                "Kos i Spółka",
                "5260250274",
                "44051401359",
                "ul. Długa",
                "7a",
                "3",
                "Gdańsk",
                "80-001",
                "pomorskie",
                "Polska",
                "PL",
                "+48 600 100 200",
                "klient@example.com");
        OrderCard card = built(order().billing(typed).deliveredTo(typed).build());
        assertThat(card.contractor()).isEqualTo(expected);
        assertThat(card.recipient()).isEqualTo(expected);
    }

    @Test
    @DisplayName("P1 P2 the billing address makes the contractor, the delivery address the recipient")
    void twoAddresses() {
        OrderCard card = built(order().billing(firm()).deliveredTo(anna()).build());
        assertThat(card.contractor().name()).isEqualTo("Kos i Spółka");
        assertThat(card.recipient().name()).isEqualTo("Anna Żak");
        assertThat(card.warnings()).isEmpty();
    }

    @Test
    @DisplayName("P1 without a billing address, or with a blank one, the delivery address makes the contractor")
    void noBillingAddress() {
        assertThat(built(order().build()).contractor().name()).isEqualTo("Anna Żak");
        assertThat(built(order().billing(blank()).build()).contractor().name()).isEqualTo("Anna Żak");
    }

    @ParameterizedTest(name = "{0}{1}{2}{3}{4}{5}")
    @DisplayName("P1 any of first name, last name, company, street and city makes an address given")
    @CsvSource({
        "Ewa, '', '', '', '', ''",
        "'', Lis, '', '', '', ''",
        "'', '', Firma, '', '', ''",
        "'', '', '', Polna 1, '', ''",
        "'', '', '', '', Polna 1, ''",
        "'', '', '', '', '', Opole",
    })
    void given(String firstName, String lastName, String company, String street1, String street2, String city) {
        ShopOrder.Address billing =
                new ShopOrder.Address(firstName, lastName, company, "", "", street1, street2, city, "", "", "", "", "");
        Party contractor = built(order().billing(billing).build()).contractor();
        assertThat(List.of(contractor.firstName(), contractor.lastName(), contractor.company(), contractor.city()))
                .doesNotContain("Anna", "Łódź");
    }

    @Test
    @DisplayName("P2 without a delivery address the goods go to the billing address, with a warning")
    void noDeliveryAddress() {
        OrderCard card = built(order().billing(firm()).noDeliveryAddress().build());
        assertThat(card.recipient()).isEqualTo(card.contractor());
        assertThat(card.warnings())
                .containsExactly("Adres dostawy jest w sklepie pusty; odbiorcą jest adres do faktury.");
    }

    @Test
    @DisplayName("P3 a party without any name is called by the e-mail, else by the order, with a warning")
    void nameless() {
        ShopOrders order = order().deliveredTo(address("", " ", "", "", "Polna 1", ""));
        assertThat(built(order.build()).contractor().name()).isEqualTo("klient@example.com");
        OrderCard card = built(order.email(" ").build());
        assertThat(card.contractor().name()).isEqualTo("Klient 1201");
        assertThat(card.warnings())
                .containsExactly("Adres nie ma imienia, nazwiska ani firmy; jako nazwę przyjęto „Klient 1201”.");
    }

    @Test
    @DisplayName("L1 lines keep the shop's order, carry its codes, and name the chosen option")
    void lines() {
        ShopOrder.Line red = new ShopOrder.Line(
                14,
                " B ",
                "Bluza",
                "Kolor: Czerwony",
                new BigDecimal("20"),
                BigDecimal.ZERO,
                new BigDecimal("1.5"),
                "kpl.",
                "zw.",
                "0",
                List.of());
        OrderCard card = built(order().lines(line("Z", "10.00", "1"), red, line("A", "1.00", "2"))
                .delivery(2, "Kurier", "0.00")
                .sum("42.00")
                .build());
        assertThat(card.lines()).extracting(Line::code).containsExactly("Z", "B", "A", "DOSTAWA");
        assertThat(card.lines().get(1))
                .isEqualTo(new Line(
                        "B",
                        "Bluza (Kolor: Czerwony)",
                        new BigDecimal("1.5"),
                        "kpl.",
                        new BigDecimal("30.00"),
                        "zw.",
                        "0",
                        false));
    }

    @Test
    @DisplayName("L3 delivery is the last line also when it costs nothing")
    void freeDelivery() {
        Line last = lastLine(
                built(order().delivery(5, "Odbiór osobisty", "0").sum("149.95").build()));
        assertThat(last)
                .isEqualTo(new Line(
                        "DOSTAWA", "Odbiór osobisty", BigDecimal.ONE, "szt.", new BigDecimal("0.00"), "23%", "", true));
    }

    @Test
    @DisplayName("L3 a product code of its own wins for a way of delivery")
    void deliveryCode() {
        assertThat(lastLine(built(order().delivery(7, "Paczkomat", "19.99").build()))
                        .code())
                .isEqualTo("PACZKOMAT");
    }

    @Test
    @DisplayName("L1 L3 with one-off lines neither products nor delivery need a code")
    void oneOffLines() {
        CardRules rules =
                new CardRules("", "", DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, true, Optional.empty(), Map.of());
        OrderCard card = built(rules, order().lines(line(" ", "149.95", "1")).build());
        assertThat(card.lines()).extracting(Line::code).containsExactly("", "");
        assertThat(card.number()).isEqualTo("1201");
    }

    @Test
    @DisplayName("L5 a rounding difference is on the card as a warning")
    void roundingDifference() {
        OrderCard card =
                built(order().lines(line("A", "33.33", "3")).sum("119.99").build());
        assertThat(card.lines())
                .extracting(Line::value)
                .containsExactly(new BigDecimal("100.00"), new BigDecimal("19.99"));
        assertThat(card.warnings())
                .containsExactly("Różnicę zaokrągleń 0.01 PLN rozłożono po 0.01 na pozycje: pozycja „Spódnica"
                        + " wieczorowa” (produkt 13).");
    }

    @Test
    @DisplayName("H1 H2 H3 the shop's words are carried letter for letter")
    void wordsOfTheShop() {
        OrderCard card = built(order().delivery(2, " Kurier  24h <b>🚚</b>", "19.99")
                .payment("Płatność ONLINE ")
                .status("W  realizacji")
                .build());
        assertThat(card.deliveryForm()).isEqualTo(" Kurier  24h <b>🚚</b>");
        assertThat(lastLine(card).name()).isEqualTo(card.deliveryForm());
        assertThat(card.paymentForm()).isEqualTo("Płatność ONLINE ");
        assertThat(card.status()).isEqualTo("W  realizacji");
    }

    @ParameterizedTest(name = "{0}, NIP „{2}”, without NIP {1}: {3}")
    @DisplayName("H4 case 31 the NIP decides between invoice and receipt, unless the operator does")
    @CsvSource({
        "AUTO,    FAIL,    526-025-02-74, INVOICE",
        "AUTO,    FAIL,    526-025-02-75, INVOICE",
        "AUTO,    FAIL,    DE123456789,   INVOICE",
        "AUTO,    FAIL,    '',            RECEIPT",
        "AUTO,    FAIL,    brak,          RECEIPT",
        "RECEIPT, FAIL,    526-025-02-74, RECEIPT",
        "INVOICE, FAIL,    526-025-02-74, INVOICE",
        "INVOICE, RECEIPT, 526-025-02-74, INVOICE",
        "INVOICE, RECEIPT, '',            RECEIPT",
        "INVOICE, INVOICE, '',            INVOICE",
        "AUTO,    INVOICE, '',            RECEIPT",
        "AUTO,    FAIL,    00000000000,   RECEIPT",
        "AUTO,    FAIL,    600100200,     RECEIPT",
    })
    void document(DocumentChoice choice, InvoiceWithoutNip without, String nip, Document expected) {
        ShopOrder order =
                order().billing(address("Jan", "Kos", "", nip, "Polna 1", "")).build();
        assertThat(built(rules(choice, without, false), order).document()).isEqualTo(expected);
    }

    @Test
    @DisplayName("H4 an odd NIP is a warning on the card, once, also when both parties have it")
    void oddNip() {
        ShopOrder.Address odd = address("Jan", "Kos", "", "526-025-02-75", "Polna 1", "");
        assertThat(built(order().billing(odd).deliveredTo(odd).build()).warnings())
                .containsExactly("NIP „526-025-02-75” ma błędną sumę kontrolną; zapytaj kupującego.");
    }

    @Test
    @DisplayName("H4 P1 a NIP of the delivery address alone does not make an invoice, but a warning")
    void nipOfTheRecipient() {
        OrderCard card = built(order().billing(anna()).deliveredTo(firm()).build());
        assertThat(card.document()).isEqualTo(Document.RECEIPT);
        assertThat(card.warnings()).singleElement().asString().contains("5260250274", "tylko w adresie dostawy");
    }

    private static CardRules rules(DocumentChoice document, InvoiceWithoutNip withoutNip, boolean oneOffLines) {
        return new CardRules(
                "SH/", "/W", document, withoutNip, oneOffLines, Optional.of("DOSTAWA"), Map.of(7L, "PACZKOMAT"));
    }

    private static OrderCard built(ShopOrder order) {
        return built(RULES, order);
    }

    private static OrderCard built(CardRules rules, ShopOrder order) {
        CardOutcome outcome = new OrderCards(rules).card(order);
        assertThat(outcome).isInstanceOf(CardOutcome.Built.class);
        return ((CardOutcome.Built) outcome).card();
    }

    private static Line lastLine(OrderCard card) {
        return card.lines().get(card.lines().size() - 1);
    }
}
