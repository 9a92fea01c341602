package pl.zmobridge.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives each address one large answer at a time, until its last byte is sent or its connection is gone (I11). */
final class OneAtATime {
    private static final String AGAIN_IN_SECONDS = "5";

    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** @throws ApiProblem 429 while the address is being given another one */
    void enter(String address) {
        if (!busy.add(address)) {
            throw refusal();
        }
    }

    static ApiProblem refusal() {
        return new ApiProblem(
                        429,
                        "Too many requests",
                        "Another table is being made for this address; try again when it is there")
                .with("Retry-After", AGAIN_IN_SECONDS);
    }

    void leave(String address) {
        busy.remove(address);
    }
}
