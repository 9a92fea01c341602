package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.Shipment;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.ShopOrder.Address;
import pl.zmobridge.order.ShopOrder.Discounts;
import pl.zmobridge.order.ShopOrder.Line;
import pl.zmobridge.order.ShopTime;
import pl.zmobridge.order.Texts;
import pl.zmobridge.order.UnreadableValue;

/**
 * One order on its way from what the shop sent to what the rules judge: who it is, who buys, what is bought, how it is paid,
 * each read by itself. What cannot be read is collected and told when all is read (I7). Used by one thread.
 */
public final class OrderReading {
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final List<String> DISCOUNTS =
            List.of("discount_client", "discount_group", "discount_levels", "discount_code");
    private static final ZonedDateTime NO_DATE = Instant.EPOCH.atZone(ZoneOffset.UTC);

    private final Problems problems = new Problems();
    private final FetchedOrder fetched;
    private final JsonNode row;
    private final Dictionaries dictionaries;
    private Optional<Head> head = Optional.empty();
    private Optional<Customer> customer = Optional.empty();
    private Optional<Goods> goods = Optional.empty();
    private Optional<Payment> payment = Optional.empty();

    private record Head(
            long id,
            ZonedDateTime placedAt,
            String statusName,
            String notes,
            Shipment shipment,
            List<ShopOrder.Field> fields,
            Optional<Long> origin,
            ShopOrder.Combined combined) {}

    private record Customer(
            String email, Optional<Long> account, Optional<Address> billing, Optional<Address> delivery) {}

    private record Goods(
            List<Line> lines,
            String productCount,
            Discounts discounts,
            long shippingId,
            String deliveryName,
            String deliveryEngine,
            BigDecimal deliveryCost,
            String deliveryTax,
            String deliveryTaxValue) {}

    private record Payment(
            BigDecimal sum,
            long paymentId,
            String paymentName,
            String paymentCode,
            ShopOrder.Extras extras,
            String currency,
            Optional<CurrencyRate> shopRate,
            boolean vatEu) {}

    OrderReading(FetchedOrder fetched, Dictionaries dictionaries) {
        this.fetched = fetched;
        this.row = fetched.row();
        this.dictionaries = dictionaries;
    }

    FetchedOrder fetched() {
        return fetched;
    }

    /** Which order it is, when it was placed (N3), its status (H3), what the buyer wrote, and what it was joined with (S10). */
    void readHead() {
        List<ShopOrder.Field> fields = AdditionalFields.filledIn(row, dictionaries);
        head = Optional.of(new Head(
                problems.or(0L, () -> Fields.id(row, "order_id")),
                problems.or(NO_DATE, () -> ShopTime.read(Fields.text(row, "date"), dictionaries.zone())),
                problems.or("", () -> statusName(row, dictionaries)),
                problems.text(row, "notes"),
                shipment(row, fields),
                fields,
                new Problems()
                        .or(Optional.empty(), () -> new OrderReader().origin(row)), // unknown when it cannot be read
                problems.or(ShopOrder.Combined.NONE, () -> combined(row))));
    }

    /** Who buys and who receives (P). */
    public void readCustomer() {
        customer = Optional.of(new Customer(
                problems.text(row, "email"),
                problems.or(Optional.empty(), () -> account(row)),
                AddressReading.address(row, "billing_address", problems),
                AddressReading.address(row, "delivery_address", problems)));
    }

