package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.UnreadableValue;

/** Compares watched orders with the shop (Z2, Z4, Z10, H3). */
public final class StatusWatch {
    private final OrderReader reader = new OrderReader();

    private final Set<Long> realiseStatuses;
    private final DictionaryCache dictionaries;
    private final Sightings sightings;

    /** @param realiseStatuses the statuses that mean "realise now"; empty when realisation is off (Z1) */
    public StatusWatch(Set<Long> realiseStatuses, DictionaryCache dictionaries, Sightings sightings) {
        this.realiseStatuses = Set.copyOf(realiseStatuses);
        this.dictionaries = dictionaries;
        this.sightings = sightings;
    }

    /** The orders about which there is something to do; an unchanged one costs nothing. */
    public List<StatusNews> news(List<Watched> orders, List<JsonNode> rows, ImportFilter filter) {
        Map<Long, JsonNode> byId = new HashMap<>();
        rows.forEach(row -> byId.put(reader.orderId(row), row));
        return orders.stream()
                .map(order -> news(order, Optional.ofNullable(byId.get(order.orderId())), filter))
                .filter(StatusNews::isNews)
                .toList();
    }

    /**
     * What the order's status means right now (Z11): whether it is still to be realised, or closed.
     *
     * @param statusId the status the register knows
     */
    public StatusNews now(long orderId, long statusId, JsonNode row) {
        return current(new Watched(orderId, false, true, statusId, true, false, false), status(row));
    }

    /** New orders that are to be realised as soon as they have a ZMO (Z3): their status has just been read, too. */
    public void arrived(List<JsonNode> rows) {
        for (JsonNode row : rows) {
            if (status(row).filter(s -> realiseStatuses.contains(s.id())).isPresent()) {
                sightings.seen(reader.orderId(row));
            }
        }
    }

    private StatusNews news(Watched order, Optional<JsonNode> row, ImportFilter filter) {
        if (order.waiting()) {
            boolean admitted =
                    row.isPresent() && filter.verdict(row.get(), dictionaries.current()) == ImportFilter.Verdict.IMPORT;
            return new StatusNews(
                    order.orderId(),
                    0,
                    "",
                    false,
                    false,
                    Optional.empty(),
                    false,
                    admitted ? row : Optional.empty(),
                    !admitted && order.expired());
        }
        return current(order, row.flatMap(this::status));
    }

    private StatusNews current(Watched order, Optional<Dictionaries.Status> status) {
        // an order that the shop has deleted, or whose status it does not explain, keeps the last one known
        long id = status.map(Dictionaries.Status::id).orElse(order.statusId());
        boolean realise = order.imported() && realiseStatuses.contains(id);
        boolean gone = status.filter(s -> s.kind() == StatusKind.NOT_COMPLETED).isPresent();
        if (order.imported() && (realise || order.realiseDue()) && status.isPresent()) {
            sightings.seen(order.orderId());
        }
        return new StatusNews(
                order.orderId(),
                id,
                status.map(Dictionaries.Status::name).orElse(""),
                status.isPresent() && (id != order.statusId() || realise && !order.realiseDue()),
                realise || !order.imported() && realiseStatuses.contains(id),
                gone
                        ? Optional.of("Status w sklepie: " + status.get().name())
                        : order.expired() && !realise && !order.realiseDue()
                                ? Optional.of("Minął czas obserwacji zamówienia")
                                : Optional.empty(),
                order.realiseWaits() && !gone,
                Optional.empty(),
                false);
    }

    private Optional<Dictionaries.Status> status(JsonNode row) {
        try {
            return dictionaries.current().status(reader.statusId(row));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }
}
