package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.OrderCard;

/**
 * S3 and S6: what the ERP says of a ZMO against what was sent, or against the order that it should belong to. What an answer
 * leaves out, or has as null, is no difference; what cannot be read is one (I7).
 */
public final class ErpDifferences {

    /** What is compared. */
    public enum What {
        TOTAL("wartość"),
        POSITIONS("liczba pozycji"),
        VALUE("wartość pozycji"),
        QUANTITY("ilość"),
        VAT_RATE("stawka VAT"),
        BUYER("nabywca (Id)"),
        CURRENCY("waluta"),
        RATE("kurs waluty"),
        /** It stayed in the buffer. */
        BUFFER("bufor"),
        NUMBER("numer"),
        CANCELLED("anulowanie"),
        /** Nothing but its total says that it is the order's. */
        MARKER("oznaczenie w opisie");

        private final String label;

        What(String label) {
            this.label = label;
        }

        /** Its name in Polish. */
        public String label() {
            return label;
        }
    }

    /**
     * One difference.
     *
     * @param position the code or name of the line; empty when it is about the whole order
     * @param sent what was sent, or what the order says
     * @param got what the ERP answered
     */
    public record Difference(What what, String position, String sent, String got) {

        /** A phrase in Polish with both figures. */
        public String words() {
            String place = position.isEmpty() ? "" : " „" + position + "”";
            return what.label + place + ": zamówienie " + sent + ", ERP " + got;
        }
    }

    private static final Pattern ISO_CODE = Pattern.compile("[A-Za-z]{3}");
    /** Of a rate that the ERP has rounded. */
    private static final int LEAST_DIGITS = 4;

    private ErpDifferences() {}

    /**
     * S3: what a ZMO, written or found, has otherwise than the order. {@link VatSettings#accepts} says which of it may stay.
     *
     * @param card one whose rule wants the buffer may stand there, without a number (D1)
     * @param buyerId the order's contractor; empty when nobody knows it any more
     * @param card with the rate of its currency that was sent; 0 when nobody knows it
     * @param vat how the rates are sent
     */
    public static List<Difference> ofStored(JsonNode order, OrderCard card, OptionalInt buyerId, Vat vat) {
        List<Difference> differences = new ArrayList<>();
        amount(differences, What.TOTAL, "", card.total(), order, "GrossValue");
        currency(differences, card, order);
        buyer(differences, buyerId, order);
        alive(differences, order);
        boolean buffered = Wire.isSet(order, "Buffer");
        boolean mayBe = card.decision().outcome().buffer();
        if (buffered && !mayBe) {
            differences.add(new Difference(What.BUFFER, "", "wystawione", "w buforze"));
        }
        JsonNode number = Wire.field(order, "DocumentNumber");
        if (number.isTextual() && number.asText().isBlank() && !(buffered && mayBe)) {
            differences.add(new Difference(What.NUMBER, "", "nadany", "pusty"));
        }
        positions(differences, card, vat, Wire.field(order, "Positions"));
        return List.copyOf(differences);
    }

    /** W1: an ERP that answers an ISO code is compared. The rate is compared where the bridge knows which one was sent. */
    private static void currency(List<Difference> differences, OrderCard card, JsonNode order) {
        String got = Wire.text(order, "Currency").strip();
        if (ISO_CODE.matcher(got).matches() && !got.equalsIgnoreCase(card.currency())) {
            differences.add(new Difference(What.CURRENCY, "", card.currency(), got));
        }
        if (!CurrencyRate.isHome(card.currency()) && card.currencyRate().signum() > 0) {
            Wire.decimal(order, "CurrencyRate")
                    .filter(rate -> rate.signum() > 0 && !isSameRate(card.currencyRate(), rate))
                    .map(BigDecimal::toPlainString)
                    .or(() -> Wire.unreadable(order, "CurrencyRate"))
                    .ifPresent(rate -> differences.add(
                            new Difference(What.RATE, "", card.currencyRate().toPlainString(), rate)));
        }
    }

    /** The ERP may keep fewer decimals than were sent, but not so few that the rate says something else. */
    public static boolean isSameRate(BigDecimal sent, BigDecimal got) {
        return sent.compareTo(got) == 0
                || got.precision() >= LEAST_DIGITS
                        && sent.setScale(got.scale(), RoundingMode.HALF_UP).compareTo(got) == 0;
    }

    /**
     * S6: why a ZMO that was found is not this order's; empty when it may be adopted. Without a known buyer, on either side, its
     * description must name the order too.
     *
     * @param order the answer of {@code GET Orders}, or an element of {@code Orders/Filter}
     * @param number the order's number in the ERP (N1)
     * @param total what the order was, when it was sent
     * @param buyerId the order's contractor; empty before one is known
     */
    public static List<Difference> ofFound(JsonNode order, String number, BigDecimal total, OptionalInt buyerId) {
        List<Difference> differences = new ArrayList<>();
        amount(differences, What.TOTAL, "", total, order, "GrossValue");
        buyer(differences, buyerId, order);
        alive(differences, order);
        boolean buyerProves = buyerId.isPresent() && whole(order, "BuyerId").isPresent();
        String description = Wire.text(order, "Description");
        if (!buyerProves && !Marker.marks(description, number)) {
            differences.add(new Difference(What.MARKER, "", number, description));
        }
        return List.copyOf(differences);
    }

