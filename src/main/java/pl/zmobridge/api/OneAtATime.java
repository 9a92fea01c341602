package pl.zmobridge.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Gives each address one large answer at a time, until its last byte is sent (I11). */
final class OneAtATime {
    private static final String AGAIN_IN_SECONDS = "5";

    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** @throws ApiProblem 429 while the request's address is being given another one */
    void enter(Exchange exchange) {
        Object sender = exchange.getMessage().getHeader("CamelVertxPlatformHttpRemoteAddress", "", Object.class);
        String address = Access.ipOf(sender.toString());
        if (!busy.add(address)) {
            throw new ApiProblem(
                            429,
                            "Too many requests",
                            "Another table is being made for this address; try again when it is there")
                    .with("Retry-After", AGAIN_IN_SECONDS);
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange over) {
                busy.remove(address);
            }
        });
    }
}
