package pl.zmobridge.attempt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.DocumentOutcome.Realise;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.ShopChange;
import pl.zmobridge.order.ShopChanges;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.Texts;
import pl.zmobridge.register.CardStore;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.Ending;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.words.Phrase;

/** What comes of an order that the shop changed, ended, deleted or brought back to life (S2, S5, E1 to E6). */
public final class EndingSteps {
    private static final Logger ORDERS = LoggerFactory.getLogger("pl.zmobridge.orders");
    private static final int GOODS = 500;

    private final Shops shops;
    private final DeadLetters letters;

    public EndingSteps(Shops shops, DeadLetters letters) {
        this.shops = shops;
        this.letters = letters;
    }

    /** The order as the register has it: a row of {@code order-of-news}. */
    private record Known(
            String state,
            Optional<OrderCard> card,
            String importState,
            int importNo,
            String number,
            String erpNumber,
            String documents,
            boolean corrected) {

        static Known of(Map<String, Object> row) {
            return new Known(
                    text(row, "state"),
                    Optional.ofNullable((String) row.get("card"))
                            .map(CardStore::read)
                            .map(CardStore.Stored::card),
                    text(row, "import_state"),
                    ((Number) row.get("import_no")).intValue(),
                    text(row, "number"),
                    text(row, "erp_number"),
                    text(row, "documents"),
                    row.get("corrected") instanceof Number corrected && corrected.intValue() != 0
                            || Boolean.TRUE.equals(row.get("corrected")));
        }

        private static String text(Map<String, Object> row, String column) {
            return row.get(column) == null ? "" : row.get(column).toString();
        }

        /** Whether the ERP has its ZMO, or may have. */
        boolean mayHaveZmo() {
            return !importState.isEmpty() && !importState.equals("NEW");
        }

        String zmo() {
            return erpNumber.isEmpty() ? number : erpNumber;
        }

        /** What its ZMO reserves. */
        String goods() {
            return Texts.cut(card.map(OrderCard::goods).orElse(""), GOODS);
        }
    }

    /**
     * What is to be noted of the order's news.
     *
     * @param row of {@code order-of-news} when the news are weighed, else anything
     */
    public Effects judge(
            @Variable("shop") String shop, @Variable("news") StatusNews news, @Body Map<String, Object> row) {
        Effects effects = new Effects(news.orderId());
        Ending ending = news.ending();
        if (news.forget()) {
            effects.add("waiting-delete", Map.of());
        } else if (news.isAnother()) { // S7
            effects.add("dead-letter-store", letters.ofAnotherOrder(news));
        } else if (news.retry() && !news.isClosing()) { // Z4
            effects.add("dead-letter-now", Map.of());
        }
        if (news.renamed()) { // H3
            effects.add("order-status-name", Rows.statusName(news.statusId(), news.status()));
        }
        ending.over().forEach(cause -> effects.over(cause.name()));
        if (news.isWeighed()) {
            Known known = Known.of(row);
            ending.begun().forEach(cause -> begun(effects, news, known, cause));
            switch (ending.kind()) {
                case CANCELLED, DELETED -> ended(effects, shop, news, known);
                case ALIVE -> alive(effects, news, known);
                default -> {} // only its row has changed
            }
            ending.changed().ifPresent(now -> changed(effects, news, known, now));
        }
        return effects;
    }

    /** The parameters of the next statement. */
    public List<Map<String, Object>> next(@Variable("effects") Effects effects) {
        return effects.next();
    }

    /** E3: nobody waits for the sale of an order whose rule says that there is none (D1). */
    private void begun(Effects effects, StatusNews news, Known known, Cause cause) {
        Optional<Decision> none = known.card()
                .map(OrderCard::decision)
                .filter(decision -> decision.outcome().realise() == Realise.NOTHING);
        if (cause == Cause.SENT_UNPAID && none.isPresent()) {
            effects.add("order-not-realised", Map.of("reason", none.get().notRealised()));
        } else if (cause != Cause.ALIVE_AFTER_CORRECTION || known.corrected()) { // E6

            review(effects, news, told(Failure.of(cause), news, known));
        }
    }

