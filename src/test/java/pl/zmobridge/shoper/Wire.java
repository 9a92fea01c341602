package pl.zmobridge.shoper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.wire.Answer;

/** Answers of the shop as they really come. In JSON given to these methods, {@code '} stands for a quotation mark. */
final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A success with that body. */
    static Answer answer(String text) {
        return new Answer(200, Map.of(), text.replace('\'', '"'));
    }

    static Answer answer(int status, String text) {
        return new Answer(status, Map.of(), text.replace('\'', '"'));
    }

    static List<JsonNode> rows(String... texts) {
        return List.of(texts).stream().map(Wire::json).toList();
    }

    static ListPage page(String list) {
        return ListPage.of(json("{'count':'3','pages':1,'page':1,'list':" + list + "}"));
    }

    /** An order of account 17: delivery 19.99, one line; billing address null. */
    static ObjectNode order() {
        return (ObjectNode)
                json(
                        """
                {"order_id":"1201","user_id":"17","registered":"1","total_products":1,"date":"2026-10-02 09:41:07","status_date":"2026-10-02 09:55:00",
                 "confirm_date":null,"delivery_date":"2026-10-05","status_id":"5","sum":"169.94","payment_id":"18",
                 "user_order":"3","shipping_id":"2","shipping_cost":"19.99","email":"klient@example.com",
                 "notes":"Proszę o fakturę","notes_priv":"","currency_id":"1","currency_rate":"1","paid":"0.00",
                 "discount_client":"0","discount_group":"5","discount_levels":"","discount_code":"2.50","code_id":null,
                 "additional_fields":[],"is_paid":false,"shipping_tax_name":"23%","shipping_tax_value":"23",
                 "delivery_address":{"address_id":"44","order_id":"1201","type":"1","firstname":"Anna","lastname":"Żak",
                   "company":"","pesel":"","city":"Łódź","postcode":"90-001","street1":"Piotrkowska 12/4","street2":"",
                   "state":"","country":"Polska","phone":"+48 600 100 200","country_code":"PL",
                   "tax_identification_number":"725-18-01-126"},
                 "billing_address":null}
                """);
    }

    static ObjectNode line() {
        return (ObjectNode)
                json(
                        """
                {"id":"88","order_id":"1201","product_id":"13","stock_id":"13","price":"149.95","discount_perc":"0.0000",
                 "quantity":"1","name":"Spódnica wieczorowa","code":"SPD-101","tax":"23%","tax_value":"23","unit":"szt.",
                 "option":"Kolor: Czerwony; Rozmiar: S","unit_fp":"0","type":"0","is_digital":0,"text_options":[],
                 "images":null}
                """);
    }

    /** An order read whole, part by part. */
    static ShopOrder read(JsonNode row, List<JsonNode> lines, Dictionaries dictionaries) {
        OrderReading reading = new OrderReading(new FetchedOrder(row, lines), dictionaries);
        reading.readHead();
        reading.readCustomer();
        reading.readLines();
        reading.readPayment();
        return reading.order();
    }

    /** Currencies PLN, EUR and USD; none is the shop's default when {@code base} is none of them. */
    static Dictionaries dictionaries(String base) {
        return dictionaries(base, "");
    }

    /** @param day {@code rate_date} of the euro */
    static Dictionaries dictionaries(String base, String day) {
        return dictionaries(rows(
                "{'currency_id':'1','name':'PLN','rate':'1','default':'" + (base.equals("PLN") ? 1 : 0) + "'}",
                "{'currency_id':'2','name':'EUR','rate':'4.3','rate_date':'" + day + "','default':'"
                        + (base.equals("EUR") ? 1 : 0) + "'}",
                "{'currency_id':'3','name':'USD','rate':'4.0','default':'0'}"));
    }

    static String currencyId(String name) {
        return Integer.toString(List.of("PLN", "EUR", "USD").indexOf(name) + 1);
    }

    static Dictionaries dictionaries() {
        return dictionaries("PLN");
    }

    private static Dictionaries dictionaries(List<JsonNode> currencies) {
        return Dictionaries.of(
                json("{'locale_timezone':'Europe/Warsaw','default_language_name':'pl_PL'}"),
                rows(
                        "{'status_id':'5','type':'2','translations':{'en_US':{'name':'waiting'},"
                                + "'pl_PL':{'name':'oczekiwanie na płatność'}}}",
                        "{'status_id':6,'type':4,'translations':{'pl_PL':{'name':'anulowane'}}}"),
                rows("{'payment_id':'18','name':'cod','translations':{'pl_PL':{'title':'Pobranie'}}}"),
                rows(
                        "{'shipping_id':'2','engine':'inpost','name':'InPost','translations':{'pl_PL':{'name':'InPost Kurier'}},"
                                + "'payments':[{'payment_id':'18','cost':'5.00','percent':'0'}]}"),
                currencies);
    }
}
