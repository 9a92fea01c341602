package pl.zmobridge.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Plural;
import pl.zmobridge.words.Words;

/** A message as people read it, in one language: plain text, whatever is in it. */
final class Wording {
    /** More numbers of orders are counted. */
    static final int MOST_ORDERS = 20;

    private final Language language;
    private final Words words;
    private final boolean severalShops;
    private final Optional<String> console;

    Wording(Language language, boolean severalShops, Optional<String> console) {
        this.language = language;
        this.words = Words.in(language);
        this.severalShops = severalShops;
        this.console = console;
    }

    /** One line, of our own words, counts and names of shops alone. */
    String subject(Content content) {
        List<String> parts = new ArrayList<>();
        if (content.test()) {
            parts.add(say("TEST"));
        }
        count(parts, "PERSON", content.orders(false));
        count(parts, "REVIEW", content.orders(true));
        content.outages().stream()
                .map(outage -> outage(outage.isOpen() ? "AWAY" : "BACK", outage, content.zone()))
                .distinct()
                .forEach(parts::add);
        if (!content.summary().isEmpty()) {
            parts.add(say("SUMMARY"));
        }
        return "ZMO Bridge: " + Plain.text(String.join("; ", parts));
    }

    /** The message without its subject. */
    String text(Content content) {
        StringBuilder text = new StringBuilder();
        if (content.test()) {
            paragraph(text, say("TEST_TEXT"));
        }
        List<String> outages = content.outages().stream()
                .map(outage -> outage(outage.isOpen() ? "AWAY_SINCE" : "BACK_SINCE", outage, content.zone()))
                .distinct()
                .map(Wording::capital)
                .toList();
        if (!outages.isEmpty()) {
            paragraph(text, String.join("\n", outages));
        }
        causes(text, content, false, "PERSON");
        causes(text, content, true, "REVIEW");
        content.summary().forEach(figures -> paragraph(text, figures(figures)));
        console.ifPresent(address -> paragraph(text, say("CONSOLE", "address", address + "/")));
        return paragraph(text, say("FOOT", "zone", content.zone().getId())).toString();
    }

    private void causes(StringBuilder text, Content content, boolean reviews, String heading) {
        if (content.orders(reviews) > 0) {
            paragraph(text, capital(counted(heading, content.orders(reviews))) + ":");
        }
        content.causes().stream().filter(cause -> cause.review() == reviews).forEach(cause -> {
            String title = (severalShops ? cause.shop() + ": " : "") + cause.title(language);
            paragraph(text, title + "\n  " + orders(cause) + "\n  " + say("TO_DO", "hint", cause.hint(language)));
        });
    }

    private String orders(CauseGroup cause) {
        List<String> all = cause.orders();
        String first = String.join(", ", all.subList(0, Math.min(MOST_ORDERS, all.size())));
        return all.size() <= MOST_ORDERS ? first : say("MORE", "orders", first, "count", all.size() - MOST_ORDERS);
    }

    private String figures(Figures figures) {
        StringBuilder text = new StringBuilder(
                severalShops ? say("SUMMARY_OF", "shop", figures.shop()) : capital(say("SUMMARY")) + ":");
        BiConsumer<String, Long> line = (code, count) -> text.append("\n  ").append(say(code, "count", count));
        line.accept("ISSUED", figures.issued());
        line.accept("SOLD", figures.sold());
        line.accept("NEEDS_PERSON", figures.needsPerson());
        line.accept("WAITS_FOR_STOCK", figures.waitsForStock());
        line.accept("WAITS_FOR_SYSTEM", figures.waitsForSystem());
        line.accept("REVIEWS", figures.reviews());
        return text.toString();
    }

    private String outage(String code, Outage outage, ZoneId zone) {
        return say(
                code,
                "system",
                outage.system().toString(),
                "shop",
                severalShops ? outage.shop() : "",
                "since",
                time(outage.since(), zone),
                "until",
                outage.endedAt().map(end -> time(end, zone)).orElse(""));
    }

    private String time(Instant at, ZoneId zone) {
        String pattern = language == Language.PL ? "dd.MM.yyyy HH:mm" : "yyyy-MM-dd HH:mm";
        return DateTimeFormatter.ofPattern(pattern).withZone(zone).format(at);
    }

    private void count(List<String> parts, String code, long count) {
        if (count > 0) {
            parts.add(counted(code, count));
        }
    }

    private String counted(String code, long count) {
        return say(code + "_" + Plural.form(language, count), "count", count);
    }

    private String say(String code, Object... namesAndValues) {
        Phrase phrase = Phrase.of(code);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            phrase = phrase.with(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return words.text("notify", phrase);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static StringBuilder paragraph(StringBuilder text, String paragraph) {
        return text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
    }
}
