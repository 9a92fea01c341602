package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The dictionaries")
class DictionariesTest {
    private static final JsonNode POLISH_SHOP =
            Wire.json("{'locale_timezone':'Europe/Warsaw','default_language_name':'pl_PL'}");

    @Test
    @DisplayName("give the shop's names, types and zone")
    void giveTheShopsNames() {
        Dictionaries dictionaries = Wire.dictionaries();

        assertThat(dictionaries.zone()).isEqualTo(ZoneId.of("Europe/Warsaw"));
        assertThat(dictionaries.status(5))
                .contains(new Dictionaries.Status(5, "oczekiwanie na płatność", StatusKind.IN_PROGRESS));
        assertThat(dictionaries.status(6).map(Dictionaries.Status::kind)).contains(StatusKind.NOT_COMPLETED);
        assertThat(dictionaries.payment(18))
                .as("the title, not the engine's name")
                .contains("Pobranie");
        assertThat(dictionaries.shipping(2)).as("the translation first").contains("InPost Kurier");
        assertThat(dictionaries.currency(1))
                .contains(new Dictionaries.Currency("PLN", true, Optional.empty(), Optional.empty()));
        assertThat(dictionaries.currency(2))
                .contains(
                        new Dictionaries.Currency("EUR", false, Optional.of(new BigDecimal("4.3")), Optional.empty()));
    }

    @ParameterizedTest(name = "{0}, {1} gives {2}")
    @DisplayName("take the default language, then Polish, then any")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'cs_CZ' | {'en_US':{'title':'Cash'},'pl_PL':{'title':'Gotówka'},'cs_CZ':{'title':'Hotově'}} | Hotově",
                "'cs_CZ' | {'en_US':{'title':'Cash'},'pl_PL':{'title':'Gotówka'}} | Gotówka",
                "null | {'en_US':{'title':'Cash'},'pl_PL':{'title':'Gotówka'}} | Gotówka",
                "'pl_PL' | {'en_US':{'title':'Cash'},'pl_PL':{'title':' '}} | Cash",
                "'pl_PL' | [] | ",
            })
    void takeTheDefaultLanguage(String language, String translations, String expected) {
        Dictionaries dictionaries = Dictionaries.of(
                Wire.json("{'locale_timezone':'Europe/Warsaw','default_language_name':" + language + "}"),
                List.of(),
                Wire.rows("{'payment_id':'2','name':'engine','translations':" + translations + "}"),
                List.of(),
                List.of());

        assertThat(dictionaries.payment(2).orElse(null)).isEqualTo(expected);
    }

    @Test
    @DisplayName("know the shop's codes of payments and shippings, where there are any")
    void knowCodes() {
        Dictionaries dictionaries = Dictionaries.of(
                POLISH_SHOP,
                List.of(),
                Wire.rows(
                        "{'payment_id':'2','name':'cod','translations':{'pl_PL':{'title':'Pobranie'}}}",
                        "{'payment_id':'3','name':null,'translations':{'pl_PL':{'title':'BLIK'}}}"),
                Wire.rows(
                        "{'shipping_id':'2','engine':'inpost','name':'InPost Kurier'}",
                        "{'shipping_id':'3','engine':[],'name':'Odbiór'}",
                        "{'shipping_id':'4','name':'DPD'}"),
                List.of());

        assertThat(dictionaries.codes()).isEqualTo(new Dictionaries.Codes(Map.of(2L, "cod"), Map.of(2L, "inpost")));
        assertThat(dictionaries.withFields(List.of()).codes()).isEqualTo(dictionaries.codes());
        assertThat(dictionaries.shippings()).containsOnlyKeys(2L, 3L, 4L);
    }

    @ParameterizedTest
    @DisplayName("leave out a status of which the id, the name or the type cannot be read")
    @ValueSource(
            strings = {
                "{'status_id':'x','type':'1','translations':{'pl_PL':{'name':'nowe'}}}",
                "{'status_id':'5','type':'9','translations':{'pl_PL':{'name':'nowe'}}}",
                "{'status_id':'5','type':true,'translations':{'pl_PL':{'name':'nowe'}}}",
                "{'status_id':'5','type':'1','translations':[]}"
            })
    void leaveOutWhatCannotBeRead(String status) {
        Dictionaries dictionaries = Dictionaries.of(POLISH_SHOP, Wire.rows(status), List.of(), List.of(), List.of());

        assertThat(dictionaries.statuses()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("leave out a currency whose name is no ISO code")
    @ValueSource(strings = {"", "zł", "Polski złoty nowy", "PLNN", "1"})
    void leaveOutACurrencyWithoutACode(String name) {
        Dictionaries dictionaries = Dictionaries.of(
                POLISH_SHOP,
                List.of(),
                List.of(),
                List.of(),
                Wire.rows("{'currency_id':'1','name':'" + name + "','default':'1'}"));

        assertThat(dictionaries.currencies()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("cannot do without the shop's time zone")
    @ValueSource(strings = {"{}", "[]", "{'locale_timezone':''}", "{'locale_timezone':'Mars/Base'}"})
    void cannotDoWithoutTheZone(String config) {
        assertThatThrownBy(() -> Dictionaries.of(Wire.json(config), List.of(), List.of(), List.of(), List.of()))
                .isInstanceOf(ShopAnswerUnusable.class)
                .hasMessageContaining("locale_timezone");
    }

    @Test
    @DisplayName("tell which of them lack an id of an order")
    void tellWhichLackAnId() {
        assertThat(Wire.dictionaries().unknownIn(Wire.order())).isEmpty();
        assertThat(Wire.dictionaries()
                        .unknownIn(Wire.json("{'status_id':'1','payment_id':2,'shipping_id':'3','currency_id':'4'}")))
                .containsExactly("statuses", "payments", "shippings", "currencies");
        assertThat(Wire.dictionaries().unknownIn(Wire.json("{'status_id':'x','payment_id':null,'shipping_id':'0'}")))
                .as("an unreadable id is not worth a refresh")
                .isEmpty();
    }
}
