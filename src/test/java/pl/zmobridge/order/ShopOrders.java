package pl.zmobridge.order;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.ShopOrder.Address;
import pl.zmobridge.order.ShopOrder.Combined;
import pl.zmobridge.order.ShopOrder.Discounts;
import pl.zmobridge.order.ShopOrder.Extras;
import pl.zmobridge.order.ShopOrder.Field;
import pl.zmobridge.order.ShopOrder.Line;
import pl.zmobridge.order.ShopOrder.Unread;

/**
 * Orders for tests. {@link #order()} is one without any oddity: Anna Żak buys a skirt for 149.95, delivery costs 19.99.
 * Each test says only what is different in it.
 */
public final class ShopOrders {

    private long id = 1201;
    private ZonedDateTime placedAt = ZonedDateTime.of(2026, 10, 2, 9, 41, 7, 0, ZoneId.of("Europe/Warsaw"));
    private String status = "oczekiwanie na płatność";
    private BigDecimal sum = new BigDecimal("169.94");
    private String payment = "Przelew";
    private long shippingId = 2;
    private String deliveryName = "InPost Kurier";
    private String deliveryEngine = "";
    private String paymentCode = "";
    private BigDecimal deliveryCost = new BigDecimal("19.99");
    private Discounts discounts = Discounts.NONE;
    private String email = "klient@example.com";
    private String notes = "";
    private Shipment shipment = new Shipment(true, "", "", "", "", Map.of());
    private Optional<Address> billing = Optional.empty();
    private Optional<Address> delivery = Optional.of(anna());
    private List<Line> lines = List.of(line("SPD-101", "149.95", "1"));

    private String deliveryTax = "23%";
    private Extras extras = Extras.NONE;
    private String currency = "PLN";
    private Optional<CurrencyRate> shopRate = Optional.empty();
    private List<Field> fields = List.of();
    private boolean vatEu;
    private Optional<Long> origin = Optional.of(0L);
    private String productCount = "1";
    private Combined combined = Combined.NONE;

    private ShopOrders() {}

    public static ShopOrders order() {
        return new ShopOrders();
    }

    /** A line of product 13 without a discount. */
    public static Line line(String code, String price, String quantity) {
        return line(code, price, quantity, "0");
    }

    /** A line of product 13. */
    public static Line line(String code, String price, String quantity, String discountPercent) {
        return new Line(
                13,
                code,
                "Spódnica wieczorowa",
                "",
                new BigDecimal(price),
                new BigDecimal(discountPercent),
                new BigDecimal(quantity),
                "szt.",
                "23%",
                "23",
                List.of());
    }

    /** A bundle of product 13. */
    public static Line bundle(String code, String price, String quantity, Line... parts) {
        Line line = line(code, price, quantity);
        return new Line(
                line.productId(),
                code,
                "Zestaw",
                "",
                line.price(),
                line.discountPercent(),
                line.quantity(),
                "kpl.",
                line.tax(),
                line.taxValue(),
                List.of(parts));
    }

    /** The same line, of a bundle, with what of it cannot be read. */
    public static Line unread(Line line, Unread unread) {
        return new Line(
                line.productId(),
                line.code(),
                line.name(),
                line.option(),
                line.price(),
                line.discountPercent(),
                line.quantity(),
                line.unit(),
                line.tax(),
                line.taxValue(),
                line.parts(),
                unread);
    }

    /** The same line with another VAT rate. */
    public static Line taxed(Line line, String tax, String value) {
        return new Line(
                line.productId(),
                line.code(),
                line.name(),
                line.option(),
                line.price(),
                line.discountPercent(),
                line.quantity(),
                line.unit(),
                tax,
                value,
                line.parts());
    }

    /** A person in Łódź. */
    public static Address anna() {
        return address("Anna", "Żak", "", "", "Piotrkowska 12/4", "");
    }

    /** A firm with a valid NIP. */
    public static Address firm() {
        return address("Jan", "Kos", "Kos i Spółka", "526-025-02-74", "ul. Długa 7a", "lok. 3");
    }

