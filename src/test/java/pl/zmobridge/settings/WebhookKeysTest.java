package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.settings.ShopSettings.Webhook;

@DisplayName("The keys of the shop's webhooks")
class WebhookKeysTest {
    private static final String ADDRESS = "kQ7pX2mB9vT4cN8wL1sZ";
    private static final String SECRET = "tajny-podpis-sklepu-1";

    private static Settings read(String address, String secret) {
        Map<Object, Object> values = new HashMap<>();
        Keys.all()
                .filter(key -> key.need().filter(need -> need.en().isEmpty()).isPresent())
                .forEach(key -> values.put(key.name(), key.example()));
        values.putAll(Map.of("shoper.token", "t", "symfonia.delivery.code", "DOSTAWA"));
        values.putAll(Map.of("db.url", "jdbc:mariadb://127.0.0.1/z", "db.user", "z"));
        values.putAll(Map.of("shoper.webhook.address", address, "shoper.webhook.secret", secret));
        return SettingsReader.of(Path.of(""), values);
    }

    @Test
    @DisplayName("may both be left out")
    void none() {
        assertThat(read("", "").shops().get(0).shoper().webhook()).isEmpty();
    }

    @Test
    @DisplayName("are both secrets")
    void both() {
        ShopSettings shop = read(ADDRESS, SECRET).shops().get(0);

        assertThat(shop.shoper().webhook()).contains(new Webhook(ADDRESS, SECRET));
        assertThat(shop.secrets()).contains(ADDRESS, SECRET);
        assertThat(shop.toString()).doesNotContain(ADDRESS, SECRET);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "kQ7pX2mB9vT4cN8wL1sZ, '', shoper.webhook.secret",
        "'', tajny-podpis-sklepu-1, shoper.webhook.address",
        "short, tajny-podpis-sklepu-1, shoper.webhook.address",
        "kQ7pX2mB9vT4/N8wL1sZ, tajny-podpis-sklepu-1, shoper.webhook.address",
        "kQ7pX2mB9vT4cN8wL1sZ, short, shoper.webhook.secret",
    })
    void areRefusedWhenOneIsMissingOrCanBeGuessed(String address, String secret, String key) {
        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> read(address, secret));

        assertThat(bad).hasMessageContaining(key);
        assertThat(bad.getMessage()).doesNotContain("tajny-podpis-sklepu-1", "kQ7pX2mB9vT4cN8wL1sZ");
    }
}
