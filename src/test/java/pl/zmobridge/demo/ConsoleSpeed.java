package pl.zmobridge.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.sim.SimOrder;

/**
 * Measures the console's pages against a register of 100,000 orders: the packaged jar as a process of its own, a MariaDB with its
 * own defaults, both on this machine. {@code scripts/console-speed} runs it.
 */
public final class ConsoleSpeed {
    private static final long PAID = 3;
    private static final int PATTERNS = 30;
    private static final int START_LIMIT = 200;
    private static final int SEARCH_LIMIT = 300;

    /** Java is slow in its first seconds; that is no matter of the register. */
    private static final int WARM = 10;

    private static final Pattern IMPORT = Pattern.compile("from '\\./([\\w-]+\\.js)'");
    private static final List<String> START_DATA =
            List.of("api/summary?shop=demo", "api/dead-letter-causes?shop=demo", "api/history?shop=demo");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path project;
    private final int rounds;
    private boolean kept = true;

    private ConsoleSpeed(Path project, int rounds) {
        this.project = project;
        this.rounds = rounds;
    }

    /** @param args the project's directory, how often each page is asked for */
    public static void main(String[] args) throws Exception {
        ConsoleSpeed speed = new ConsoleSpeed(Path.of(args[0]).toAbsolutePath().normalize(), Integer.parseInt(args[1]));
        speed.run();
        System.exit(speed.kept ? 0 : 1);
    }

    private void run() throws Exception {
        try (Stage stage = new Stage(project)) {
            stage.openWithoutBridge(Duration.ofSeconds(5));
            copyRoutes(stage.home());
            withBridge(stage, () -> flow(stage));
            System.out.println("Filling the register …");
            long begun = System.nanoTime();
            try (Connection connection = stage.connect()) {
                FullRegister.fill(connection);
            }
            System.out.printf("100,000 orders in %d s; measuring …%n%n", since(begun) / 1000);
            secondShop(stage);
            withBridge(stage, () -> measure(stage.api()), "-Dshoper.poll.cron=0 0 0 1 1 ? 2099");
        }
        System.out.println(kept ? "within the limits" : "NOT within the limits");
    }

    /** Lists of several shops take another way than those of one. */
    private static void secondShop(Stage stage) throws IOException {
        Path shops = Files.createDirectories(stage.home().resolve("config/shops"));
        Files.writeString(
                shops.resolve("other.properties"),
                "shoper.url=" + stage.shop().url() + "\norder.number.prefix=OTHER/\n");
    }

    private interface Work {
        void run() throws Exception;
    }

