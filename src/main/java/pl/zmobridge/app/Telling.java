package pl.zmobridge.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.main.Main;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.notify.Channel;
import pl.zmobridge.notify.Notifier;
import pl.zmobridge.notify.SmtpServer;
import pl.zmobridge.notify.Systems;
import pl.zmobridge.settings.Notifications;

/** Binds what {@code engine/notifications} needs. With nobody to tell, its timer does not run. */
final class Telling {
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final int LOOKS = 4;

    private final Notifications settings;
    private final Notifier notifier;

    Telling(Notifications settings, List<String> shops, Outages outages, InstantSource clock) {
        this.settings = settings;
        this.notifier = new Notifier(settings, shops, systems(outages), clock);
    }

    void bind(Main main) {
        JavaMailSender sender =
                settings.mail().map(mail -> new SmtpServer(mail).sender()).orElseGet(DefaultJavaMailSender::new);
        main.bind("mailSender", sender);
        main.bind("notifier", notifier);
        main.addInitialProperty("notify.wanted", Boolean.toString(settings.isWanted()));
        main.addInitialProperty("notify.look", Long.toString(look().toMillis()));
    }

    /** Often enough that a message is not later than what it is gathered for. */
    private Duration look() {
        Duration look = settings.gather().dividedBy(LOOKS).plusMillis(1);
        return look.compareTo(LONGEST_LOOK) < 0 ? look : LONGEST_LOOK;
    }

    /** Since when a channel has failed, for those that are configured. */
    Map<String, Optional<Instant>> channels() {
        Map<String, Optional<Instant>> channels = new TreeMap<>();
        Channel.of(settings)
                .forEach(channel ->
                        channels.put(channel.name(), notifier.deliveries().failingSince(channel)));
        return channels;
    }

    private static Systems systems(Outages outages) {
        return new Systems() {
            @Override
            public Map<FailedSystem, Instant> away(String shop) {
                Map<String, Instant> named = outages.away(shop);
                Map<FailedSystem, Instant> away = new EnumMap<>(FailedSystem.class);
                Outages.NEEDED.stream()
                        .filter(system -> named.containsKey(system.toString()))
                        .forEach(system -> away.put(system, named.get(system.toString())));
                return away;
            }

            @Override
            public Optional<Instant> answeredAt(FailedSystem system, String shop) {
                return outages.answeredAt(system, shop);
            }
        };
    }
}
