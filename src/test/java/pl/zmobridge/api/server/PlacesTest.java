package pl.zmobridge.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How many connections are served")
class PlacesTest {
    private final Places places = new Places(200, 20);

    @Test
    @DisplayName("Twenty of one address, and of one network of IPv6")
    void ofOne() {
        for (int i = 0; i < 20; i++) {
            assertThat(places.take("192.0.2.1")).isTrue();
            assertThat(places.take("2001:db8:1:2::" + i)).isTrue();
        }
        assertThat(places.take("192.0.2.1")).isFalse();
        assertThat(places.take("2001:db8:1:2:ffff::1")).isFalse();
        assertThat(places.take("2001:db8:1:3::1")).isTrue();

        places.letGo("192.0.2.1");

        assertThat(places.take("192.0.2.1")).isTrue();
        assertThat(places.take("192.0.2.1")).isFalse();
    }

    @Test
    @DisplayName("Two hundred in all, of which some are kept for this machine")
    void inAll() {
        int strangers = 0;
        for (int i = 0; i < 500; i++) {
            strangers += places.take("192.0.2." + i % 250) ? 1 : 0;
        }
        assertThat(strangers).isEqualTo(200 - Places.KEPT_FOR_HERE);

        for (int i = 0; i < 20; i++) {
            assertThat(places.take(i % 2 == 0 ? "127.0.0.1" : "::1")).isTrue();
        }
        assertThat(places.take("127.0.0.2")).isFalse();
    }
}
