package pl.zmobridge.camel;

import java.time.Duration;

/** How long a call may take as a whole, from the request to the last byte of its answer. */
public interface Patience {
    /** @param address the whole address that is called */
    Duration with(String method, String address);
}
