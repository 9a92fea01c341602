package pl.zmobridge.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Rig;

/**
 * A bridge's home directory for tests: the project's routes, copied so that a safeguard can be taken out of them, and a
 * configuration. An edit that finds nothing to change fails: then the routes have moved on and the test must follow.
 */
final class BridgeHome {
    private static final Path PROJECT_ROUTES = Path.of("routes");
    private static final Path ENGINE = Path.of("src/main/resources/engine");

    /** The routes of every worker, which stand in the jar. */
    static final String CLAIMS = "claims";

    private final Path home;
    private final Map<Object, Object> values = new TreeMap<>();

    BridgeHome(Path home, ShoperSim shop, SymfoniaSim erp, String databaseUrl) {
        this.home = home.toAbsolutePath();
        copyRoutes();
        set("shoper.url", shop.url());
        set("shoper.token", ShoperSim.TOKEN);
        set("shoper.poll.cron", "0 0 0 1 1 ? 2099");
        set("shoper.import.settle", "0s");
        set("shoper.import.since", "2020-01-01");
        set("symfonia.url", erp.url());
        set("symfonia.application-guid", SymfoniaSim.APPLICATION_GUID);
        set("symfonia.invoice.type", "ZMO");
        set("symfonia.invoice.series", "sZMO");
        set("symfonia.receipt.type", "ZMP");
        set("symfonia.receipt.series", "sZMP");
        set("symfonia.department", "SKLEP");
        set("symfonia.payment-registry", "BANK");
        set("symfonia.payment-form.default", "Gotówka");
        set("symfonia.delivery.code", "DOSTAWA");
        set("symfonia.write-timeout", "3s");
        set("realisation.enabled", "true");
        set("realisation.statuses", "3");
        set("redelivery.initial", "500ms");
        set("redelivery.max", "2s");
        set("db.url", databaseUrl);
        set("db.user", "root");
    }

    BridgeHome set(String key, String value) {
        values.put(key, value);
        return this;
    }

    /** Changes a route file. */
    BridgeHome edit(String file, UnaryOperator<String> change) {
        Path path = home.resolve("routes").resolve(file + ".camel.yaml");
        try {
            String before = Files.readString(path);
            String after = change.apply(before);
            if (before.equals(after)) {
                throw new IllegalStateException(
                        "nothing to change in " + path + ": the routes are not what this test knows");
            }
            Files.writeString(path, after);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BridgeHome replace(String file, String part, String by) {
        return edit(file, text -> text.replace(part, by));
    }

    /** Takes steps out of a route file, each from its {@code - kind:} to the next step of its list. */
    BridgeHome without(String file, String... stepIds) {
        for (String id : stepIds) {
            edit(file, text -> Steps.without(text, id));
        }
        return this;
    }

    /** Changes a statement: bridges of this home use a copy of it from now on ({@link EditedBridge}). */
    BridgeHome sql(String name, String part, String by) {
        Path copy = home.resolve(EditedBridge.DIRECTORY).resolve("sql").resolve(name + ".sql");
        try {
            String statement = Files.exists(copy) ? Files.readString(copy) : statement(name);
            if (!statement.contains(part)) {
                throw new IllegalStateException("no \"" + part + "\" in sql/" + name + ".sql");
            }
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, statement.replace(part, by));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often bridges of this home look for work and renew their leases. */
    BridgeHome timings(Duration look, Duration renew) {
        Path file = home.resolve(EditedBridge.DIRECTORY).resolve(EditedBridge.TIMINGS);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "claims.look=" + look.toMillis() + "\nclaims.renew=" + renew.toMillis() + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leases and waits of seconds, for tests that cannot wait for a minute: a lease of six seconds, renewed every two. */
    BridgeHome impatient() {
        return impatient(Duration.ofSeconds(6));
    }

    /** @param writeLease from the intent of a write; longer than any write lasts (I10) */
    BridgeHome impatient(Duration writeLease) {
        for (String statement :
                List.of("due-import-FIFO", "due-import-LIFO", "due-realise", "claim-take", "claim-renew")) {
            sql(statement, "INTERVAL 45 SECOND", "INTERVAL 6 SECOND");
        }
        for (String intent : List.of(
                "claim-hold", "contractor-intent", "issue-intent", "edit-intent", "withdraw-intent", "sell-intent")) {
            sql(intent, ":#writeLease", Long.toString(writeLease.toMillis()));
        }
        sql("dead-letter-postpone", "INTERVAL 60 SECOND", "INTERVAL 7 SECOND");
        return timings(Duration.ofMillis(500), Duration.ofSeconds(2));
    }

    /** The settings for a bridge in this process. */
    Settings settings() {
        Map<Object, Object> own = new TreeMap<>(values);
        own.put("http.port", Integer.toString(Rig.freePort()));
        return SettingsReader.of(home, own);
    }

    /** Writes the configuration file for bridges that are processes of their own. */
    BridgeHome written() {
        String text = values.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
        try {
            Path file = home.resolve("config").resolve("application.properties");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return home;
    }

    /** A project file of routes as it is. */
    static String projectRoutes(String file) {
        try {
            Path directory = file.equals(CLAIMS) ? ENGINE : PROJECT_ROUTES;
            return Files.readString(directory.resolve(file + ".camel.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String statement(String name) {
        try (InputStream in = BridgeHome.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no sql/" + name + ".sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyRoutes() {
        try {
            Path routes = Files.createDirectories(home.resolve("routes"));
            try (Stream<Path> files = Files.list(PROJECT_ROUTES)) {
                for (Path file : files.toList()) {
                    Files.copy(file, routes.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
