package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** I6: whoever sees the database alone sees no token. */
class SealTest {
    private static final String ERP = "http://erp.example.pl:9000";
    private static final String TOKEN = "2ab29954-ca2d-4c6b-873b-9b136e892d7d";

    private final Seal seal = new Seal(ERP, "key");

    @Test
    void aTokenIsReadWithTheSameKeyOnly() {
        byte[] closed = seal.close(TOKEN);

        assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain(TOKEN.substring(0, 8));
        assertThat(new Seal(ERP, "key").open(closed)).contains(TOKEN);
        assertThat(new Seal(ERP, "another").open(closed)).isEmpty();
        assertThat(seal.close(TOKEN)).isNotEqualTo(closed);
    }

    @Test
    void whatIsNoneIsNotRead() {
        assertThat(seal.open(new byte[5])).isEmpty();
        assertThat(seal.open(new byte[64])).isEmpty();
    }

    @Test
    void anErpIsKnownByAddressAndKey() {
        assertThat(seal.name()).hasSize(64).isEqualTo(new Seal(ERP, "key").name());
        assertThat(seal.name()).isNotEqualTo(new Seal(ERP, "another").name());
    }
}
