package pl.zmobridge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class DemoTest {

    @Test
    void everyOrderEndsWhereItShouldAndNothingIsDoubled() throws Exception {
        Story story = new Story(Duration.ofSeconds(12), 16);
        List<String> said = new CopyOnWriteArrayList<>();

        Summary summary = Demo.play(Path.of("").toAbsolutePath(), story, new Terminal() {
            @Override
            void say(String line) {
                said.add(line);
            }
        });

        assertThat(summary.placed()).isEqualTo(16);
        assertThat(summary.inState("REALISED")).isEqualTo(14);
        assertThat(summary.inState("CLOSED")).describedAs("the cancelled one").isEqualTo(1);
        assertThat(summary.inState("RECEIVED"))
                .describedAs("the one whose sum fits nothing")
                .isEqualTo(1);
        assertThat(summary.deadLetters()).isEqualTo(1);
        assertThat(summary.zmo()).isBetween(14, 15);
        assertThat(summary.invoices() + summary.receipts()).isEqualTo(14);
        assertThat(summary.rightAmounts()).isEqualTo(summary.zmo());
        assertThat(summary.doubled()).isZero();
        assertThat(said)
                .anyMatch(line -> line.matches(".*SH/12\\d\\d +issued: ZMO SH/12\\d\\d"))
                .anyMatch(line -> line.matches(".*SH/12\\d\\d +realised: (FV|PA)/\\d{4}/\\d{4}"))
                .anyMatch(line -> line.contains("switched off for 4 s: look at the console"))
                .noneMatch(line -> line.contains("Look at  ")) // it ends at once
                .anyMatch(line -> line.contains("waits: Brak wystarczającej ilości towaru BUT-0042"))
                .noneMatch(line -> line.matches("(?i).*(@example|exception|password).*"));
    }
}
