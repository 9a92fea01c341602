package pl.zmobridge.api.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many connections are open, in all and of each sender. Some places are kept for this machine, so that strangers who hold all
 * others do not make a health check fail.
 */
final class Places {
    static final int KEPT_FOR_HERE = 20;
    private static final String HERE = "here";
    private static final int NETWORK_BYTES = 8;

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();

    Places(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** @return whether there was a place */
    synchronized boolean take(String ip) {
        String sender = sender(ip);
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        int others = all - taken.getOrDefault(HERE, 0);
        boolean room = all < most
                && taken.getOrDefault(sender, 0) < mostOfOne
                && (sender.equals(HERE) || others < most - KEPT_FOR_HERE);
        if (room) {
            taken.merge(sender, 1, Integer::sum);
        }
        return room;
    }

    synchronized void letGo(String ip) {
        taken.computeIfPresent(sender(ip), (sender, number) -> number == 1 ? null : number - 1);
    }

    /** The address itself, or its /64 network: whoever has one address of IPv6 has all of that network. */
    private static String sender(String ip) {
        try {
            InetAddress address = InetAddress.getByName(ip); // a literal: nothing is looked up
            byte[] bytes = address.getAddress();
            if (address.isLoopbackAddress()) {
                return HERE;
            }
            return bytes.length == 4 ? ip : Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return ip;
        }
    }
}
