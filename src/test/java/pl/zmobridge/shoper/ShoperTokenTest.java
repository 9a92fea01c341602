package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The shop's token")
class ShoperTokenTest {
    private Instant now = Instant.parse("2026-10-02T08:00:00Z");
    private final ShoperToken login = ShoperToken.login("żmo", "hasło:1", () -> now);

    @Test
    @DisplayName("from the panel is used for ever, also after a rejection")
    void fromThePanel() {
        ShoperToken fixed = ShoperToken.fixed("tajny");

        assertThat(fixed.bearer()).isEqualTo("Bearer tajny");
        fixed.rejected("Bearer tajny");
        assertThat(fixed.bearer()).isEqualTo("Bearer tajny");
        assertThat(fixed.canLogIn()).isFalse();
        assertThat(fixed.needsLogin()).isFalse();
        assertThatIllegalStateException().isThrownBy(fixed::basic);
    }

    @Test
    @DisplayName("comes with a login, in UTF-8")
    void comesWithALogin() {
        assertThat(login.canLogIn()).isTrue();
        assertThat(login.needsLogin()).isTrue();
        assertThatIllegalStateException().isThrownBy(login::bearer);
        assertThat(login.basic()).isEqualTo("Basic xbxtbzpoYXPFgm86MQ==");

        accept("pierwszy", "2592000");

        assertThat(login.needsLogin()).isFalse();
        assertThat(login.bearer()).isEqualTo("Bearer pierwszy");
    }

    @ParameterizedTest(name = "of {0} seconds after {1}")
    @DisplayName("is renewed shortly before it expires")
    @CsvSource({"2592000, 2591400", "3600, 3240", "10, 9"})
    void isRenewedBeforeItExpires(String lifetime, long usable) {
        accept("pierwszy", lifetime);

        now = now.plusSeconds(usable - 1);
        assertThat(login.needsLogin()).isFalse();
        now = now.plusSeconds(1);
        assertThat(login.needsLogin()).isTrue();
        assertThat(login.bearer()).as("still good for others meanwhile").isEqualTo("Bearer pierwszy");
    }

    @Test
    @DisplayName("without a readable expiry is used until it is rejected")
    void withoutAReadableExpiry() {
        accept("pierwszy", "wkrótce");
        now = now.plus(Duration.ofDays(400));

        assertThat(login.needsLogin()).isFalse();
        login.rejected("Bearer pierwszy");
        assertThat(login.needsLogin()).isTrue();
    }

    @Test
    @DisplayName("that another thread has renewed survives the rejection of the old one")
    void survivesTheRejectionOfTheOldOne() {
        accept("pierwszy", "3600");
        accept("drugi", "3600");

        login.rejected("Bearer pierwszy");

        assertThat(login.bearer()).isEqualTo("Bearer drugi");
    }

    @Test
    @DisplayName("has to be in the answer to a login")
    void hasToBeInTheAnswer() {
        assertThatThrownBy(() -> login.accept(Wire.json("{'expires_in':3600}"))).isInstanceOf(ShopAnswerUnusable.class);
    }

    @Test
    @DisplayName("I6 is never printed")
    void isNeverPrinted() {
        accept("pierwszy", "3600");

        assertThat(login + " " + ShoperToken.fixed("tajny")).isEqualTo("ShoperToken[login] ShoperToken[static]");
    }

    private void accept(String token, String expiresIn) {
        login.accept(
                Wire.json("{'access_token':'" + token + "','expires_in':'" + expiresIn + "','token_type':'bearer'}"));
    }
}
