package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.settings.Notifications.Tls;
import pl.zmobridge.words.Language;

@DisplayName("The keys of notifications")
class NotifyKeysTest {
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

    @Test
    @DisplayName("may all be left out: nobody is told anything")
    void none() {
        assertThat(SettingsReader.of(Path.of(""), values()).notifications().isWanted())
                .isFalse();
    }

    @Test
    @DisplayName("name recipients, a server, and when")
    void all() {
        Settings settings = SettingsReader.of(
                Path.of(""),
                values(
                        "notify.mail.to", "ola@example.pl, jan@example.pl",
                        "notify.mail.from", "most@example.pl",
                        "notify.smtp.host", "127.0.0.1",
                        "notify.smtp.user", "most",
                        "notify.smtp.password", "tajne-haslo",
                        "notify.webhook.url", "https://hooks.example.pl/x?sig=abc",
                        "notify.webhook.secret", "s3cret",
                        "notify.quiet", "22:00-6:00",
                        "notify.summary", "7:30"));
        Notifications notify = settings.notifications();

        assertThat(notify.mail().orElseThrow().to()).containsExactly("ola@example.pl", "jan@example.pl");
        assertThat(notify.mail().orElseThrow().tls()).isEqualTo(Tls.STARTTLS);
        assertThat(notify.mail().orElseThrow().port()).isEqualTo(587);
        assertThat(notify.language()).isEqualTo(Language.PL);
        assertThat(notify.gather()).isEqualTo(Duration.ofMinutes(2));
        assertThat(notify.quiet()).contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        assertThat(notify.summary()).contains(LocalTime.of(7, 30));
        assertThat(settings.secrets()).contains("tajne-haslo", "s3cret", "https://hooks.example.pl/x?sig=abc");
        assertThat(settings.toString()).doesNotContain("tajne-haslo", "s3cret", "sig=abc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notify.mail.to|ola|is no e-mail address",
                "notify.mail.to|ola@example.pl~Bcc: x@example.pl|is no e-mail address",
                "notify.mail.to|ola@example.pl|notify.mail.from is missing",
                "notify.mail.to|ola@example.pl|notify.smtp.host is missing",
                "notify.mail.to|,|names no address",
                "notify.smtp.user|most|notify.smtp.password is missing",
                "notify.smtp.tls|ssl|must be one of starttls, tls, none",
                "notify.smtp.tls.ca|no-such.pem|names a file that does not exist",
                "notify.webhook.url|http://8.8.8.8/hook|make it https",
                "notify.webhook.url|https://user:pass@example.pl/|is no web address",
                "notify.webhook.url|hooks.example.pl|is no web address",
                "notify.quiet|22:00|must be two times of day",
                "notify.quiet|22:00-22:00|nobody would ever be told",
                "notify.summary|25:00|must be a time of day",
                "notify.sumary|07:00|did you mean notify.summary?"
            })
    @DisplayName("say what is wrong with them")
    void wrong(String key, String value, String fault) {
        String given = value.replace("~", "\r\n");

        BadSettings bad =
                catchThrowableOfType(BadSettings.class, () -> SettingsReader.of(Path.of(""), values(key, given)));

        assertThat(bad.problems()).anyMatch(problem -> problem.contains(fault));
        assertThat(bad.problems().toString()).doesNotContain("user:pass");
    }

    @Test
    @DisplayName("send no password in the open through the open network")
    void inTheOpen() {
        BadSettings bad = catchThrowableOfType(
                BadSettings.class,
                () -> SettingsReader.of(
                        Path.of(""),
                        values(
                                "notify.mail.to", "ola@example.pl",
                                "notify.mail.from", "most@example.pl",
                                "notify.smtp.host", "8.8.8.8",
                                "notify.smtp.tls", "none")));

        assertThat(bad.problems()).singleElement().asString().contains("notify.smtp.tls", "8.8.8.8");
    }
}
