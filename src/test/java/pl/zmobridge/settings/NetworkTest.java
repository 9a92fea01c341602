package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who can listen on the way to an address")
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9000, LOOPBACK",
        "http://127.9.9.9, LOOPBACK",
        "http://localhost/x, LOOPBACK",
        "http://[::1]:9000, LOOPBACK",
        "http://10.1.2.3, PRIVATE",
        "http://172.16.0.1, PRIVATE",
        "http://192.168.255.255, PRIVATE",
        "http://169.254.0.1, PRIVATE",
        "http://[fc00::1], PRIVATE",
        "http://[fdff::1], PRIVATE",
        "http://[fe80::1], PRIVATE",
        "http://[::ffff:10.0.0.1], PRIVATE",
        "http://172.15.0.1, OPEN",
        "http://192.169.0.1, OPEN",
        "http://100.64.0.1, OPEN",
        "http://8.8.8.8:9000, OPEN",
        "http://[fe00::1], OPEN",
        "http://[2606:4700::1111], OPEN",
        "http://[::ffff:8.8.8.8], OPEN",
        "http://erp.invalid, UNKNOWN"
    })
    void isWhatTheAddressSays(String url, Network network) {
        assertThat(Network.of(url)).isEqualTo(network);
    }
}
