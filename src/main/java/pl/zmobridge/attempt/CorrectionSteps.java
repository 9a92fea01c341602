package pl.zmobridge.attempt;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.CorrectionDoubt;
import pl.zmobridge.order.CorrectionProposal;
import pl.zmobridge.order.CorrectionProposal.Why;
import pl.zmobridge.order.CorrectionRules;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.ShopChanges;
import pl.zmobridge.order.SoldLine;
import pl.zmobridge.register.CardStore;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.SentCorrection;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.shoper.OrderIntake;
import pl.zmobridge.symfonia.CorrectionTypes;
import pl.zmobridge.symfonia.Corrections;
import pl.zmobridge.symfonia.ErpSettings.Numbering;
import pl.zmobridge.symfonia.StoredSale;
import pl.zmobridge.wire.Request;

/** E6: proposes the correction of a sold order, from what the register, the shop and the ERP say of it at this moment. */
public final class CorrectionSteps {
    private static final int MARKER = 12;
    private static final Map<Why, String> REASONS = Map.of(
            Why.RETURNED, "Zwrot towaru",
            Why.DELETED, "Anulowanie zamówienia",
            Why.CHANGED, "Zmiana zamówienia");

    /** Of which orders nothing is kept: another one, and one whose buyer was forgotten. */
    private static final Set<CorrectionDoubt> NOT_KEPT = Set.of(CorrectionDoubt.ANOTHER_ORDER, CorrectionDoubt.NO_CARD);

    private final Shops shops;
    private final Map<String, CorrectionTypes> types;
    private final InstantSource clock;

    /** @param types by shop: what may be sent */
    public CorrectionSteps(Shops shops, Map<String, CorrectionTypes> types, InstantSource clock) {
        this.shops = shops;
        this.types = Map.copyOf(types);
        this.clock = clock;
    }

    /** Takes the row of {@code correction-facts}: documents of the order's import, and corrections that there are. */
    public void facts(
            @Variable("attempt") Attempt attempt,
            @Variable("correction") Correction correction,
            @Body Map<String, Object> row) {
        Set<CorrectionDoubt> doubts = EnumSet.noneOf(CorrectionDoubt.class);
        Optional<SentCorrection> open =
                Optional.of(row).filter(each -> each.get("begun_at") != null).map(SentCorrection::of);
        note(doubts, CorrectionDoubt.PENDING, open.isPresent());
        note(doubts, CorrectionDoubt.UNSETTLED, count(row, "unsettled") > 0);
        note(doubts, CorrectionDoubt.EARLIER_DIFFERS, count(row, "differing") > 0);
        note(doubts, CorrectionDoubt.RELEASED, count(row, "released") > 0);
        note(doubts, CorrectionDoubt.CORRECTED_BEFORE, count(row, "corrected") > 0);
        correction.deleted(count(row, "deleted") > 0);
        note(doubts, CorrectionDoubt.NO_CARD, !attempt.registered().hasCard());
        List<Integer> sales = ids(row.get("sales"));
        note(doubts, CorrectionDoubt.SEVERAL_DOCUMENTS, sales.size() != 1);
        correction.facts(sales, text(row, "numbers"), text(row, "noted").lines().toList(), doubts, open);
    }

    private static void note(Set<CorrectionDoubt> doubts, CorrectionDoubt doubt, boolean is) {
        if (is) {
            doubts.add(doubt);
        }
    }

    /** The order as it is in the shop now. */
    public void now(
            @Variable("attempt") Attempt attempt,
            @Variable("correction") Correction correction,
            @Body FetchedOrder fetched) {
        OrderIntake intake = shops.of(attempt.shop()).source().intake();
        correction.shopSays(
                intake.whole(fetched), intake.read(fetched, attempt.registered().accepted()));
    }

    /** The next question to the ERP. */
    public Request<?> question(@Variable("correction") Correction correction) {
        int document = correction.document().orElseThrow();
        return correction.asksForSale() ? Corrections.sale(document) : Corrections.sequence(document);
    }

    public void answered(@Variable("correction") Correction correction, @Body Optional<?> answer) {
        if (correction.asksForSale()) {
            correction.saleIs(answer.map(StoredSale.class::cast));
        } else {
            correction.sequenceIs(answer.map(CorrectionSteps::numbers));
        }
    }

    static List<Integer> numbers(Object list) {
        return ((List<?>) list).stream().map(Integer.class::cast).toList();
    }

    /** What is proposed, with the version by which a person says yes to exactly this. */
    public void propose(@Variable("attempt") Attempt attempt, @Variable("correction") Correction correction) {
        RegisteredOrder registered = attempt.registered();
        CorrectionProposal found = lines(registered, correction);
        List<CorrectionDoubt> doubts = new ArrayList<>(correction.registeredDoubts());
        if (correction.document().isPresent()) {
            doubts.addAll(ofDocument(correction));
        }
        Optional<Numbering> numbering = registered.hasCard() ? numbering(attempt, registered.card()) : Optional.empty();
        if (registered.hasCard() && numbering.isEmpty()) {
            doubts.add(
                    registered.card().document() == Document.INVOICE
                            ? CorrectionDoubt.NO_INVOICE_TYPE
                            : CorrectionDoubt.NO_RECEIPT_TYPE);
        }
        CorrectionProposal proposal = found.doubting(doubts);
        String version = version(registered, correction, proposal, numbering);
        String marker = "zb-" + version.substring(0, MARKER);
        String body = numbering.isPresent() && proposal.isCertain()
                ? Corrections.body(
                        numbering.get(),
                        correction.sale().orElseThrow(),
                        proposal,
                        REASONS.get(proposal.why()),
                        registered.card().number(),
                        marker)
                : "";
        boolean known = !proposal.lines().isEmpty();
        correction.proposes(
                proposal,
                new SentCorrection(
                        correction.document().orElse(0),
                        correction.documentNumber(),
                        proposal.why().name(),
                        marker,
                        version,
                        body,
                        Optional.of(proposal.before()).filter(before -> known),
                        Optional.of(proposal.after()).filter(after -> known),
                        correction.wish().actor(),
                        clock.instant(),
                        kept(correction, proposal)));
    }

