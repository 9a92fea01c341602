package pl.zmobridge.camel;

import java.io.IOException;

/** An answer was broken off, because it is longer than the bridge's memory allows. */
public final class AnswerTooLong extends IOException {
    private static final long MEGABYTE = 1024L * 1024;

    private final long mostBytes;

    public AnswerTooLong(long mostBytes) {
        super("the answer is longer than " + mostBytes + " bytes; it was broken off");
        this.mostBytes = mostBytes;
    }

    public long mostMegabytes() {
        return mostBytes / MEGABYTE;
    }
}