    /** An address in which nothing is filled in. */
    public static Address blank() {
        return new Address("", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    public static Address address(
            String firstName, String lastName, String company, String nip, String street1, String street2) {
        return new Address(
                firstName,
                lastName,
                company,
                nip,
                "",
                street1,
                street2,
                "Łódź",
                "90-001",
                "łódzkie",
                "Polska",
                "PL",
                "+48 600 100 200");
    }

    public ShopOrders id(long value) {
        id = value;
        return this;
    }

    public ShopOrders placedAt(ZonedDateTime value) {
        placedAt = value;
        return this;
    }

    public ShopOrders status(String value) {
        status = value;
        return this;
    }

    public ShopOrders sum(String value) {
        sum = new BigDecimal(value);
        return this;
    }

    public ShopOrders payment(String value) {
        payment = value;
        return this;
    }

    public ShopOrders delivery(long id, String name, String cost) {
        shippingId = id;
        deliveryName = name;
        deliveryCost = new BigDecimal(cost);
        return this;
    }

    public ShopOrders discounts(String client, String group, String levels, String code) {
        discounts = new Discounts(
                new BigDecimal(client), new BigDecimal(group), new BigDecimal(levels), new BigDecimal(code));
        return this;
    }

    public ShopOrders email(String value) {
        email = value;
        return this;
    }

    public ShopOrders shipment(String point, String supplier, String email, String tracking) {
        shipment = new Shipment(true, point, supplier, email, tracking, Map.of(3L, "Adam & Ewa"));
        return this;
    }

    public ShopOrders pickupPoint(String point, String supplier) {
        shipment = new Shipment(true, point, supplier, "", "", shipment.fields());
        return this;
    }

    /** Additional fields by their ids, {@code tak} for a tick. */
    public ShopOrders filledIn(Map<Long, String> values) {
        shipment = new Shipment(true, shipment.point(), shipment.supplier(), "", "", values);
        return this;
    }

    public ShopOrders notes(String value) {
        notes = value;
        return this;
    }

    public ShopOrders billing(Address value) {
        billing = Optional.of(value);
        return this;
    }

    public ShopOrders deliveredTo(Address value) {
        delivery = Optional.of(value);
        return this;
    }

    public ShopOrders noDeliveryAddress() {
        delivery = Optional.empty();
        return this;
    }

    public ShopOrders lines(Line... values) {
        lines = List.of(values);
        return this;
    }

    public ShopOrders deliveryTax(String value) {
        deliveryTax = value;
        return this;
    }

    public ShopOrders extras(String code, String points, String surcharge) {
        return extras(new Extras(code, new BigDecimal(points), surcharge));
    }

    public ShopOrders extras(Extras value) {
        extras = value;
        return this;
    }

    public ShopOrders currency(String name, Optional<CurrencyRate> rate) {
        currency = name;
        shopRate = rate;
        return this;
    }

    public ShopOrders fields(Field... values) {
        fields = List.of(values);
        return this;
    }

    public ShopOrders vatEu() {
        vatEu = true;
        return this;
    }

    public ShopOrders codes(String ofPayment, String ofDelivery) {
        paymentCode = ofPayment;
        deliveryEngine = ofDelivery;
        return this;
    }

    public ShopOrders origin(long value) {
        origin = Optional.of(value);
        return this;
    }

    public ShopOrders productCount(String value) {
        productCount = value;
        return this;
    }

    public ShopOrders parent(long id) {
        combined = new Combined(Optional.of(id), combined.children());
        return this;
    }

    public ShopOrders children(Long... ids) {
        combined = new Combined(combined.parent(), List.of(ids));
        return this;
    }

    public ShopOrder build() {
        return new ShopOrder(
                id,
                placedAt,
                status,
                sum,
                18,
                payment,
                paymentCode,
                shippingId,
                deliveryName,
                deliveryEngine,
                deliveryCost,
                deliveryTax,
                "",
                discounts,
                extras,
                currency,
                shopRate,
                email,
                Optional.of(17L),
                notes,
                shipment,
                fields,
                vatEu,
                origin,
                productCount,
                combined,
                billing,
                delivery,
                lines);
    }
}
