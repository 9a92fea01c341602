package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.common;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pl.zmobridge.settings.Key.Need;
import pl.zmobridge.settings.Notifications.Tls;
import pl.zmobridge.words.Language;

/** The keys of notifications: what needs a person, by e-mail and to a web address. */
final class NotifyKeys {
    static final Section NOTIFY = new Section("notifications", "powiadomienia");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"()\\p{Cntrl}]+@[\\p{L}\\p{N}.-]+");
    private static final Predicate<SettingsValues> MAIL = values -> values.has(NotifyKeys.MAIL_TO);

    static final Key<List<String>> MAIL_TO = NOTIFY.with(
            common("notify.mail.to", addresses())
                    .example("ola@example.pl, serwis@example.pl")
                    .en(
                            "Who gets an e-mail when something needs a person (docs/operations.md): addresses separated by commas. Empty: nobody.")
                    .pl(
                            "Kto dostaje e-mail, gdy coś wymaga człowieka (docs/operations.md): adresy oddzielone przecinkami. Puste: nikt."));
    static final Key<String> MAIL_FROM = NOTIFY.with(common("notify.mail.from", address())
            .needed(new Need(MAIL, "is missing", "with `notify.mail.to`", "przy `notify.mail.to`"))
            .example("most@example.pl")
            .en("Sender of these e-mails.")
            .pl("Nadawca tych e-maili."));
    static final Key<String> SMTP_HOST = NOTIFY.with(common("notify.smtp.host", Kind.text())
            .needed(new Need(MAIL, "is missing", "with `notify.mail.to`", "przy `notify.mail.to`"))
            .example("smtp.example.pl")
            .en("The mail server (SMTP) that sends them.")
            .pl("Serwer poczty (SMTP), który je wysyła."));
    static final Key<Integer> SMTP_PORT = NOTIFY.with(common("notify.smtp.port", Kind.number(1, 65535))
            .or("587")
            .en("Its port; mostly `587`, or `465` with `notify.smtp.tls=tls`.")
            .pl("Jego port; zwykle `587` albo `465` przy `notify.smtp.tls=tls`."));
    static final Key<Tls> SMTP_TLS = NOTIFY.with(
            common("notify.smtp.tls", Kind.oneOf(Tls.class, "starttls", "tls", "none"))
                    .or("starttls")
                    .en(
                            "Encryption to that server: `starttls`, `tls` (from the first byte), or `none`, for a server of a private network only.")
                    .pl(
                            "Szyfrowanie do tego serwera: `starttls`, `tls` (od pierwszego bajtu) albo `none`, tylko dla serwera w sieci prywatnej."));
    static final Key<String> SMTP_TLS_CA = NOTIFY.with(common("notify.smtp.tls.ca", Kind.text())
            .example("config/smtp-ca.pem")
            .en("PEM file with the certificates that vouch for that server. Empty: those that Java trusts.")
            .pl("Plik PEM z certyfikatami, które poświadczają ten serwer. Puste: te, którym ufa Java."));
    static final Key<String> SMTP_USER = NOTIFY.with(common("notify.smtp.user", Kind.text())
            .example("most@example.pl")
            .en("User of the mail server. Empty: it is used without logging in.")
            .pl("Użytkownik serwera poczty. Puste: bez logowania."));
    static final Key<String> SMTP_PASSWORD = NOTIFY.with(common("notify.smtp.password", Kind.text())
            .needed(new Need(
                    values -> values.has(NotifyKeys.SMTP_USER),
                    "is missing",
                    "with `notify.smtp.user`",
                    "przy `notify.smtp.user`"))
            .example("secret")
            .asSecret()
            .en("Password of that user.")
            .pl("Hasło tego użytkownika."));
    static final Key<String> WEBHOOK_URL = NOTIFY.with(
            common("notify.webhook.url", webAddress())
                    .example("https://example.pl/hooks/zmo")
                    .asSecret()
                    .en(
                            "Web address that the same messages are sent to, as JSON (POST). Slack, Mattermost and Google Chat show them as they are. Empty: none.")
                    .pl(
                            "Adres, na który trafiają te same wiadomości jako JSON (POST). Slack, Mattermost i Google Chat pokazują je bez zmian. Puste: żaden."));
    static final Key<String> WEBHOOK_SECRET = NOTIFY.with(
            common("notify.webhook.secret", Kind.text())
                    .asSecret()
                    .en(
                            "With it each of these messages is signed (HMAC-SHA-256, header `X-ZMO-Bridge-Signature`), so that the receiver knows that it is genuine. Empty: not signed.")
                    .pl(
                            "Tym kluczem most podpisuje każdą z tych wiadomości (HMAC-SHA-256, nagłówek `X-ZMO-Bridge-Signature`), aby odbiorca wiedział, że jest prawdziwa. Puste: bez podpisu."));
    static final Key<Language> LANGUAGE = NOTIFY.with(common("notify.language", Kind.oneOf(Language.class, "pl", "en"))
            .or("pl")
            .en("Language of the messages: `pl` or `en`.")
            .pl("Język wiadomości: `pl` albo `en`."));
    static final Key<Duration> GATHER = NOTIFY.with(
            common("notify.gather", Kind.duration())
                    .or("2m")
                    .en(
                            "How long what is new is gathered for one message, and the least time between two messages. Units: s, m, h.")
                    .pl(
                            "Jak długo most zbiera to, co nowe, do jednej wiadomości, i najkrótszy odstęp między dwiema. Jednostki: s, m, h."));
    static final Key<Duration> OUTAGE = NOTIFY.with(common("notify.outage", Kind.duration())
            .or("10m")
            .en("After how long without an answer a message says that the shop, Symfonia or the database is away.")
            .pl("Po jakim czasie bez odpowiedzi wiadomość mówi, że sklep, Symfonia albo baza nie działa."));
    static final Key<QuietHours> QUIET = NOTIFY.with(
            common("notify.quiet", quietHours())
                    .example("22:00-06:00")
                    .en(
                            "Hours without messages, in the shop's time zone. What happens meanwhile is in one message afterwards. Empty: none.")
                    .pl(
                            "Godziny bez wiadomości, w strefie czasowej sklepu. To, co się w nich stanie, jest potem w jednej wiadomości. Puste: brak."));
    static final Key<LocalTime> SUMMARY = NOTIFY.with(common("notify.summary", timeOfDay())
            .example("07:00")
            .en("When a summary is sent every day, in the shop's time zone. Empty: none is sent.")
            .pl("O której most codziennie wysyła podsumowanie, w strefie czasowej sklepu. Puste: wcale."));
    static final Key<String> OPS_URL = NOTIFY.with(common("ops.url", Kind.url(false))
            .example("https://zmo.example.pl")
            .en("Address at which people open the console, for the link in messages. Empty: no link.")
            .pl("Adres, pod którym ludzie otwierają konsolę, do odnośnika w wiadomościach. Puste: bez odnośnika."));

    private NotifyKeys() {}

    private static Kind<List<String>> addresses() {
        return new Kind<>(
                text -> Arrays.stream(text.split("[,;]"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .map(NotifyKeys::address)
                        .toList(),
                false);
    }

    static Kind<String> address() {
        return new Kind<>(NotifyKeys::address, false);
    }

    /** One plain address; whatever could add a header or another recipient is none. */
    private static String address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new Kind.BadValue("is no e-mail address: \"" + text + "\"");
        }
        return text;
    }

    /** With its query, which may be a part of the secret that such an address is. */
    private static Kind<String> webAddress() {
        return new Kind<>(
                text -> {
                    try {
                        URI uri = new URI(text);
                        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
                        if (List.of("http", "https").contains(scheme)
                                && uri.getHost() != null
                                && uri.getRawUserInfo() == null
                                && uri.getRawFragment() == null) {
                            return text;
                        }
                    } catch (java.net.URISyntaxException e) {
                        // said below, without the address: it is a secret
                    }
                    throw new Kind.BadValue("is no web address without user and fragment");
                },
                false);
    }

    private static Kind<LocalTime> timeOfDay() {
        return new Kind<>(text -> time(text, "must be a time of day such as 07:00"), false);
    }

    private static Kind<QuietHours> quietHours() {
        return new Kind<>(
                text -> {
                    String fault = "must be two times of day such as 22:00-06:00";
                    String[] times = text.split("-", -1);
                    if (times.length != 2) {
                        throw new Kind.BadValue(fault + ", not \"" + text + "\"");
                    }
                    QuietHours hours = new QuietHours(time(times[0].strip(), fault), time(times[1].strip(), fault));
                    if (hours.from().equals(hours.to())) {
                        throw new Kind.BadValue(
                                "begins and ends at the same time, so nobody would ever be told anything");
                    }
                    return hours;
                },
                false);
    }

    private static LocalTime time(String text, String fault) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw new Kind.BadValue(fault + ", not \"" + text + "\"");
        }
    }
}
