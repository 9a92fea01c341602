package pl.zmobridge.app;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quartz.CronExpression;
import pl.zmobridge.attempt.KsefAccount;
import pl.zmobridge.attempt.KsefAccounts;
import pl.zmobridge.ksef.KsefTokens;
import pl.zmobridge.settings.ShopSettings;

/** Whom KSeF is asked about, and how far from each other: made from what is configured for the shops. */
final class KsefSetup {
    private static final Duration USUAL = Duration.ofMinutes(15);

    private KsefSetup() {}

    /** One account a seller, whatever shops he has. */
    static KsefAccounts accounts(List<ShopSettings> shops, InstantSource clock) {
        Map<String, List<ShopSettings>> bySeller = new LinkedHashMap<>();
        shops.forEach(shop -> shop.ksef()
                .ifPresent(ksef -> bySeller.computeIfAbsent(ksef.nip() + ksef.url(), seller -> new ArrayList<>())
                        .add(shop)));
        return new KsefAccounts(
                bySeller.values().stream().map(ofOne -> account(ofOne, clock)).toList());
    }

    private static KsefAccount account(List<ShopSettings> shops, InstantSource clock) {
        ShopSettings.Ksef ksef = shops.get(0).ksef().orElseThrow();
        Set<String> noting = new TreeSet<>();
        shops.stream().filter(shop -> shop.ksef().orElseThrow().notes()).forEach(shop -> noting.add(shop.id()));
        return new KsefAccount(
                ksef.url(),
                ksef.nip(),
                ksef.token(),
                ksef.alarm(),
                shops.stream().map(ShopSettings::id).toList(),
                noting,
                new KsefTokens(clock));
    }

    /** Half of what lies between two polls of a schedule: another bridge that asked so lately has asked for this one too. */
    static Duration quiet(String cron, InstantSource clock) {
        try {
            CronExpression schedule = new CronExpression(cron);
            Date next = schedule.getNextValidTimeAfter(Date.from(clock.instant()));
            Date following = next == null ? null : schedule.getNextValidTimeAfter(next);
            return following == null
                    ? USUAL.dividedBy(2)
                    : Duration.between(next.toInstant(), following.toInstant()).dividedBy(2);
        } catch (ParseException e) {
            throw new IllegalStateException("ksef.poll.cron was judged before", e);
        }
    }
}
