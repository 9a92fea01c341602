package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.perShop;

/** The keys of sales documents as PDF. */
final class DocumentKeys {
    static final Section DOCUMENTS = new Section("invoices as PDF", "faktury w PDF");

    static final Key<DocumentPdfs.Place> PDF = DOCUMENTS.with(
            perShop("documents.pdf", Kind.oneOf(DocumentPdfs.Place.class, "off", "folder", "mail", "both"))
                    .or("off")
                    .en(
                            "What becomes of the PDF of an invoice: it is saved in a `folder`, sent by `mail` to the buyer, `both`, or nothing (`off`). Invoices that were sold before this was turned on are left alone. Mail needs `notify.smtp.host` and `notify.mail.from`. Needs routes/documents.camel.yaml.")
                    .pl(
                            "Co most robi z PDF-em faktury: zapisuje go w folderze (`folder`), wysyła mailem do kupującego (`mail`), jedno i drugie (`both`) albo nic (`off`). Faktur sprzed włączenia most nie rusza. Wysyłka wymaga `notify.smtp.host` i `notify.mail.from`. Wymaga routes/documents.camel.yaml."));
    static final Key<String> FOLDER = DOCUMENTS.with(
            perShop("documents.folder", Kind.filePath())
                    .or("documents")
                    .en(
                            "Where PDFs are saved: a directory, in the home directory unless the path begins with a slash or a drive. Each month has one of its own: `documents/2026/11/FV_0012_2026.pdf`.")
                    .pl(
                            "Gdzie most zapisuje PDF-y: folder, w katalogu mostu, jeśli ścieżka nie zaczyna się od ukośnika ani litery dysku. Każdy miesiąc ma swój folder: `documents/2026/11/FV_0012_2026.pdf`."));
    static final Key<String> SHOP_NAME = DOCUMENTS.with(perShop("documents.mail.shop", Kind.text())
            .example("Sklep U Oli")
            .en("The shop's name in the e-mail to the buyer. Empty: the host of `shoper.url`.")
            .pl("Nazwa sklepu w e-mailu do kupującego. Puste: adres z `shoper.url`."));
    static final Key<String> REPLY_TO = DOCUMENTS.with(perShop("documents.mail.reply-to", NotifyKeys.address())
            .example("sklep@example.pl")
            .en("Whom a buyer's answer to that e-mail goes to. Empty: to `notify.mail.from`.")
            .pl("Do kogo trafia odpowiedź kupującego na ten e-mail. Puste: do `notify.mail.from`."));
    static final Key<Boolean> WAIT_FOR_KSEF = DOCUMENTS.with(
            perShop("documents.wait-for-ksef", Kind.flag())
                    .or("false")
                    .en(
                            "`true`: an invoice that must have a KSeF number (rule D1) is saved and sent only once the number is there. Needs `ksef.enabled=true`.")
                    .pl(
                            "`true`: fakturę, która musi mieć numer KSeF (reguła D1), most zapisuje i wysyła dopiero, gdy numer już jest. Wymaga `ksef.enabled=true`."));

    private DocumentKeys() {}
}
