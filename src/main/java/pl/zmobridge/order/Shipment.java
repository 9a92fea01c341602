package pl.zmobridge.order;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the warehouse needs of an order besides its address.
 *
 * @param known whether the shop was asked for it; a card that an earlier version kept does not tell
 * @param point the pickup point's code; empty when none was chosen
 * @param supplier who runs the pickup point; empty when the shop does not say
 * @param email the one for the delivery, when it is not the buyer's; else empty
 * @param tracking the parcel's number; empty before there is one
 * @param fields what the buyer filled in of the shop's additional fields, by their ids
 */
public record Shipment(
        boolean known, String point, String supplier, String email, String tracking, Map<Long, String> fields) {
    public static final Shipment UNKNOWN = new Shipment(false, "", "", "", "", Map.of());

    public Shipment {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    /** {@code POP-WAW579 (InPost)}; empty without a pickup point. */
    public String pickupPoint() {
        return point.isEmpty() || supplier.isEmpty() ? point : point + " (" + supplier + ")";
    }

    /** The additional fields that were ticked, or answered with a yes: {@code 3, 7}. */
    String ticked() {
        return fields.entrySet().stream()
                .filter(field -> DocumentKind.isYes(field.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /** What was filled in of the others, with their ids. */
    String filledIn() {
        return fields.entrySet().stream()
                .filter(field -> !DocumentKind.isYes(field.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What of it is compared with the shop (S2): a parcel's number comes later, and is no change. */
    String words() {
        return Stream.of(point, email).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }
}
