package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pl.zmobridge.api.client.ApiClient;

/** Watches dead letters that were open until each is resolved or has failed once more. */
final class ReplayWatch {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final ApiClient bridge;
    private final Map<Long, JsonNode> before;
    private final Speech speech;
    private final Map<Long, JsonNode> failed = new LinkedHashMap<>();
    private Map<Long, JsonNode> open;

    /** @param before the open dead letters, by id, as they were before the replay */
    ReplayWatch(ApiClient bridge, Map<Long, JsonNode> before, Speech speech) {
        this.bridge = bridge;
        this.before = before;
        this.speech = speech;
        this.open = before;
    }

    /** @param progress told how far it is, at each look */
    void await(Duration longest, Consumer<String> progress) {
        long end = System.nanoTime() + longest.toNanos();
        while (waiting() > 0 && end - System.nanoTime() > 0 && paused()) {
            look();
            progress.accept(progress());
        }
    }

    boolean isEmpty() {
        return before.isEmpty();
    }

    boolean isAllResolved() {
        return stillOpen() == 0;
    }

    String summary() {
        if (before.isEmpty()) {
            return speech.text("NOTHING_OPEN");
        }
        return progress() + ".";
    }

    /** Those that are still open, and why. */
    Optional<Table> stuck() {
        if (isAllResolved()) {
            return Optional.empty();
        }
        Table table = speech.table("#ID", "ORDER", "STEP", "#TRIES", "NEXT_TRY", "WHY");
        open.forEach((id, letter) -> {
            if (before.containsKey(id)) {
                table.row(
                        id.toString(),
                        Words.text(letter, "number"),
                        Words.text(letter, "step"),
                        Words.text(letter, "attempts"),
                        speech.until(letter, "nextAttemptAt"),
                        Words.text(letter, "error"));
            }
        });
        return Optional.of(table);
    }

    private String progress() {
        long again = before.keySet().stream()
                .filter(open::containsKey)
                .filter(failed::containsKey)
                .count();
        String resolved = speech.text(
                "RESOLVED",
                "letters",
                speech.counted("LETTERS", before.size()),
                "resolved",
                before.size() - stillOpen(),
                "again",
                again);
        return waiting() == 0 ? resolved : resolved + speech.text("NOT_TRIED", "count", waiting());
    }

    private void look() {
        open = Letters.open(bridge);
        open.forEach((id, letter) -> {
            if (before.containsKey(id) && attempts(letter) > attempts(before.get(id))) {
                failed.put(id, letter);
            }
        });
    }

    private long stillOpen() {
        return before.keySet().stream().filter(open::containsKey).count();
    }

    private long waiting() {
        return before.keySet().stream()
                .filter(open::containsKey)
                .filter(id -> !failed.containsKey(id))
                .count();
    }

    private static long attempts(JsonNode letter) {
        return letter.path("attempts").asLong();
    }

    private static boolean paused() {
        try {
            return !new CountDownLatch(1).await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
