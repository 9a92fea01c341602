package pl.zmobridge.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.symfonia.ErpConnection;

/** Which of the systems that shops need answer, and when they last did. */
final class SystemsView {
    private final Outages outages;
    private final Function<String, ErpConnection> erps;

    /** @param erps a shop's ERP */
    SystemsView(Outages outages, Function<String, ErpConnection> erps) {
        this.outages = outages;
        this.erps = erps;
    }

    /** One entry for each kind; of several shops the one that is worst off speaks. */
    List<Map<String, Object>> of(List<String> shops, ZoneId zone) {
        return Outages.NEEDED.stream().map(kind -> of(kind, shops, zone)).toList();
    }

    private Map<String, Object> of(FailedSystem kind, List<String> shops, ZoneId zone) {
        List<String> away =
                shops.stream().filter(shop -> outages.isAway(kind, shop)).toList();
        Optional<Instant> answered = answeredAt(kind, away.isEmpty() ? shops : away);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("system", kind.toString());
        view.put("state", !away.isEmpty() ? "AWAY" : answered.isPresent() ? "ANSWERS" : "UNASKED");
        view.put(
                "awaySince",
                away.stream()
                        .flatMap(shop -> Optional.ofNullable(outages.away(shop).get(kind.toString())).stream())
                        .min(Instant::compareTo)
                        .map(since -> OpsViews.here(since, zone))
                        .orElse(null));
        view.put("answeredAt", answered.map(at -> OpsViews.here(at, zone)).orElse(null));
        if (kind == FailedSystem.ERP) {
            found(shops).min().ifPresent(least -> view.put("callsAtOnce", least));
        }
        return view;
    }

    /** How many calls at once the bridge has found to be good for the ERPs whose number nobody has chosen. */
    private IntStream found(List<String> shops) {
        return shops.stream().map(erps).flatMapToInt(erp -> erp.foundLimit().stream());
    }

    /** When all of them had answered last: the oldest time. */
    private Optional<Instant> answeredAt(FailedSystem kind, List<String> shops) {
        List<Instant> times = shops.stream()
                .flatMap(shop -> outages.answeredAt(kind, shop).stream())
                .toList();
        return times.size() < shops.size() ? Optional.empty() : times.stream().min(Instant::compareTo);
    }

    List<String> away(List<String> shops) {
        return Outages.NEEDED.stream()
                .filter(kind -> shops.stream().anyMatch(shop -> outages.isAway(kind, shop)))
                .map(FailedSystem::toString)
                .toList();
    }

    /** What has answered each of the shops since the start. */
    List<String> answered(List<String> shops) {
        return Outages.NEEDED.stream()
                .filter(kind -> answeredAt(kind, shops).isPresent())
                .map(FailedSystem::toString)
                .toList();
    }
}
