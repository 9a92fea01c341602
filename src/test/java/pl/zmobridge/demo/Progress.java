package pl.zmobridge.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Tells where {@code mvn -Pdemo} is while Maven works; run from its source, before anything is compiled. */
public final class Progress {
    private Progress() {}

    public static void main(String[] line) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("  " + String.join(" ", line));
    }
}
