package pl.zmobridge.register;

import java.util.List;

/** An order that has no card: its data in the shop must be repaired. The message lists every reason. */
public final class FaultyCard extends RuntimeException {
    public FaultyCard(List<String> problems) {
        super(String.join("\n", problems));
    }
}
