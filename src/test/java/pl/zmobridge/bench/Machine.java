package pl.zmobridge.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where it was measured. */
final class Machine {
    private Machine() {}

    static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Runtime.getRuntime().availableProcessors() + " processors (" + processor() + "), "
                + system.getTotalMemorySize() / (1 << 30) + " GB, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1") + ", Java "
                + System.getProperty("java.version")
                + "; the simulators and MariaDB run on the same machine";
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
