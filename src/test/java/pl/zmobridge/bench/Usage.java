package pl.zmobridge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used so far.
 *
 * @param cpu processor time, user and system
 * @param residentMb the most memory that was ever resident; where the system does not tell, what is resident now
 */
record Usage(Duration cpu, long residentMb) {

    static Usage of(Process process) {
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new Usage(cpu, resident(process.pid()) / 1024);
    }

    Duration cpuSince(Usage before) {
        return cpu.minus(before.cpu);
    }

    private static long resident(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            if (!Files.exists(status)) {
                return byPs(pid);
            }
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return byPs(pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long byPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes()).strip());
    }
}