    private CorrectionProposal lines(RegisteredOrder registered, Correction correction) {
        List<SoldLine> document = correction.sale().flatMap(StoredSale::lines).orElse(List.of());
        if (!registered.hasCard() || document.isEmpty()) {
            return new CorrectionProposal(correction.why(), List.of(), List.of());
        }
        OrderCard sold = registered.card();
        if (correction
                .order()
                .filter(now -> ShopChanges.isAnotherOrder(sold, now))
                .isPresent()) {
            return new CorrectionProposal(correction.why(), List.of(), List.of(CorrectionDoubt.ANOTHER_ORDER));
        }
        if (correction.isUnread()) {
            return new CorrectionProposal(correction.why(), List.of(), List.of(CorrectionDoubt.UNREADABLE_ORDER));
        }
        CorrectionRules rules = new CorrectionRules(sold, document);
        if (correction.why() != Why.CHANGED) {
            return rules.ended(correction.why(), correction.wish().keepDelivery());
        }
        if (correction.order().isEmpty()) {
            return new CorrectionProposal(Why.CHANGED, List.of(), List.of(CorrectionDoubt.UNREADABLE_ORDER));
        }
        CorrectionProposal proposal = rules.changed(
                correction.order().get(), correction.received().orElseThrow().outcome());
        boolean shared = registered.accepted().isPresent() && !proposal.doubts().contains(CorrectionDoubt.NOTHING);
        return shared ? proposal.doubting(List.of(CorrectionDoubt.DISCOUNT)) : proposal;
    }

    private static List<CorrectionDoubt> ofDocument(Correction correction) {
        if (correction.sale().isEmpty()) {
            return List.of(CorrectionDoubt.DOCUMENT_GONE);
        }
        List<CorrectionDoubt> doubts = new ArrayList<>(correction.sale().get().doubts());
        if (correction.sequence().isEmpty()) {
            doubts.add(CorrectionDoubt.CORRECTIONS_UNKNOWN);
        } else if (!correction.sequence().get().isEmpty()) {
            doubts.add(CorrectionDoubt.CORRECTED_BEFORE);
        }
        return doubts.stream()
                .filter(doubt -> !correction.registeredDoubts().contains(doubt))
                .toList();
    }

    private Optional<Numbering> numbering(Attempt attempt, OrderCard card) {
        return types.getOrDefault(attempt.shop(), CorrectionTypes.NONE).of(card.document());
    }

    /** E6: an edited order is from then on what its documents come to, so that only a further difference is a review again. */
    private static Optional<SentCorrection.Kept> kept(Correction correction, CorrectionProposal proposal) {
        return correction
                .received()
                .filter(now -> correction.why() == Why.CHANGED && Collections.disjoint(proposal.doubts(), NOT_KEPT))
                .filter(now -> now.outcome() instanceof CardOutcome.Built built
                        && CurrencyRate.isHome(built.card().currency()))
                .map(now -> new SentCorrection.Kept(
                        CardStore.write(new CardStore.Stored(
                                ((CardOutcome.Built) now.outcome()).card(),
                                now.userId().orElse(null),
                                now.login().orElse(null),
                                now.nips())),
                        now.raw(),
                        now.digest().orElse("")));
    }

    /**
     * Every line that a person reads, and the whole row of the order: if any of it becomes another, so does the version. What keeps it from being sent
     * is judged anew each time: one that is issued by hand meanwhile is noted as the one that was read.
     */
    private static String version(
            RegisteredOrder registered,
            Correction correction,
            CorrectionProposal proposal,
            Optional<Numbering> numbering) {
        String text = Stream.concat(
                        Stream.of(
                                registered.importId(),
                                correction.document().orElse(0),
                                proposal.why(),
                                correction.wish().keepDelivery(),
                                numbering,
                                correction
                                        .received()
                                        .flatMap(ReceivedOrder::digest)
                                        .orElse("")),
                        proposal.lines().stream()
                                .flatMap(line -> Stream.of(
                                        line.no(),
                                        line.code(),
                                        line.rate(),
                                        plain(line.before().quantity()),
                                        plain(line.before().gross()),
                                        plain(line.after().quantity()),
                                        plain(line.after().gross()))))
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** @param list {@code 7,9}; null for none */
    static List<Integer> ids(Object list) {
        return list == null || list.toString().isEmpty()
                ? List.of()
                : Stream.of(list.toString().split(",")).map(Integer::valueOf).toList();
    }

    private static long count(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
