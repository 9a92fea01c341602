package pl.zmobridge.pdf;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.symfonia.SalePdf;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Language;

/** What {@code routes/documents} asks. */
public final class PdfSteps {
    /** Less than a third of what the statements take for a break. */
    private static final Duration NOTED_FOR = Duration.ofMinutes(5);

    /** Others have passed when one has so lately. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final List<PdfShop> shops;
    private final Shops all;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Instant begun;
    private final String holder = UUID.randomUUID().toString();
    private final Troubles troubles;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();
    private final Map<String, Instant> fetched = new ConcurrentHashMap<>();

    /** @param shops those whose PDFs are wanted */
    public PdfSteps(List<PdfShop> shops, Shops all, Backoff backoff, InstantSource clock) {
        this.shops = List.copyOf(shops);
        this.all = all;
        this.backoff = backoff;
        this.clock = clock;
        this.begun = clock.instant();
        this.troubles = new Troubles(backoff, clock);
    }

    /** A look for each shop. */
    public List<PdfLook> looks() {
        Instant now = clock.instant();
        return shops.stream()
                .map(shop -> new PdfLook(
                        shop, holder, Duration.between(begun, now), isOlder(noted.get(shop.id()), NOTED_FOR)))
                .toList();
    }

    private boolean isOlder(Instant moment, Duration age) {
        return moment == null || !clock.instant().minus(age).isBefore(moment);
    }

