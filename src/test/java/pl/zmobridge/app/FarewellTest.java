package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

class FarewellTest {
    private final Logger log = (Logger) LoggerFactory.getLogger("pl.zmobridge");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
    }

    @Test
    void theLastLineSaysHowManyOrdersWereLetGo() {
        assertThat(said(2))
                .singleElement()
                .asString()
                .matches(
                        "WARN ZMO Bridge has stopped after \\d+ s; 2 orders were in work let go, the next start goes on with them");
    }

    @Test
    void aStopThatFinishedEverythingSaysSo() {
        assertThat(said(0))
                .singleElement()
                .asString()
                .matches("INFO ZMO Bridge has stopped after \\d+ s; no order is in work");
    }

    @Test
    void aBridgeThatNeverRanSaysNothing() {
        new Farewell().of(() -> 3).close();

        assertThat(lines.list).isEmpty();
    }

    @Test
    @Timeout(20)
    void aSignalWaitsForTheLastLineOfABridgeThatRunsAndForNoOther() throws Exception {
        Farewell farewell = new Farewell();
        farewell.await();

        farewell.afterStart(null);
        Thread signal = new Thread(farewell::await);
        signal.start();
        await().until(() -> signal.getState() == Thread.State.TIMED_WAITING);
        farewell.close();
        signal.join();

        assertThat(lines.list).hasSize(1);
    }

    @Test
    void aTimeIsToldInItsTwoLargestUnits() {
        assertThat(List.of(
                        Farewell.words(Duration.ofSeconds(40)),
                        Farewell.words(Duration.ofSeconds(61)),
                        Farewell.words(Duration.ofMinutes(192)),
                        Farewell.words(Duration.ofHours(48))))
                .containsExactly("40 s", "1 min 1 s", "3 h 12 min", "2 d 0 h");
    }

    private List<String> said(int inWork) {
        Farewell farewell = new Farewell().of(() -> inWork);
        farewell.afterStart(null);
        farewell.close();
        return lines.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