    /**
     * S6: whether a remembered id still is the ZMO that was remembered.
     *
     * @param status the answer of {@code Orders/Status}, or an {@code Order}
     * @param number the number that the ZMO had; empty when it was not noted
     */
    public static Optional<Difference> ofRemembered(JsonNode status, String number) {
        String got = Wire.text(status, "DocumentNumber");
        return number.isEmpty() || got.isBlank() || got.strip().equalsIgnoreCase(number.strip())
                ? Optional.empty()
                : Optional.of(new Difference(What.NUMBER, "", number, got));
    }

    private static void positions(List<Difference> differences, OrderCard card, Vat vat, JsonNode positions) {
        if (!positions.isArray()) {
            String lines = Integer.toString(card.lines().size());
            Wire.shown(positions).ifPresent(got -> differences.add(new Difference(What.POSITIONS, "", lines, got)));
            return;
        }
        if (positions.isEmpty()) {
            return;
        }
        if (positions.size() != card.lines().size()) {
            differences.add(new Difference(
                    What.POSITIONS, "", Integer.toString(card.lines().size()), Integer.toString(positions.size())));
        }
        List<JsonNode> left = new ArrayList<>();
        positions.forEach(left::add);
        for (OrderCard.Line line : card.lines()) {
            Optional<JsonNode> position = of(line, left);
            position.ifPresent(found -> {
                left.remove(found);
                position(differences, line, vat, found);
            });
            if (position.isEmpty() && positions.size() == card.lines().size()) {
                differences.add(new Difference(What.POSITIONS, line.called(), line.code(), "brak"));
            }
        }
    }

    private static void position(List<Difference> differences, OrderCard.Line line, Vat vat, JsonNode position) {
        amount(differences, What.VALUE, line.called(), line.value(), position, "GrossValue");
        amount(differences, What.QUANTITY, line.called(), line.quantity(), position, "Quantity");
        String rate = rate(Wire.field(position, "VatRate"));
        if (!rate.isEmpty() && !vat.isCharged(line, rate)) {
            differences.add(new Difference(What.VAT_RATE, line.called(), line.tax(), rate));
        }
    }

    /** The position of a line: the one of its code that fits best, else the first that names no code. */
    private static Optional<JsonNode> of(OrderCard.Line line, List<JsonNode> positions) {
        return first(positions, position -> hasCode(position, line) && isWorth(position, line))
                .or(() -> first(positions, position -> hasCode(position, line)))
                .or(() -> first(positions, position -> isCodeless(position) && isWorth(position, line)))
                .or(() -> first(positions, ErpDifferences::isCodeless));
    }

    private static Optional<JsonNode> first(List<JsonNode> positions, Predicate<JsonNode> fits) {
        return positions.stream().filter(fits).findFirst();
    }

    private static boolean hasCode(JsonNode position, OrderCard.Line line) {
        return !line.code().isEmpty()
                && Wire.text(position, "ProductCode").strip().equalsIgnoreCase(line.code());
    }

    private static boolean isCodeless(JsonNode position) {
        return Wire.text(position, "ProductCode").isBlank();
    }

    private static boolean isWorth(JsonNode position, OrderCard.Line line) {
        return Wire.decimal(position, "GrossValue")
                .filter(value -> value.compareTo(line.value()) == 0)
                .isPresent();
    }

    /** The rate of a position: {@code {"Code":"23"}}, or a text. */
    private static String rate(JsonNode rate) {
        if (rate.isObject()) {
            String code = Wire.text(rate, "Code");
            return code.isBlank() ? Wire.text(rate, "Name") : code;
        }
        return rate.isNull() || rate.isMissingNode() ? "" : rate.asText();
    }

    private static void amount(
            List<Difference> differences, What what, String position, BigDecimal sent, JsonNode answer, String name) {
        Wire.decimal(answer, name)
                .filter(value -> value.compareTo(sent) != 0)
                .map(value -> figure(what, value))
                .or(() -> Wire.unreadable(answer, name))
                .ifPresent(got -> differences.add(new Difference(what, position, figure(what, sent), got)));
    }

    /** Money has its grosze, also where they are none. */
    private static String figure(What what, BigDecimal value) {
        BigDecimal shown = what == What.QUANTITY ? value : value.setScale(Math.max(2, value.scale()));
        return shown.toPlainString();
    }

    private static void buyer(List<Difference> differences, OptionalInt buyerId, JsonNode order) {
        if (buyerId.isPresent()) {
            int wanted = buyerId.getAsInt();
            whole(order, "BuyerId")
                    .filter(id -> id.compareTo(BigDecimal.valueOf(wanted)) != 0)
                    .map(BigDecimal::toPlainString)
                    .or(() -> Wire.unreadable(order, "BuyerId"))
                    .ifPresent(got -> differences.add(new Difference(What.BUYER, "", Integer.toString(wanted), got)));
        }
    }

    /** {@code Canceled} is 0 for a document that is alive. */
    private static void alive(List<Difference> differences, JsonNode order) {
        if (Wire.isSet(order, "Canceled")) {
            differences.add(new Difference(What.CANCELLED, "", "nie", "tak"));
        }
    }

    /** An id; 0 is none. */
    private static Optional<BigDecimal> whole(JsonNode order, String name) {
        return Wire.decimal(order, name).filter(id -> id.signum() > 0);
    }
}
