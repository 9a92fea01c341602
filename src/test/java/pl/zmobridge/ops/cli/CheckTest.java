package pl.zmobridge.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.support.Rig;

class CheckTest {
    private final Rig rig = new Rig();

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aGoodConfigurationPasses() throws Exception {
        Shell.Result result = Shell.run("check", "--home", rig.home(home).toString());
        assertThat(result.exitCode()).isZero();
    }
}
