package pl.zmobridge.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.zmobridge.app.Bridge;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/** A shop, an ERP, a schema and the home of the bridges between them, with what is expected of each order. */
final class Site implements AutoCloseable {
    final ShoperSim shop = new ShoperSim().start();
    final SymfoniaSim erp = new SymfoniaSim().start();
    final Register register;
    final BridgeHome home;
    final Map<Long, Expected> expected = new TreeMap<>();
    private final List<Bridge> bridges = new ArrayList<>();

    Site(Path directory, String schema) {
        register = new Register(schema);
        home = new BridgeHome(directory, shop, erp, schema);
    }

    /** A new order that must end so. */
    long order(OrderBuilder order, Expected end) {
        long id = shop.addOrder(order);
        expected.put(id, end);
        return id;
    }

    /** Starts a bridge in this process; it polls at once. */
    Bridge bridge() throws Exception {
        Bridge bridge = Bridge.start(home.settings(), main -> EditedBridge.plantIn(main, home.path()));
        bridges.add(bridge);
        return bridge;
    }

    /** Lets every bridge finish what it has begun. */
    void stopBridges() {
        bridges.forEach(Bridge::close);
        bridges.clear();
    }

    /** Everything that is wrong now. */
    List<String> violations() {
        return Audit.of(shop, erp, register, expected);
    }

    @Override
    public void close() {
        stopBridges();
        shop.close();
        erp.close();
    }
}
