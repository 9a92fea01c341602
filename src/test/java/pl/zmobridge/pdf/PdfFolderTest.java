package pl.zmobridge.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.symfonia.SalePdf;

@DisplayName("The folder of PDFs")
class PdfFolderTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @TempDir
    Path home;

    private static SalePdf.Ready pdf(String text) {
        byte[] content = ("%PDF-" + text).getBytes(StandardCharsets.UTF_8);
        return new SalePdf.Ready(content, SalePdf.sha1(content));
    }

    @ParameterizedTest(name = "{0} is the file {1}")
    @CsvSource({
        "FV/0012/2026, FV_0012_2026",
        "FV 12/ŁÓDŹ/26, FV_12_ŁÓDŹ_26",
        "../../etc/passwd, etc_passwd",
        "..\\..\\autoexec.bat, autoexec.bat",
        "C:\\FV 1, C_FV_1",
        "CON, _CON",
        "lpt1.7, _lpt1.7",
        "'FV/1. ', FV_1",
        "///, id-7",
        "'', id-7",
        "'FV<|>?*:1', FV_1"
    })
    void names(String number, String name) {
        assertThat(FileName.of(number, 7)).isEqualTo(name);
        assertThat(FileName.of("F".repeat(500) + "\u0000\n", 7)).isEqualTo("F".repeat(100));
    }

    @Test
    @DisplayName("has a directory for each month, whole files alone, and reads back what it has saved")
    void saves() throws IOException {
        PdfFolder folder = new PdfFolder(home.resolve("documents"));
        String file = folder.save(pdf("a"), NOVEMBER, "FV_0012_2026", "1-2");

        assertThat(file).isEqualTo("2026/11/FV_0012_2026.pdf");
        assertThat(home.resolve("documents").resolve(file)).hasContent("%PDF-a");
        assertThat(folder.find(file, pdf("a").sha1())).isPresent();
        assertThat(folder.find(file, pdf("b").sha1()))
                .describedAs("something else")
                .isEmpty();
        assertThat(folder.find("2026/11/other.pdf", pdf("a").sha1())).isEmpty();
        Files.writeString(home.resolve("secret"), "%PDF-a");
        assertThat(folder.find("../secret", pdf("a").sha1()))
                .describedAs("outside")
                .isEmpty();
        try (Stream<Path> all = Files.walk(home.resolve("documents"))) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    @DisplayName("never overwrites a file: the same content is done, another one has a name of its own")
    void namesakes() throws IOException {
        PdfFolder folder = new PdfFolder(home);
        assertThat(folder.save(pdf("a"), NOVEMBER, "FV_1", "1-1")).isEqualTo("2026/11/FV_1.pdf");
        assertThat(folder.save(pdf("a"), NOVEMBER, "FV_1", "1-1")).isEqualTo("2026/11/FV_1.pdf");
        assertThat(folder.save(pdf("b"), NOVEMBER, "FV_1", "9-1")).isEqualTo("2026/11/FV_1-2.pdf");
        assertThat(folder.save(pdf("b"), NOVEMBER, "FV_1", "9-1")).isEqualTo("2026/11/FV_1-2.pdf");
        assertThat(folder.save(pdf("a"), NOVEMBER, "FV_1", "1-1")).isEqualTo("2026/11/FV_1.pdf");
        assertThat(home.resolve("2026/11/FV_1.pdf")).hasContent("%PDF-a");

        Files.writeString(home.resolve("2026/11/.FV_2.1-1.part"), "half of a file, left by a bridge that died");
        folder.save(pdf("c"), NOVEMBER, "FV_2", "1-1");
        assertThat(home.resolve("2026/11/FV_2.pdf")).hasContent("%PDF-c");
        assertThat(home.resolve("2026/11/.FV_2.1-1.part")).doesNotExist();
    }

    @Test
    @DisplayName("says so when it takes nothing")
    void taken() throws IOException {
        Files.writeString(home.resolve("2026"), "in the way");
        assertThatThrownBy(() -> new PdfFolder(home).save(pdf("a"), NOVEMBER, "FV_1", "1-1"))
                .isInstanceOf(IOException.class);
    }
}