    private void withBridge(Stage stage, Work work, String... properties) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx128m");
        command.addAll(List.of(properties));
        command.addAll(List.of("-jar", project.resolve("target/zmo-bridge.jar").toString()));
        command.addAll(List.of("--home", stage.home().toString()));
        Process bridge = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(stage.home().resolve("bridge.log").toFile())
                .start();
        try {
            await(bridge, () -> answers(stage.api() + "observe/health"));
            work.run();
        } catch (Exception e) {
            System.err.println(Files.readString(stage.home().resolve("bridge.log")));
            throw e;
        } finally {
            bridge.destroy();
            if (!bridge.waitFor(60, TimeUnit.SECONDS)) {
                bridge.destroyForcibly();
            }
        }
    }

    /** Real orders, so that cards, lines and documents have real sizes. */
    private void flow(Stage stage) {
        List<SimOrder> paid = new SampleOrders(1).list(PATTERNS);
        paid.forEach(order -> order.header().put("status_id", Long.toString(PAID)));
        stage.shop().addOrders(paid);
        await(null, () -> stage.erp().invoices().size() >= PATTERNS && realised(stage) >= PATTERNS);
    }

    private static int realised(Stage stage) {
        try (Connection connection = stage.connect();
                var found = connection
                        .createStatement()
                        .executeQuery("SELECT COUNT(*) FROM orders WHERE state = 'REALISED'")) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void measure(String api) throws Exception {
        System.out.printf("%-64s %8s %8s %8s %8s%n", "ms", "first", "median", "worst", "limit");
        List<String> files = files(api);
        for (int i = 0; i < WARM; i++) {
            together(api, files);
            get(api + "api/orders/54321");
        }
        Work startPage = () -> {
            together(api, files);
            together(api, START_DATA);
        };
        row(1, "start page, the first: its pictures are counted", 0, startPage);
        row("start page: all its files, then all its data", START_LIMIT, startPage);
        row("start page, its data once more", START_LIMIT, () -> together(api, START_DATA));
        for (String one : START_DATA) {
            row("  /" + one, START_LIMIT, () -> get(api + one));
        }
        row(
                "dead letters: discarded, page 2",
                START_LIMIT,
                () -> get(api + "api/dead-letters?state=DISCARDED&size=50&page=2"));
        row("orders, first page", START_LIMIT, "", api);
        search("number", "SH/54321", api);
        search("shop id", "54321", api);
        search("buyer, one order in 50", "Święcisława Wójcik", api);
        search("buyer, in small letters", "szymańska handel i usługi 1003 ", api);
        search("ERP number", "SH/99", api);
        search("document", "FV/054321/2026", api);
        search("all of them", "SH/", api);
        search("nothing", "nie ma takiego zamówienia", api);
        search("nothing, short", "qqq", api);
        row("search: nothing, one state", SEARCH_LIMIT, "&state=REALISED&q=qqq", api);
        row("page 1000", SEARCH_LIMIT, "&page=1000", api);
        row("page 2000", SEARCH_LIMIT, "&page=2000", api);
        row("page 1800 of a search", SEARCH_LIMIT, "&page=1800&q=SH/", api);
        row("page 1900 of one state", SEARCH_LIMIT, "&page=1900&state=REALISED", api);
        String monthAgo = LocalDate.now().minusDays(40).toString();
        String lastWeek = LocalDate.now().minusDays(7).toString();
        row("one status", SEARCH_LIMIT, "&status=1", api);
        row("one status, a search", SEARCH_LIMIT, "&status=1&q=nowak", api);
        row("days of the last week", SEARCH_LIMIT, "&from=" + lastWeek, api);
        row("days on which there was nothing", SEARCH_LIMIT, "&from=2020-01-01&to=" + monthAgo, api);
        row("of two shops: first page", SEARCH_LIMIT, () -> get(api + "api/orders?size=50"));
        row("of two shops: page 2000", SEARCH_LIMIT, () -> get(api + "api/orders?size=50&page=2000"));
        row("of two shops: search for one", SEARCH_LIMIT, () -> get(api + "api/orders?size=50&q=54321"));
        row("of two shops: the summary", SEARCH_LIMIT, () -> get(api + "api/summary"));
        row("the statuses to choose from", SEARCH_LIMIT, () -> get(api + "api/order-statuses?shop=demo"));
        row("one order", START_LIMIT, () -> get(api + "api/orders/54321"));
        row("CSV of 10,000 orders", 0, () -> get(api + "api/orders.csv?shop=demo"));
    }

    private void search(String what, String text, String api) throws Exception {
        row("search: " + what, SEARCH_LIMIT, "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), api);
    }

    private void row(String what, int limit, String query, String api) throws Exception {
        row(what, limit, () -> get(api + "api/orders?shop=demo&size=50" + query));
    }

    private void row(String what, int limit, Work work) throws Exception {
        row(rounds, what, limit, work);
    }

    private void row(int times, String what, int limit, Work work) throws Exception {
        long[] took = new long[times];
        for (int i = 0; i < took.length; i++) {
            long begun = System.nanoTime();
            work.run();
            took[i] = since(begun);
        }
        long first = took[0];
        Arrays.sort(took);
        long median = took[took.length / 2];
        boolean within = limit == 0 || median <= limit;
        kept &= within;
        System.out.printf(
                "%-64s %8d %8d %8d %8s%s%n",
                what, first, median, took[took.length - 1], limit == 0 ? "–" : limit, within ? "" : "  too slow");
    }

    /** The console's files: the page, what it names, and what its scripts import. */
    private List<String> files(String api) throws Exception {
        List<String> files = new ArrayList<>(List.of("", "console/icon.svg", "console/style.css", "console/app.js"));
        for (int i = 3; i < files.size(); i++) {
            IMPORT.matcher(get(api + files.get(i)))
                    .results()
                    .map((MatchResult found) -> "console/" + found.group(1))
                    .filter(file -> !files.contains(file))
                    .forEach(files::add);
        }
        return files;
    }

    private void together(String api, List<String> paths) {
        CompletableFuture.allOf(paths.stream()
                        .map(path -> http.sendAsync(request(api + path), HttpResponse.BodyHandlers.ofString())
                                .thenAccept(ConsoleSpeed::mustBeGood))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private String get(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(url), HttpResponse.BodyHandlers.ofString());
        mustBeGood(answer);
        return answer.body();
    }

    private static void mustBeGood(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private boolean answers(String url) {
        try {
            get(url);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static void await(Process bridge, BooleanSupplier what) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!what.getAsBoolean()) {
            if (bridge != null && !bridge.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("The bridge ended or got stuck; its log is above");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static long since(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private void copyRoutes(Path home) throws IOException {
        Path routes = Files.createDirectories(home.resolve("routes"));
        try (Stream<Path> files = Files.list(project.resolve("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
    }
}
