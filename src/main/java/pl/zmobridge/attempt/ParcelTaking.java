package pl.zmobridge.attempt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Parcel.Taken;
import pl.zmobridge.order.Texts;
import pl.zmobridge.register.Rows;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/** Takes in tracking numbers: of a person, or of a file. The register keeps each once. */
public final class ParcelTaking {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.parcels");
    private static final int ACTOR = 120;
    private static final int CARRIER = 120;

    private final ParcelShops wanted;
    private final Language language;

    /** @param language of the reports that are put beside files */
    public ParcelTaking(ParcelShops wanted, Language language) {
        this.wanted = wanted;
        this.language = language;
    }

    /** Whether a shop is told tracking numbers. */
    public boolean isWanted(String shop) {
        return wanted.has(shop);
    }

    /** One of an order that is known. */
    public Parcel of(String shop, long order, Parcel.Wish wish) {
        Parcel parcel = new Parcel(cut(wish), wanted);
        parcel.isOf(shop, order);
        return parcel;
    }

    /**
     * The lines of a table.
     *
     * @param shops that may have the orders
     */
    public List<Parcel> ofTable(String text, List<String> shops, String actor) {
        ParcelShops possible = wanted.among(shops);
        return ParcelTable.read(text, actor).stream()
                .map(wish -> new Parcel(cut(wish), possible))
                .toList();
    }

    private static Parcel.Wish cut(Parcel.Wish wish) {
        return new Parcel.Wish(
                wish.line(),
                wish.order(),
                wish.number(),
                Texts.cut(wish.carrier(), CARRIER),
                wish.shippingId(),
                wish.sent(),
                Texts.cut(wish.actor(), ACTOR));
    }

    /** The lines of a file. */
    public List<Parcel> ofFile(@Body byte[] file, @Header(Exchange.FILE_NAME_ONLY) String name) {
        return ofTable(ParcelTable.decoded(file), List.copyOf(wanted.all()), name);
    }

    /** @param rows of {@code parcel-order} */
    public void order(Exchange exchange, @Variable("parcel") Parcel parcel, @Body List<Map<String, Object>> rows) {
        if (rows.size() == 1) {
            Map<String, Object> row = rows.get(0);
            parcel.isOf(row.get("shop").toString(), ((Number) row.get("shop_order_id")).longValue());
            exchange.setVariable("shop", row.get("shop").toString());
        } else {
            parcel.becomes(rows.isEmpty() ? Taken.UNKNOWN_ORDER : Taken.SEVERAL_ORDERS);
        }
    }

    /** Whether {@code parcel-insert} has made a row. */
    public void inserted(@Variable("parcel") Parcel parcel, @Header("CamelSqlUpdateCount") int rows) {
        parcel.becomes(rows == 1 ? Taken.NEW : Taken.KNOWN);
    }

    /** Whether {@code parcel-again} has changed one. */
    public void again(@Variable("parcel") Parcel parcel, @Header("CamelSqlUpdateCount") int rows) {
        parcel.becomes(rows == 1 ? Taken.AGAIN : Taken.KNOWN);
    }

    /** Parameters of {@code event-insert}. */
    public Map<String, Object> event(@Variable("parcel") Parcel parcel) {
        Phrase asked = Phrase.of("PARCEL_ASKED").with("parcel", parcel.wish().number());
        String actor = parcel.wish().actor();
        return Rows.event(parcel.orderId(), actor.isEmpty() ? asked : asked.with("actor", actor));
    }

    /** What has become of a file's lines, for the person who put it there; the log has it in one line. */
    public byte[] report(@Body List<Parcel> parcels, @Header(Exchange.FILE_NAME_ONLY) String name) {
        long taken = parcels.stream().filter(Parcel::isNews).count();
        long known = parcels.stream().filter(Parcel::isKnown).count();
        List<Parcel> faulty = faulty(parcels);
        if (faulty.isEmpty()) {
            LOG.info("{}: {} tracking numbers taken, {} known already", name, taken, known);
        } else {
            LOG.warn(
                    "{}: {} tracking numbers taken, {} known already, {} lines not taken; the report beside the file says why",
                    name,
                    taken,
                    known,
                    faulty.size());
        }
        Phrase sum = Phrase.of("SUM").with("taken", taken).with("known", known).with("faulty", faulty.size());
        String text = faulty.stream()
                .map(parcel -> fault(parcel, language))
                .collect(Collectors.joining("\r\n", Words.in(language).text("parcel", sum) + "\r\n", "\r\n"));
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** Those that were not taken. */
    public static List<Parcel> faulty(List<Parcel> parcels) {
        return parcels.stream()
                .filter(parcel -> parcel.taken().filter(Taken::isKept).isEmpty())
                .toList();
    }

    /** Why a line was not taken. */
    public static String fault(Parcel parcel, Language language) {
        Phrase fault = Phrase.of(parcel.taken().orElseThrow().name())
                .with("line", parcel.wish().line())
                .with("order", parcel.wish().order())
                .with("number", parcel.wish().number());
        return Words.in(language).text("parcel", fault);
    }
}
