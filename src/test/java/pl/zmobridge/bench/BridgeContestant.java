package pl.zmobridge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Rig;

/** The packaged bridge with a home of its own. It polls when it is told to, not by a schedule. */
final class BridgeContestant implements Contestant {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final OwnProcess process;
    private final URI poll;

    private BridgeContestant(OwnProcess process, int port) {
        this.process = process;
        poll = URI.create("http://127.0.0.1:" + port + "/api/poll");
    }

    /** Starts it; its first poll is still to come. */
    static BridgeContestant start(
            Path project, Path home, Arena arena, String schema, int concurrency, List<String> options) {
        Map<String, String> settings = settings(arena.shop(), arena.erp(), schema, Integer.toString(concurrency));
        return start(project, home, settings, Map.of(), options);
    }

    /**
     * Starts one that serves several shops.
     *
     * @param settings of all of them
     * @param shops what each has of its own, by id
     */
    static BridgeContestant start(
            Path project,
            Path home,
            Map<String, String> settings,
            Map<String, Map<String, String>> shops,
            List<String> options) {
        int port = Rig.freePort();
        settings.put("http.port", Integer.toString(port));
        write(project, home, settings, shops);
        OwnProcess process = OwnProcess.start(
                home,
                false,
                options,
                "-jar",
                project.resolve("target/zmo-bridge.jar").toString(),
                "--home",
                home.toString());
        return new BridgeContestant(process, port);
    }

    static Map<String, String> settings(ShoperSim shop, SymfoniaSim erp, String schema, String concurrency) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("shop.id", "bench");
        settings.put("shoper.url", shop.url());
        settings.put("shoper.token", ShoperSim.TOKEN);
        settings.put("shoper.poll.cron", "0 0 0 1 1 ? 2099");
        settings.put("shoper.import.settle", "0s"); // its orders are placed "now"
        settings.put("shoper.import.since", "2020-01-01");
        settings.put("symfonia.url", erp.url());
        settings.put("symfonia.application-guid", SymfoniaSim.APPLICATION_GUID);
        settings.put("symfonia.concurrency", concurrency);
        settings.put("symfonia.invoice.type", "ZMO");
        settings.put("symfonia.invoice.series", "sZMO");
        settings.put("symfonia.receipt.type", "ZMP");
        settings.put("symfonia.receipt.series", "sZMP");
        settings.put("symfonia.department", "SKLEP");
        settings.put("symfonia.payment-registry", "BANK");
        settings.put("symfonia.payment-form.default", "Gotówka");
        settings.put("symfonia.delivery.code", "DOSTAWA");
        settings.put("realisation.enabled", "true");
        settings.put("realisation.statuses", "3");
        settings.put("db.url", schema);
        settings.put("db.user", "root");
        return settings;
    }

    private static String text(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void write(
            Path project, Path home, Map<String, String> settings, Map<String, Map<String, String>> shops) {
        try (Stream<Path> files = Files.list(project.resolve("routes"))) {
            Path config = Files.createDirectories(home.resolve("config"));
            Files.writeString(config.resolve("application.properties"), text(settings));
            for (Map.Entry<String, Map<String, String>> shop : shops.entrySet()) {
                Path file = Files.createDirectories(config.resolve("shops")).resolve(shop.getKey() + ".properties");
                Files.writeString(file, text(shop.getValue()));
            }
            Path routes = Files.createDirectories(home.resolve("routes"));
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OwnProcess process() {
        return process;
    }

    @Override
    public void look() {
        look(poll);
    }

    /** Polls one of several shops. */
    void look(String shop) {
        look(URI.create(poll + "?shop=" + shop));
    }

    private void look(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("POST /api/poll answered " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
