package pl.zmobridge.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.main.Main;
import pl.zmobridge.api.PdfRequests;
import pl.zmobridge.attempt.DeadLetters;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.notify.SmtpServer;
import pl.zmobridge.pdf.LetterSender;
import pl.zmobridge.pdf.PdfFolder;
import pl.zmobridge.pdf.PdfLetters;
import pl.zmobridge.pdf.PdfReports;
import pl.zmobridge.pdf.PdfShop;
import pl.zmobridge.pdf.PdfSteps;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.settings.DocumentPdfs;
import pl.zmobridge.settings.ShopSettings;

/** Binds what {@code routes/documents} needs. With {@code documents.pdf=off} its timer does not run. */
final class PdfSetup {
    private static final Duration LOOK = Duration.ofSeconds(20);

    private PdfSetup() {}

    static void bind(
            Main main,
            List<ShopSettings> settings,
            Shops shops,
            DeadLetters letters,
            Backoff backoff,
            InstantSource clock) {
        List<PdfShop> wanted = settings.stream()
                .flatMap(shop -> shop.documents().stream().map(pdfs -> shop(shop, pdfs, settings)))
                .toList();
        PdfSteps steps = new PdfSteps(wanted, shops, backoff, clock);
        main.bind("pdfs", steps);
        main.bind("pdfReports", new PdfReports(letters));
        main.bind("pdfRequests", new PdfRequests(steps));
        Optional<LetterSender> sender = settings.stream()
                .flatMap(shop -> shop.documents().flatMap(DocumentPdfs::mail).stream())
                .findFirst() // all shops have the same server
                .map(server -> new LetterSender(new SmtpServer(server).sender()));
        main.bind("pdfSender", sender.isPresent() ? sender.get() : new DefaultJavaMailSender());
        main.addInitialProperty("documents.wanted", Boolean.toString(!wanted.isEmpty()));
        main.addInitialProperty("documents.look", Long.toString(LOOK.toMillis()));
    }

    private static PdfShop shop(ShopSettings shop, DocumentPdfs pdfs, List<ShopSettings> all) {
        Stream<String> sameErp = all.stream()
                .filter(each ->
                        each.symfonia().url().equalsIgnoreCase(shop.symfonia().url()))
                .map(ShopSettings::id);
        return new PdfShop(
                shop.id(),
                pdfs.folder().map(PdfFolder::new),
                pdfs.mail().map(server -> new PdfLetters(server.from(), pdfs.replyTo(), pdfs.shopName())),
                pdfs.waitForKsef(),
                sameErp.toList());
    }
}
