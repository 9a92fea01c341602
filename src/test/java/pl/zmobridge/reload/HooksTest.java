package pl.zmobridge.reload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HooksTest {

    @ParameterizedTest
    @CsvSource({
        "direct:befor-import, direct:before-import",
        "direct:beforeimport, direct:before-import",
        "direct:after-imports, direct:after-import",
        "direct:after-sales, direct:after-sale",
        "direct:after-failur, direct:after-failure"
    })
    void whatIsNearlyAHookIsTakenForTheNearestOne(String written, String meant) {
        assertThat(Hooks.meant(written)).contains(meant);
        assertThat(Hooks.isHook(written)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:tell-warehouse", "direct:import", "timer:before-import", "seda:after-sales"})
    void whatLooksLikeNoneIsAnybodysOwn(String written) {
        assertThat(Hooks.meant(written)).isEmpty();
    }

    @Test
    void aHookIsOne() {
        assertThat(Hooks.isHook("direct:before-import")).isTrue();
    }
}
