package pl.zmobridge.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Both simulators as a process: {@code --shoper-port N --symfonia-port N --orders N [--seed N]}. Ports default to free ones,
 * orders to 0. Prints one line with both addresses when they listen, and runs until it is killed.
 */
public final class SimMain {
    private SimMain() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, Integer> options = options(args);
        try (ShoperSim shoper = new ShoperSim();
                SymfoniaSim symfonia = new SymfoniaSim()) {
            shoper.addOrders(
                    new SampleOrders(options.getOrDefault("--seed", 1)).list(options.getOrDefault("--orders", 0)));
            symfonia.start(options.getOrDefault("--symfonia-port", 0));
            shoper.start(options.getOrDefault("--shoper-port", 0));
            System.out.println("shoper=" + shoper.url() + " token=" + ShoperSim.TOKEN + " symfonia=" + symfonia.url()
                    + " application-guid=" + SymfoniaSim.APPLICATION_GUID);
            new CountDownLatch(1).await();
        }
    }

    private static Map<String, Integer> options(String[] args) {
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("every option needs a value");
        }
        Map<String, Integer> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            options.put(args[i], Integer.valueOf(args[i + 1]));
        }
        return options;
    }
}
