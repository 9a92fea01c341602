package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.symfonia.SalePdf.Fault;

@DisplayName("The ERP's answer to Sales/PDF")
class SalePdfTest {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private static ObjectNode answer(byte[] content, String hash) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Hash_SHA1", hash)
                .put("CreateDate", "2026-11-27T12:00:00")
                .put("ContentFile_Base64", Base64.getEncoder().encodeToString(content));
    }

    private static Fault fault(ObjectNode answer) {
        return ((SalePdf.Unusable) SalePdf.read(answer)).fault();
    }

    @Test
    @DisplayName("is a PDF whose hash is right, in any notation, or which is whole where no hash comes")
    void ready() {
        String hex = SalePdf.sha1(PDF);
        for (String hash : new String[] {
            hex,
            hex.toUpperCase(Locale.ROOT),
            hex.replaceAll("(..)(?=.)", "$1-"),
            Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)),
            null
        }) {
            assertThat(SalePdf.read(answer(PDF, hash))).isInstanceOfSatisfying(SalePdf.Ready.class, ready -> {
                assertThat(ready.content()).isEqualTo(PDF);
                assertThat(ready.sha1()).isEqualTo(hex);
            });
        }
        ObjectNode other = JsonNodeFactory.instance.objectNode();
        other.put("contentfile_base64", Base64.getMimeEncoder().encodeToString(PDF))
                .put("hash_sha1", hex);
        assertThat(SalePdf.read(other)).isInstanceOf(SalePdf.Ready.class);
    }

    @Test
    @DisplayName("is not taken for one when it is missing, damaged, cut off or something else")
    void unusable() {
        assertThat(((SalePdf.Unusable) SalePdf.read(MissingNode.getInstance())).fault())
                .isEqualTo(Fault.NONE);
        assertThat(fault(answer(new byte[0], SalePdf.sha1(new byte[0])))).isEqualTo(Fault.NONE);
        assertThat(fault(answer(PDF, SalePdf.sha1(new byte[] {1})))).isEqualTo(Fault.OTHER_HASH);
        assertThat(fault(answer(PDF, "x"))).isEqualTo(Fault.OTHER_HASH);
        byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
        assertThat(fault(answer(page, SalePdf.sha1(page)))).isEqualTo(Fault.NOT_PDF);
        byte[] half = "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8);
        assertThat(fault(answer(half, null))).isEqualTo(Fault.NOT_PDF);
        assertThat(fault(answer(PDF, "").put("ContentFile_Base64", "JVBER"))).isEqualTo(Fault.NOT_BASE64);
    }
}
