package pl.zmobridge.logs;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The zone in which this process tells its times: the machine's until a shop has told its own. As a converter it writes a line's time,
 * {@code 2026-10-02 09:41:07}.
 */
public final class LogZone extends ClassicConverter {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final AtomicReference<ZoneId> OF_SHOP = new AtomicReference<>();

    public static ZoneId current() {
        ZoneId shop = OF_SHOP.get();
        return shop == null ? ZoneId.systemDefault() : shop;
    }

    /**
     * Takes a shop's zone, unless another shop was first.
     *
     * @return whether the clock of the lines that follow is another one
     */
    public static boolean take(ZoneId shop) {
        ZoneId before = current();
        return OF_SHOP.compareAndSet(null, shop) && !shop.getRules().equals(before.getRules());
    }

    @Override
    public String convert(ILoggingEvent event) {
        return FORMAT.format(Instant.ofEpochMilli(event.getTimeStamp()).atZone(current()));
    }
}
