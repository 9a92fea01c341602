package pl.zmobridge.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.failure.FailedAttempt;
import pl.zmobridge.register.Times;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/**
 * What happened to an order, oldest first, as people read it: of attempts that failed one after the other for the same reason the first
 * tells it, and all others are one entry.
 */
final class Timeline {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ZoneId zone;
    private final Language language;
    private final List<Entry> entries = new ArrayList<>();

    /** One event, or all attempts that were like the one before it. */
    private static final class Entry {
        private final Map<String, Object> first;
        private final String text;
        private final Optional<FailedAttempt> attempt;
        private final boolean again;
        private Map<String, Object> last;
        private int lastAttempt;

        Entry(Map<String, Object> row, String text, Optional<FailedAttempt> attempt, boolean again) {
            this.first = row;
            this.text = text;
            this.attempt = attempt;
            this.again = again;
            ends(row, attempt);
        }

        void ends(Map<String, Object> row, Optional<FailedAttempt> attempt) {
            last = row;
            lastAttempt = attempt.map(FailedAttempt::attempt).orElse(0);
        }

        boolean isLike(Optional<FailedAttempt> other) {
            return attempt.isPresent()
                    && other.isPresent()
                    && attempt.get().step().equals(other.get().step())
                    && attempt.get().failure().equals(other.get().failure())
                    && other.get().attempt() > lastAttempt;
        }
    }

    private Timeline(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /** @param rows of {@code sql/events-find.sql} */
    static List<Map<String, Object>> of(List<Map<String, Object>> rows, ZoneId zone, Language language) {
        Timeline timeline = new Timeline(zone, language);
        rows.forEach(timeline::add);
        return timeline.entries.stream().map(timeline::view).toList();
    }

    private void add(Map<String, Object> row) {
        Optional<FailedAttempt> attempt = Told.attempt(row);
        Entry before = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        boolean again = before != null && before.isLike(attempt);
        if (again && before.again) {
            before.ends(row, attempt);
        } else {
            entries.add(new Entry(row, Told.event(row, language), attempt, again));
        }
    }

    private Map<String, Object> view(Entry entry) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("at", OrderViews.time(entry.first.get("at"), zone));
        view.put("kind", entry.first.get("kind"));
        view.put("text", entry.again ? again(entry) : entry.text);
        if (entry.again) {
            view.put("attempts", entry.lastAttempt - entry.attempt.orElseThrow().attempt() + 1);
            view.put("lastAt", OrderViews.time(entry.last.get("at"), zone));
        }
        return view;
    }

    private String again(Entry entry) {
        FailedAttempt attempt = entry.attempt.orElseThrow();
        boolean several = entry.lastAttempt > attempt.attempt();
        return Words.in(language)
                .text(
                        "event",
                        Phrase.of(several ? "FAILED_AGAIN_MANY" : "FAILED_AGAIN_ONE")
                                .with("step", attempt.step())
                                .with("attempt", attempt.attempt())
                                .with("last", entry.lastAttempt)
                                .with("at", last(entry)));
    }

    /** The hour; with the day when it is another one. */
    private String last(Entry entry) {
        LocalDateTime last = here(entry.last);
        LocalDate day = here(entry.first).toLocalDate();
        return (last.toLocalDate().equals(day) ? HOUR : DAY).format(last);
    }

    private LocalDateTime here(Map<String, Object> row) {
        return Times.utc(row.get("at"))
                .orElseThrow()
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(zone)
                .toLocalDateTime();
    }
}
