package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.support.Certificates;
import pl.zmobridge.support.Values;

@DisplayName("symfonia.tls.ca and shoper.tls.ca")
class AuthoritiesTest {
    @TempDir
    private static Path home;

    private static Certificates ca;

    @BeforeAll
    static void make() throws Exception {
        ca = new Certificates(home, "firma");
        ca.file("firma.pem", ca.pem());
        ca.file("two.pem", "# nasze CA\n", ca.pem(), ca.pem());
        ca.file("words.pem", "to nie jest certyfikat\n");
        ca.file("broken.pem", ca.pem(), ca.pem().replaceFirst("\n[A-Za-z0-9+/]{10}", "\nAAAAAAAAAA"));
        Files.createDirectory(home.resolve("directory.pem"));
    }

    @Test
    @DisplayName("name a file of the home directory with one certificate or several")
    void nameAFile() {
        Settings settings = SettingsReader.of(home, values("symfonia.tls.ca", "two.pem"));

        assertThat(settings.shops().get(0).symfonia().ca().orElseThrow().certificates())
                .hasSize(2);
        assertThat(settings.shops().get(0).shoper().ca()).isEmpty();
        assertThat(Peers.certificates(settings.shops())).containsOnlyKeys("erp.firma.pl:9443");
    }

    @Test
    @DisplayName("say what is wrong with their file")
    void sayWhatIsWrong() {
        assertThat(problem("shoper.tls.ca", "missing.pem"))
                .startsWith("shoper.tls.ca names a file that does not exist: ")
                .contains("missing.pem", "for example: shoper.tls.ca=config/shop-ca.pem");
        assertThat(problem("symfonia.tls.ca", "directory.pem")).startsWith("symfonia.tls.ca names a directory");
        assertThat(problem("symfonia.tls.ca", "words.pem")).contains("holds no certificate", "PEM text");
        assertThat(problem("symfonia.tls.ca", "broken.pem")).contains("certificate no. 2 cannot be read");
        assertThat(problem("symfonia.tls.ca", "a\0b")).contains("is no name of a file");
    }

    @Test
    @DisplayName("are refused where nothing is encrypted")
    void areRefusedForHttp() {
        Map<Object, Object> values = values("symfonia.tls.ca", "firma.pem");
        values.put("symfonia.url", "http://192.168.1.10:9000");

        assertThat(problems(values, Map.of()))
                .singleElement()
                .asString()
                .startsWith("symfonia.tls.ca is set although symfonia.url is http");
    }

    @Test
    @DisplayName("of shops with one ERP are the same")
    void areTheSameForOneErp() {
        Map<Object, Object> own = new HashMap<>(
                Map.of("shoper.url", "https://buty.example.pl", "order.number.prefix", "BU/", "symfonia.tls.ca", ""));

        assertThat(problems(values("symfonia.tls.ca", "firma.pem"), Map.of("buty", own)))
                .singleElement()
                .asString()
                .contains("symfonia.tls.ca of the shop buty must name the same certificates", "erp.firma.pl:9443");
        own.put("symfonia.tls.ca", "firma.pem");
        assertThat(SettingsReader.of(home, values("symfonia.tls.ca", "firma.pem"), Map.of("buty", own))
                        .shops())
                .hasSize(2);
    }

    private static String problem(String key, String file) {
        return problems(values(key, file), Map.of()).get(0);
    }

    private static List<String> problems(Map<Object, Object> values, Map<String, Map<Object, Object>> shops) {
        return catchThrowableOfType(BadSettings.class, () -> SettingsReader.of(home, values, shops))
                .problems();
    }

    private static Map<Object, Object> values(String key, String file) {
        Map<Object, Object> values = Values.complete("https://sklep.example.pl", "https://ERP.firma.pl:9443");
        values.put(key, file);
        return values;
    }
}