    /** What is bought, with discounts and delivery (L). */
    public void readLines() {
        goods = Optional.of(new Goods(
                LineReading.lines(problems.or(0L, () -> Fields.id(row, "order_id")), fetched.lines(), problems),
                productCount(row),
                discounts(row, problems),
                problems.or(0L, () -> Fields.id(row, "shipping_id")),
                problems.or("", () -> deliveryName(row, dictionaries)),
                dictionaries.codes().shipping(row),
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "shipping_cost")),
                problems.text(row, "shipping_tax_name"),
                problems.text(row, "shipping_tax_value")));
    }

    /** What is to be paid, how (H2), in which currency (W1), and whether without Polish VAT (V3). */
    public void readPayment() {
        payment = Optional.of(new Payment(
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "sum")),
                problems.or(0L, () -> Fields.id(row, "payment_id")),
                problems.or("", () -> paymentName(row, dictionaries)),
                dictionaries.codes().payment(row),
                extras(row, dictionaries),
                problems.or("", () -> currency(row, dictionaries).name()),
                problems.or(Optional.empty(), () -> shopRate(row, dictionaries)),
                problems.or(false, () -> Fields.flag(row, "vat_eu"))));
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
                paid.paymentId(),
                paid.paymentName(),
                paid.paymentCode(),
                bought.shippingId(),
                bought.deliveryName(),
                bought.deliveryEngine(),
                bought.deliveryCost(),
                bought.deliveryTax(),
                bought.deliveryTaxValue(),
                bought.discounts(),
                paid.extras(),
                paid.currency(),
                paid.shopRate(),
                buyer.email(),
                buyer.account(),
                is.notes(),
                is.shipment(),
                is.fields(),
                paid.vatEu(),
                is.origin(),
                bought.productCount(),
                is.combined(),
                buyer.billing(),
                buyer.delivery(),
                bought.lines());
    }

    private static <T> T part(Optional<T> part, String name) {
        return part.orElseThrow(() -> new IllegalStateException("The order's " + name + " was not read"));
    }

    /** K1: a guest can have a {@code user_id} too; only a registered buyer has an account. */
    static Optional<Long> account(JsonNode row) {
        Optional<Long> userId = Fields.optionalId(row, "user_id");
        return Fields.flag(row, "registered") ? userId : Optional.empty();
    }

    /** {@code 2} and {@code "2.0000"} are one count; what is no number is unknown. */
    private static String productCount(JsonNode row) {
        String text = row.path("total_products").asText().strip();
        return COUNT.matcher(text).matches()
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : "";
    }

    /** One row names the point, another also who runs it; what cannot be read is told. */
    private Shipment shipment(JsonNode row, List<ShopOrder.Field> fields) {
        Problems ignored = new Problems();
        JsonNode data = row.path("pickup_point_data");
        String point = clean(problems.text(row, "pickup_point"));
        String supplier = clean(ignored.text(data, "supplier_name"));
        String email = clean(ignored.text(row, "delivery_email"));
        boolean buyers = email.equalsIgnoreCase(clean(ignored.text(row, "email")));
        return new Shipment(
                true,
                point.isEmpty() ? clean(ignored.text(data, "point")) : point,
                supplier.isEmpty() ? clean(ignored.text(data, "supplier")) : supplier,
                buyers ? "" : email,
                clean(ignored.text(row, "delivery_code")),
                fields.stream()
                        .collect(Collectors.toMap(
                                ShopOrder.Field::id,
                                field -> field.tick() ? "tak" : clean(field.value()),
                                (one, other) -> one)));
    }

    private static String clean(String text) {
        return Texts.clean(text);
    }

    private static ShopOrder.Combined combined(JsonNode row) {
        return new ShopOrder.Combined(Fields.optionalId(row, "parent_order_id"), Fields.ids(row, "children"));
    }

    /** For a message only: what cannot be read is left out. */
    private static ShopOrder.Extras extras(JsonNode row, Dictionaries dictionaries) {
        Problems ignored = new Problems();
        String named = ignored.text(row, "promo_code");
        String code = ignored.or(Optional.<Long>empty(), () -> Fields.optionalId(row, "code_id"))
                .map(id -> named.isEmpty() ? "nr " + id : named)
                .orElse(named);
        BigDecimal points = ignored.or(
                BigDecimal.ZERO,
                () -> Fields.text(row, "loyalty_cost").isEmpty()
                        ? BigDecimal.ZERO
                        : Fields.amount(row, "loyalty_cost"));
        long shipping = ignored.or(0L, () -> Fields.id(row, "shipping_id"));
        long payment = ignored.or(0L, () -> Fields.id(row, "payment_id"));
        return new ShopOrder.Extras(code, points, dictionaries.surcharge(shipping, payment), notInPercent(row));
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

    /**
     * W2: the shop's rates count its own default currency, so they are rates in PLN only where that is PLN. The rate of the shop's list is
     * taken, not the order's, because only the list says of which day it is.
     */
    private static Optional<CurrencyRate> shopRate(JsonNode row, Dictionaries dictionaries) {
        Dictionaries.Currency currency = currency(row, dictionaries);
        return CurrencyRate.isHome(currency.name()) || !dictionaries.isBase(CurrencyRate.HOME)
                ? Optional.empty()
                : currency.rate().flatMap(rate -> currency.rateDate()
                        .flatMap(day -> CurrencyRate.of(currency.name(), rate, day, "Shoper")));
    }

    private static Discounts discounts(JsonNode row, Problems problems) {
        return new Discounts(
                percent(row, "discount_client", problems),
                percent(row, "discount_group", problems),
                percent(row, "discount_levels", problems),
                percent(row, "discount_code", problems));
    }

    private static BigDecimal percent(JsonNode row, String field, Problems problems) {
        return problems.or(
                BigDecimal.ZERO, () -> Fields.percentOfOrder(row, field).orElse(BigDecimal.ZERO));
    }

    /** L6: a discount that is no percentage takes something off, and nobody knows how much: {@code discount_code = 150.00}. */
    private static List<String> notInPercent(JsonNode row) {
        Problems told = new Problems(); // by discounts()
        return DISCOUNTS.stream()
                .flatMap(field -> told
                        .or(Optional.<BigDecimal>empty(), () -> Fields.discountNotInPercent(row, field))
                        .map(value -> field + " = " + value.toPlainString())
                        .stream())
                .toList();
    }

    private static UnreadableValue unknown(String field, long id, String dictionary) {
        return new UnreadableValue(
                "Pole „" + field + "” ma wartość „" + id + "”, ale na liście " + dictionary
                        + " w panelu sklepu nie ma takiej pozycji albo nie ma ona nazwy. Uzupełnij listę lub zmień zamówienie.");
    }
}
