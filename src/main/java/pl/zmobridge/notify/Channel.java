package pl.zmobridge.notify;

import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.settings.Notifications;

/** A way on which people are told. */
public enum Channel {
    MAIL,
    WEBHOOK;

    /** Those that are configured. */
    public static List<Channel> of(Notifications settings) {
        List<Channel> channels = new ArrayList<>();
        settings.mail().ifPresent(mail -> channels.add(MAIL));
        settings.webhook().ifPresent(webhook -> channels.add(WEBHOOK));
        return channels;
    }
}