    /**
     * Parameters of {@code pdf-insert}.
     *
     * @param rows of {@code pdf-new}
     */
    public List<Map<String, Object>> begin(@Variable("pdf") PdfLook look, @Body List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> begins = wanted(look.its());
                    begins.put("importId", row.get("import_id"));
                    begins.put("documentId", row.get("document_id"));
                    begins.put("shop", row.get("shop"));
                    begins.put("orderId", row.get("shop_order_id"));
                    begins.put("ksefNeed", row.get("ksef_need"));
                    begins.put(
                            "language",
                            language(look.shop(), PdfRow.languageId(row))
                                    .map(Language::name)
                                    .orElse(null));
                    return begins;
                })
                .toList();
    }

    /** With which states a document begins. */
    private static Map<String, Object> wanted(PdfShop shop) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("fileState", shop.folder().isPresent() ? PdfTask.DUE : PdfTask.NONE);
        wanted.put("mailState", shop.letters().isPresent() ? PdfTask.DUE : PdfTask.NONE);
        return wanted;
    }

    /** The same when a person wants it; empty for a shop whose PDFs nobody wants. */
    public Optional<Map<String, Object>> wanted(String shop) {
        return find(shop).map(PdfSteps::wanted);
    }

    /** What was saved of a document of a shop, if it is still there. */
    public Optional<SalePdf.Ready> saved(String shop, String file, String sha1) {
        return find(shop).flatMap(PdfShop::folder).flatMap(folder -> folder.find(file, sha1));
    }

    private Optional<PdfShop> find(String shop) {
        return shops.stream().filter(each -> each.id().equals(shop)).findFirst();
    }

    /** Every language but Polish is answered in English; empty for one that the shop has not told of. */
    private Optional<Language> language(String shop, Optional<Long> id) {
        var dictionaries = all.of(shop).source().dictionaries();
        return dictionaries.isMissing()
                ? Optional.empty()
                : id.map(dictionaries.current().languages()::get)
                        .map(locale -> locale.startsWith("pl") ? Language.PL : Language.EN);
    }

    /** The register knows that this bridge looks. */
    public void noted(@Variable("pdf") PdfLook look) {
        noted.put(look.shop(), clock.instant());
    }

    /** Before the next document is looked for. */
    public void prepare(@Variable("pdf") PdfLook look) {
        look.pausesMail(!troubles.pause().isZero());
    }

    /**
     * Takes the document that is due; without one the look is over.
     *
     * @param row of {@code pdf-due}, if there is one
     */
    public PdfLook take(@Variable("pdf") PdfLook look, @Body Object row) {
        if (row instanceof Map<?, ?> found) {
            look.takes(new PdfTask(PdfRow.read(typed(found)), look.its(), troubles.pause(), backoff));
        } else {
            look.ends();
        }
        return look;
    }

    @SuppressWarnings("unchecked") // rows are by column
    private static Map<String, Object> typed(Map<?, ?> row) {
        return (Map<String, Object>) row;
    }

    /** Whether this bridge is the one that a statement has let do it. */
    public boolean isOurs(@Header("CamelSqlUpdateCount") int updated) {
        return updated == 1;
    }

    /** What was saved before need not be asked for. */
    public void findSaved(@Variable("pdf") PdfLook look) {
        PdfTask task = look.task();
        if (task.needsPdf() && !task.row().file().isEmpty()) {
            look.its()
                    .folder()
                    .flatMap(folder -> folder.find(task.row().file(), task.row().sha1()))
                    .ifPresent(task::found);
        }
    }

    public Request<SalePdf> question(@Variable("pdf") PdfLook look) {
        return SymfoniaApi.pdf(look.task().row().documentId());
    }

    public void fetched(@Variable("pdf") PdfLook look, @Body SalePdf answer) {
        if (answer instanceof SalePdf.Ready ready) {
            look.task().found(ready);
            fetched.put(look.shop(), clock.instant());
        } else {
            look.task().unusable(((SalePdf.Unusable) answer).fault());
        }
    }

    /** The ERP gave none; while it is away no other one is asked for. */
    public void notFetched(
            @Variable("pdf") PdfLook look, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        Failure why = Failures.of(thrown);
        look.task().notFetched(why, !isOlder(fetched.get(look.shop()), LATELY));
        if (why.isOutage()) {
            look.pausesErp();
        }
    }

    /** Saves it, if that is wanted. */
    public void save(@Variable("pdf") PdfLook look) {
        PdfTask task = look.task();
        PdfFolder folder = look.its().folder().orElseThrow();
        PdfRow row = task.row();
        String trouble = "folder " + folder.root();
        try {
            task.saved(folder.save(task.pdf(), row.month(), FileName.of(row.number(), row.documentId()), row.mark()));
            troubles.over(trouble);
        } catch (IOException e) {
            String words = e.getClass().getSimpleName() + ": " + e.getMessage();
            task.notSaved(Failure.of(Cause.PDF_NOT_SAVED)
                    .with("folder", folder.root())
                    .quoting(words));
            troubles.began(trouble, "PDFs cannot be saved in " + folder.root(), words);
        }
    }

    /** Makes the message the e-mail; from now on the register says that it is being sent. */
    public void compose(@Variable("pdf") PdfLook look, Exchange exchange) {
        PdfTask task = look.task();
        PdfRow row = task.row();
        task.sends();
        Language language =
                row.language().or(() -> language(row.shop(), row.languageId())).orElse(Language.PL);
        look.its().letters().orElseThrow().compose(exchange, row, task.pdf(), language);
    }

    public void sent(@Variable("pdf") PdfLook look) {
        look.task().sent();
        troubles.serverBack();
    }

    public void notSent(@Variable("pdf") PdfLook look, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        MailFate fate = MailFate.of(thrown);
        String words = Troubles.words(thrown);
        Duration pause = fate == MailFate.AWAY ? troubles.serverAway(words) : Duration.ZERO;
        look.task().notSent(fate, words, pause);
    }

    /** A look that was broken off, by the database say; the next one goes on. */
    public void brokenOff(@Variable("pdf") PdfLook look, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception why) {
        troubles.began("look " + look.shop(), "PDFs of " + look.shop() + " were not looked for", Failures.inLog(why));
    }

    public void wentWell(@Variable("pdf") PdfLook look) {
        troubles.over("look " + look.shop());
    }
}