    private void review(Effects effects, StatusNews news, Failure failure) {
        ORDERS.warn("{}: a person should look at order {}", failure.cause(), news.orderId());
        effects.review(letters.review(news.orderId(), failure));
    }

    private static Failure told(Failure failure, StatusNews news, Known known) {
        Failure told = failure.quoting(news.said());
        told = known.documents().isEmpty() ? told : told.with("documents", known.documents());
        return known.zmo().isEmpty() ? told : told.with("number", known.zmo());
    }

    /** E1: with {@code keep} a person is told what stays; a sold order that was deleted is not looked at any more (E4). */
    private void ended(Effects effects, String shop, StatusNews news, Known known) {
        boolean sold = known.state().equals("REALISED"); // also since it was looked at: then the next poll tells (E6)
        if (!sold
                && news.isClosing()
                && known.mayHaveZmo()
                && !shops.of(shop).rules().changes().withdraws()) {
            Failure stays = told(Failure.of(Cause.CANCELLED_ZMO_STAYS), news, known);
            review(effects, news, known.goods().isEmpty() ? stays : stays.with("goods", known.goods()));
        }
        if (sold && news.ending().begun().contains(Cause.DELETED_AFTER_SALE)) {
            effects.add("order-unwatched", Map.of());
        }
    }

    /** E2: it goes on where it stood; one whose ZMO was withdrawn is imported anew, from what the shop says now. */
    private static void alive(Effects effects, StatusNews news, Known known) {
        Map<String, Object> realise = Map.of("realiseNow", news.realiseNow());
        switch (known.importState()) {
            case "ISSUED", "SELLING" -> effects.add("order-reopened", realise);
            case "NEW", "ISSUING", "RENAMING" -> anew(effects, news, known.importNo());
            case "WITHDRAWN" -> {
                effects.add("import-insert", Map.of("importNo", known.importNo() + 1, "number", known.number()));
                anew(effects, news, known.importNo() + 1);
            }
            default -> {
                return; // a write to the ERP is under way; the next poll looks again
            }
        }
        effects.over("");
        effects.add(
                "event-insert", Rows.event(news.orderId(), Phrase.of("ALIVE").with("status", news.status())));
    }

    private static void anew(Effects effects, StatusNews news, int importNo) {
        effects.add("order-anew", Map.of("realiseNow", news.realiseNow(), "importNo", importNo));
    }

    /** S2, S5: what differs from the card that the ZMO was made from. A ZMO that exists is to be edited, what was sold is for a person. */
    private void changed(Effects effects, StatusNews news, Known known, ShopOrder now) {
        if (known.card().isEmpty()) {
            return;
        }
        List<ShopChange> changes = ShopChanges.between(known.card().get(), now);
        Map<String, Object> digest = Map.of("digest", ShopChanges.digest(now));
        boolean sold = known.state().equals("REALISED");
        if (!sold && !known.importState().equals("ISSUED")) {
            return; // a write to the ERP is under way; the next poll looks again
        }
        if (sold) {
            effects.add("order-seen", digest);
            List<ShopChange> ofSale =
                    changes.stream().filter(ShopChange::isOfSale).toList();
            if (ofSale.isEmpty()) {
                effects.over(Cause.CHANGED_AFTER_SALE.name());
            } else {
                review(effects, news, afterSale(known, ofSale));
            }
        } else if (changes.isEmpty()) {
            effects.add("order-seen", digest);
        } else {
            effects.add("order-changed", digest); // its import reads it anew, and tells the timeline what changed
        }
    }

    private static Failure afterSale(Known known, List<ShopChange> changes) {
        String words = changes.stream().map(ShopChange::words).collect(Collectors.joining("\n"));
        return Failure.of(Cause.CHANGED_AFTER_SALE)
                .with("documents", known.documents())
                .quoting(words);
    }
}
