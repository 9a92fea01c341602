package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.ShopOrder.Address;
import pl.zmobridge.order.ShopOrder.Discounts;
import pl.zmobridge.order.ShopOrder.Line;
import pl.zmobridge.order.ShopTime;
import pl.zmobridge.order.UnreadableValue;

/**
 * One order on its way from what the shop sent to what the rules judge: who it is, who buys, what is bought, how it is paid,
 * each read by itself. What cannot be read is collected and told when all is read (I7). Used by one thread.
 */
public final class OrderReading {
    private static final ZonedDateTime NO_DATE = Instant.EPOCH.atZone(ZoneOffset.UTC);

    private final Problems problems = new Problems();
    private final FetchedOrder fetched;
    private final JsonNode row;
    private final Dictionaries dictionaries;
    private Optional<Head> head = Optional.empty();
    private Optional<Customer> customer = Optional.empty();
    private Optional<Goods> goods = Optional.empty();
    private Optional<Payment> payment = Optional.empty();

    private record Head(long id, ZonedDateTime placedAt, String statusName, String notes) {}

    private record Customer(
            String email, Optional<Long> userId, Optional<Address> billing, Optional<Address> delivery) {}

    private record Goods(
            List<Line> lines,
            Discounts discounts,
            long shippingId,
            String deliveryName,
            BigDecimal deliveryCost,
            String deliveryTax) {}

    private record Payment(BigDecimal sum, String paymentName, String currency, BigDecimal currencyRate) {}

    OrderReading(FetchedOrder fetched, Dictionaries dictionaries) {
        this.fetched = fetched;
        this.row = fetched.row();
        this.dictionaries = dictionaries;
    }

    FetchedOrder fetched() {
        return fetched;
    }

    /** Which order it is, when it was placed (N3), its status (H3) and the buyer's notes. */
    void readHead() {
        head = Optional.of(new Head(
                problems.or(0L, () -> Fields.id(row, "order_id")),
                problems.or(NO_DATE, () -> ShopTime.read(Fields.text(row, "date"), dictionaries.zone())),
                problems.or("", () -> statusName(row, dictionaries)),
                problems.text(row, "notes")));
    }

    /** Who buys and who receives (P). */
    public void readCustomer() {
        customer = Optional.of(new Customer(
                problems.text(row, "email"),
                problems.or(Optional.empty(), () -> Fields.optionalId(row, "user_id")),
                address(row, "billing_address", problems),
                address(row, "delivery_address", problems)));
    }

