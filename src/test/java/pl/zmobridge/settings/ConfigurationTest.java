package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.settings.Configured.Source;
import pl.zmobridge.words.Language;

@DisplayName("What is configured, and what is set over it")
class ConfigurationTest {
    private static final Map<Object, Object> COMMON = Map.ofEntries(
            Map.entry("shoper.url", "https://sklep.example.pl"),
            Map.entry("shoper.token", "tajny-token"),
            Map.entry("symfonia.url", "http://127.0.0.1:9000"),
            Map.entry("symfonia.application-guid", "tajny-guid"),
            Map.entry("symfonia.invoice.type", "ZMO"),
            Map.entry("symfonia.invoice.series", "sZMO"),
            Map.entry("symfonia.receipt.type", "ZMP"),
            Map.entry("symfonia.receipt.series", "sZMP"),
            Map.entry("symfonia.department", "SKLEP"),
            Map.entry("symfonia.payment-registry", "BANK"),
            Map.entry("symfonia.payment-form.default", "Gotówka"),
            Map.entry("symfonia.payment-form.18", "Przelew"),
            Map.entry("symfonia.delivery.code", "DOSTAWA"),
            Map.entry("db.url", "jdbc:mariadb://db/zmo?password=tajne-haslo&useSsl=true"),
            Map.entry("db.user", "zmo"),
            Map.entry("db.password", "tajne"));

    private static Settings settings(Map<String, String> environment) {
        return SettingsReader.of(Path.of(""), COMMON, Map.of("symfonia.device-name", "kasa"), environment);
    }

    @Test
    @DisplayName("Every key has its value, its source and its meaning in both languages; no secret is told")
    void all() {
        Configuration configuration =
                settings(Map.of("SYMFONIA_DEPARTMENT", "CENTRALA")).configuration();

        var all = configuration.all("main", Map.of("symfonia.vat.zw.", "zw"), Language.PL);

        assertThat(all).extracting(Configured::means).noneMatch(String::isBlank);
        assertThat(all).extracting(Configured::value).noneMatch(value -> value.contains("tajn"));
        assertThat(all)
                .filteredOn(each -> each.key().equals("symfonia.department"))
                .extracting(Configured::value, Configured::source, Configured::from)
                .containsExactly(tuple("CENTRALA", Source.ENVIRONMENT, "SYMFONIA_DEPARTMENT"));
        assertThat(sources(configuration, Map.of("symfonia.vat.zw.", "zw")))
                .containsEntry("symfonia.payment-form.18", Source.FILE)
                .containsEntry("symfonia.vat.zw.", Source.PAGE)
                .containsEntry("symfonia.device-name", Source.COMMAND_LINE)
                .containsEntry("shoper.token", Source.FILE)
                .containsEntry("redelivery.max", Source.DEFAULT)
                .containsEntry("ops.password", Source.NONE);
        assertThat(configuration.toString()).doesNotContain("tajn");
    }

    private static Map<String, Source> sources(Configuration configuration, Map<String, String> changes) {
        Map<String, Source> sources = new HashMap<>();
        configuration.all("main", changes, Language.EN).forEach(each -> sources.put(each.key(), each.source()));
        return sources;
    }

    @Test
    @DisplayName("A value that is set wins over all layers and is judged as theirs; the next reading is as before")
    void with() {
        Configuration configuration = settings(Map.of()).configuration();

        Settings changed = configuration.with(Map.of(
                "main", Map.of("symfonia.payment-form.18", "Pobranie", "symfonia.product-code.BUT 42:a", "BUTY")));

        assertThat(changed.shops().get(0).symfonia().documents().payments().forms())
                .containsEntry(18L, "Pobranie");
        assertThat(changed.shops().get(0).cards().productCodes()).containsEntry("BUT 42:a", "BUTY");
        assertThat(configuration
                        .with(Map.of())
                        .shops()
                        .get(0)
                        .symfonia()
                        .documents()
                        .payments()
                        .forms())
                .containsEntry(18L, "Przelew");
        assertThatThrownBy(() -> configuration.with(Map.of("main", Map.of("symfonia.delivery.code.x", "A"))))
                .isInstanceOfSatisfying(BadSettings.class, bad -> assertThat(bad.problems())
                        .singleElement()
                        .asString()
                        .startsWith("symfonia.delivery.code.x must end in the number"));
    }

    @Test
    @DisplayName("What is set for one shop leaves the others alone")
    void oneShop() {
        Map<Object, Object> own = new HashMap<>(COMMON);
        own.keySet().removeIf(key -> key.toString().startsWith("db."));
        Map<Object, Object> other = new HashMap<>(own);
        other.put("shoper.url", "https://drugi.example.pl");
        other.put("order.number.prefix", "DR/");
        Map<Object, Object> common = Map.of("db.url", "jdbc:mariadb://db/zmo", "db.user", "zmo", "db.password", "x");
        Configuration configuration = SettingsReader.of(Path.of(""), common, Map.of("jeden", own, "drugi", other))
                .configuration();

        Settings changed = configuration.with(Map.of("drugi", Map.of("symfonia.delivery.code.7", "KURIER")));

        assertThat(changed.shops())
                .extracting(shop -> shop.id() + " " + shop.cards().deliveryCodes())
                .containsExactly("drugi {7=KURIER}", "jeden {}");
        assertThat(configuration.value("jeden", "symfonia.payment-form.18")).contains("Przelew");
    }

    @Test
    @DisplayName("What can be set is told by its key, and the key by what it is for")
    void settable() {
        assertThat(Settable.ofKey("symfonia.payment-form.18")).contains(Settable.PAYMENT_FORM);
        assertThat(Settable.PAYMENT_FORM.of("symfonia.payment-form.18")).contains("18");
        assertThat(Settable.PAYMENT_FORM.of("symfonia.payment-form.default")).contains("");
        assertThat(Settable.ofKey("symfonia.payment-form.unmatched")).isEmpty();
        assertThat(Settable.ofKey("symfonia.vat.differences")).isEmpty();
        assertThat(Settable.VAT.key("")).isEmpty();
        assertThat(Settable.PRODUCT_CODE.key("A b")).contains("symfonia.product-code.A b");
        assertThat(Settable.ofKey("shoper.url")).isEmpty();
    }
}
