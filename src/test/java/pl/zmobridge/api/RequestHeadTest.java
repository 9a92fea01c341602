package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A path that can be read in two ways names nothing")
class RequestHeadTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/orders",
                "/api/orders.csv",
                "/api/orders/",
                "/API/orders",
                "/api/orders/drop%20table/import",
                "/api/orders/SH%2F1201/import",
                "/api/orders/ZAM%20NR%2f2026%2F1201",
                "/dzi%C4%99kuj%C4%99",
                "/a/...",
                "/.well-known/x"
            })
    void plain(String path) {
        assertThat(head(path).isPlain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "//api/orders",
                "/api//orders",
                "/observe/health/live/../../../api/orders",
                "/api/./orders",
                "/api/..",
                "/api/..;/orders",
                "/api;x=1/orders",
                "/%2e%2e/api",
                "/%2E/api",
                "/api%2forders",
                "/api%2Forders",
                "/api/orders/SH%2F",
                "/api/orders/%2Fx",
                "/api/orders/1/a%2Fb",
                "/api%5corders",
                "/api\\orders",
                "/api%3b/orders",
                "/api/%252e%252e",
                "/api/%00",
                "/api/%0d%0aX:y",
                "/api/%7f",
                "/api/%zz",
                "/api/%c",
                "/api/ą"
            })
    void disguised(String path) {
        assertThat(head(path).isPlain()).isFalse();
    }

    @Test
    @DisplayName("even a very long one is judged")
    void veryLong() {
        assertThat(head("/a".repeat(4_000)).isPlain()).isTrue();
        assertThat(head("/" + "a".repeat(8_000) + ";").isPlain()).isFalse();
    }

    private static RequestHead head(String path) {
        return new RequestHead("GET", path, "localhost", "127.0.0.1:1", false, MultiMap.caseInsensitiveMultiMap());
    }
}