    /** What is bought, with discounts and delivery (L). */
    public void readLines() {
        goods = Optional.of(new Goods(
                lines(problems.or(0L, () -> Fields.id(row, "order_id")), fetched.lines(), problems),
                discounts(row, problems),
                problems.or(0L, () -> Fields.id(row, "shipping_id")),
                problems.or("", () -> deliveryName(row, dictionaries)),
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "shipping_cost")),
                problems.text(row, "shipping_tax_name")));
    }

    /** What is to be paid, how (H2), and in which currency. */
    public void readPayment() {
        payment = Optional.of(new Payment(
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "sum")),
                problems.or("", () -> paymentName(row, dictionaries)),
                problems.or("", () -> currency(row, dictionaries).name()),
                problems.or(BigDecimal.ONE, () -> currencyRate(row, dictionaries))));
    }

    /**
     * The order, whole or not at all.
     *
     * @throws UnreadableOrder with everything that is wrong, not just the first
     * @throws IllegalStateException unless every part was read
     */
    ShopOrder order() {
        Head is = part(head, "head");
        Customer buyer = part(customer, "customer");
        Goods bought = part(goods, "lines");
        Payment paid = part(payment, "payment");
        problems.throwIfAny(is.id());
        return new ShopOrder(
                is.id(),
                is.placedAt(),
                is.statusName(),
                paid.sum(),
                paid.paymentName(),
                bought.shippingId(),
                bought.deliveryName(),
                bought.deliveryCost(),
                bought.deliveryTax(),
                bought.discounts(),
                paid.currency(),
                paid.currencyRate(),
                buyer.email(),
                buyer.userId(),
                is.notes(),
                buyer.billing(),
                buyer.delivery(),
                bought.lines());
    }

    private static <T> T part(Optional<T> part, String name) {
        return part.orElseThrow(() -> new IllegalStateException("The order's " + name + " was not read"));
    }

    private static String statusName(JsonNode row, Dictionaries dictionaries) {
        long id = Fields.id(row, "status_id");
        return dictionaries
                .status(id)
                .map(Dictionaries.Status::name)
                .orElseThrow(() -> unknown("status_id", id, "statusów zamówień"));
    }

    private static String paymentName(JsonNode row, Dictionaries dictionaries) {
        long id = Fields.id(row, "payment_id");
        return dictionaries.payment(id).orElseThrow(() -> unknown("payment_id", id, "metod płatności"));
    }

    private static String deliveryName(JsonNode row, Dictionaries dictionaries) {
        long id = Fields.id(row, "shipping_id");
        return dictionaries.shipping(id).orElseThrow(() -> unknown("shipping_id", id, "form dostawy"));
    }

    private static Dictionaries.Currency currency(JsonNode row, Dictionaries dictionaries) {
        long id = Fields.id(row, "currency_id");
        return dictionaries.currency(id).orElseThrow(() -> unknown("currency_id", id, "walut"));
    }

    /** 1 for the shop's base currency, whatever the row says; any other rate must be readable and above 0. */
    private static BigDecimal currencyRate(JsonNode row, Dictionaries dictionaries) {
        if (currency(row, dictionaries).base()) {
            return BigDecimal.ONE;
        }
        BigDecimal rate = Fields.amount(row, "currency_rate");
        if (rate.signum() <= 0) {
            throw new UnreadableValue(
                    "Pole „currency_rate” ma wartość „" + rate + "”, a kurs waluty musi być większy od zera.");
        }
        return rate;
    }

    private static Discounts discounts(JsonNode row, Problems problems) {
        return new Discounts(
                problems.or(BigDecimal.ZERO, () -> Fields.percent(row, "discount_client")),
                problems.or(BigDecimal.ZERO, () -> Fields.percent(row, "discount_group")),
                problems.or(BigDecimal.ZERO, () -> Fields.percent(row, "discount_levels")),
                problems.or(BigDecimal.ZERO, () -> Fields.percent(row, "discount_code")));
    }

    /** Missing, null and {@code []} are no address; what is neither that nor an object cannot be read. */
    private static Optional<Address> address(JsonNode row, String field, Problems problems) {
        JsonNode address = row.path(field);
        if (address.isMissingNode() || address.isNull() || address.isEmpty() && !address.isValueNode()) {
            return Optional.empty();
        }
        if (address.isTextual() && address.asText().isBlank()) {
            return Optional.empty();
        }
        if (!address.isObject()) {
            problems.add("Pole „" + field + "” nie jest adresem. Otwórz zamówienie w panelu sklepu i zapisz adres.");
            return Optional.empty();
        }
        Problems inAddress = problems.in("Adres " + field);
        return Optional.of(new Address(
                inAddress.text(address, "firstname"),
                inAddress.text(address, "lastname"),
                inAddress.text(address, "company"),
                inAddress.text(address, "tax_identification_number"),
                inAddress.text(address, "pesel"),
                inAddress.text(address, "street1"),
                inAddress.text(address, "street2"),
                inAddress.text(address, "city"),
                inAddress.text(address, "postcode"),
                inAddress.text(address, "state"),
                inAddress.text(address, "country"),
                inAddress.text(address, "country_code"),
                inAddress.text(address, "phone")));
    }

    private static List<Line> lines(long orderId, List<JsonNode> rows, Problems problems) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            if (problems.or(0L, () -> Fields.id(row, "order_id")) != orderId) {
                continue;
            }
            long lineId = problems.or(0L, () -> Fields.id(row, "id"));
            if (!lines.containsKey(lineId)) {
                lines.put(
                        lineId,
                        line(
                                row,
                                problems.in("Pozycja " + lineId + " („"
                                        + row.path("name").asText() + "”)")));
            }
        }
        return List.copyOf(lines.values());
    }

    private static Line line(JsonNode row, Problems problems) {
        return new Line(
                // 0 for goods deleted from the catalogue
                problems.or(0L, () -> Fields.optionalId(row, "product_id").orElse(0L)),
                problems.text(row, "code"),
                problems.text(row, "name"),
                problems.text(row, "option"),
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "price")),
                problems.or(BigDecimal.ZERO, () -> Fields.percent(row, "discount_perc")),
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "quantity")),
                problems.text(row, "unit"),
                problems.text(row, "tax"));
    }

    private static UnreadableValue unknown(String field, long id, String dictionary) {
        return new UnreadableValue(
                "Pole „" + field + "” ma wartość „" + id + "”, ale na liście " + dictionary
                        + " w panelu sklepu nie ma takiej pozycji albo nie ma ona nazwy. Uzupełnij listę lub zmień zamówienie.");
    }

    /** Collects what is wrong; the stand-ins given meanwhile never leave {@link #order}. */
    private static final class Problems {
        private final List<String> found;
        private final String place;

        Problems() {
            this(new ArrayList<>(), "");
        }

        private Problems(List<String> found, String place) {
            this.found = found;
            this.place = place;
        }

        Problems in(String where) {
            return new Problems(found, where + ": ");
        }

        <T> T or(T standIn, Supplier<T> reading) {
            try {
                return reading.get();
            } catch (UnreadableValue e) {
                add(e.getMessage());
                return standIn;
            }
        }

        String text(JsonNode row, String field) {
            return or("", () -> Fields.text(row, field));
        }

        void add(String problem) {
            String sentence = place + problem;
            if (!found.contains(sentence)) {
                found.add(sentence);
            }
        }

        void throwIfAny(long orderId) {
            if (!found.isEmpty()) {
                throw new UnreadableOrder(orderId == 0 ? "bez numeru" : String.valueOf(orderId), found);
            }
        }
    }
}
