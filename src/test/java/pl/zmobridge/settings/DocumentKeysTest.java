package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The keys of invoices as PDF")
class DocumentKeysTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    private static Map<Object, Object> values(String... namesAndValues) {
        Map<Object, Object> values = new HashMap<>();
        Keys.all()
                .filter(key -> key.need().filter(need -> need.en().isEmpty()).isPresent())
                .forEach(key -> values.put(key.name(), key.example()));
        values.putAll(Map.of("shoper.token", "t", "symfonia.delivery.code", "DOSTAWA"));
        values.putAll(Map.of("db.url", "jdbc:mariadb://127.0.0.1/z", "db.user", "z"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    private static List<String> problems(String... namesAndValues) {
        return catchThrowableOfType(BadSettings.class, () -> SettingsReader.of(HOME, values(namesAndValues)))
                .problems();
    }

    @Test
    @DisplayName("may all be left out: nothing becomes of PDFs")
    void off() {
        assertThat(SettingsReader.of(HOME, values()).shops().get(0).documents()).isEmpty();
    }

    @Test
    @DisplayName("name a folder in the home directory")
    void folder() {
        DocumentPdfs pdfs = SettingsReader.of(HOME, values("documents.pdf", "folder"))
                .shops()
                .get(0)
                .documents()
                .orElseThrow();
        assertThat(pdfs.folder()).contains(HOME.resolve("documents"));
        assertThat(pdfs.mail()).isEmpty();
        assertThat(problems("documents.pdf", "folder", "documents.folder", "pom.xml"))
                .singleElement()
                .asString()
                .contains("documents.folder is a file");
    }

    @Test
    @DisplayName(
            "share the mail server of the notifications, which need not be wanted themselves, and keep its password secret")
    void mail() {
        Settings settings = SettingsReader.of(
                HOME,
                values(
                        "documents.pdf", "mail",
                        "shoper.url", "https://www.sklep.example.pl",
                        "notify.mail.from", "most@example.pl",
                        "notify.smtp.host", "127.0.0.1",
                        "notify.smtp.user", "most",
                        "notify.smtp.password", "tajne-haslo"));
        DocumentPdfs pdfs = settings.shops().get(0).documents().orElseThrow();

        assertThat(pdfs.folder()).isEmpty();
        assertThat(pdfs.mail().orElseThrow().host()).isEqualTo("127.0.0.1");
        assertThat(pdfs.shopName()).isEqualTo("sklep.example.pl");
        assertThat(settings.notifications().isWanted()).isFalse();
        assertThat(settings.secrets()).contains("tajne-haslo");
        assertThat(settings.toString()).doesNotContain("tajne-haslo");

        assertThat(problems("documents.pdf", "both"))
                .singleElement()
                .asString()
                .contains("documents.pdf sends e-mails, so it needs notify.smtp.host and notify.mail.from");
        assertThat(problems(
                        "documents.pdf", "mail",
                        "notify.mail.from", "most@example.pl",
                        "notify.smtp.host", "8.8.8.8",
                        "notify.smtp.tls", "none"))
                .singleElement()
                .asString()
                .contains("notify.smtp.tls is none");
        assertThat(problems("documents.mail.reply-to", "a@b.pl, c@d.pl"))
                .singleElement()
                .asString()
                .contains("is no e-mail address");
    }

    @Test
    @DisplayName("wait for KSeF only where it is asked")
    void ksef() {
        assertThat(problems("documents.wait-for-ksef", "true"))
                .singleElement()
                .asString()
                .contains("documents.wait-for-ksef needs ksef.enabled=true");
    }
}
