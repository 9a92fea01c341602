package pl.zmobridge.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestLayersTest {
    private static List<String> integrationTests;

    @BeforeAll
    static void read() throws URISyntaxException {
        Path classes = Path.of(TestLayersTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        integrationTests = TestLayers.in(classes).integrationTests();
    }

    @Test
    void aTestThatReachesADatabaseThroughAHelperIsAnIntegrationTest() {
        assertThat(integrationTests).contains("pl.zmobridge.flow.PollTest");
    }

    @Test
    void aTestThatStartsABrowserIsAnIntegrationTest() {
        assertThat(integrationTests).anyMatch(name -> name.endsWith("ConsoleBrowserTest"));
    }

    @Test
    void aTestThatNeedsItsOwnProcessOnlyIsNone() {
        assertThat(integrationTests).doesNotContain("pl.zmobridge.ArchitectureTest", TestLayersTest.class.getName());
    }
}
