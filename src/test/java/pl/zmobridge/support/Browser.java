package pl.zmobridge.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A headless Chromium, driven through chromedriver over the W3C WebDriver protocol; both are Debian packages. */
public final class Browser implements AutoCloseable {
    public static final String HOW_TO_GET_IT =
            "The console's browser tests are skipped: there is no chromium and chromedriver on the PATH."
                    + " On Debian: apt-get install chromium chromium-driver";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path profile;
    private final Process driver;
    private final String server;
    private final String session;

    /** @param lang what the browser says its person reads: {@code pl} or {@code en} */
    public Browser(String lang, boolean dark, int width, int height) throws Exception {
        int port = Rig.freePort();
        profile = Files.createTempDirectory("browser");
        server = "http://127.0.0.1:" + port;
        driver = new ProcessBuilder("chromedriver", "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> get("/status")
                    .path("ready")
                    .asBoolean());
            ObjectNode wanted = JSON.createObjectNode();
            ObjectNode chrome =
                    wanted.putObject("capabilities").putObject("alwaysMatch").putObject("goog:chromeOptions");
            List.of(
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--hide-scrollbars",
                            "--user-data-dir=" + profile,
                            "--lang=" + lang,
                            "--accept-lang=" + lang,
                            "--window-size=" + width + "," + height)
                    .forEach(chrome.withArray("args")::add);
            chrome.putObject("prefs").put("intl.accept_languages", lang);
            session = "/session/" + post("/session", wanted).path("sessionId").asText();
            emulate(dark, width, height);
        } catch (Exception e) {
            driver.destroy();
            throw e;
        }
    }

    public static boolean isInstalled() {
        return Stream.of("chromium", "chromedriver").allMatch(program -> Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program))));
    }

    public Browser open(String url) throws Exception {
        post(session + "/url", Map.of("url", url));
        return this;
    }

    /** Runs a script in the page; {@code return} gives its result. */
    public JsonNode run(String script) throws Exception {
        return post(session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    public String text(String selector) throws Exception {
        return run("return document.querySelector(" + quoted(selector) + ")?.innerText ?? ''")
                .asText();
    }

    /** Waits until an element's text contains some words; those that begin with a number are no end of a longer number. */
    public Browser awaitText(String selector, String words) {
        Pattern whole = Pattern.compile("(?<!\\d(?=\\d))" + Pattern.quote(words));
        Awaitility.await(selector + " says " + words)
                .until(() -> whole.matcher(text(selector)).find());
        return this;
    }

    /** Waits until an element is there whose text no longer contains some words. */
    public Browser awaitNoText(String selector, String words) {
        Awaitility.await(selector + " does not say " + words)
                .until(() -> !text(selector).isEmpty() && !text(selector).contains(words));
        return this;
    }

    /** Clicks the first element of this kind whose text contains the words, once it is there. */
    public Browser click(String selector, String words) {
        Awaitility.await("click " + selector + " " + words)
                .until(() -> run("const found = [...document.querySelectorAll(" + quoted(selector)
                                + ")].find(e => e.innerText.includes(" + quoted(words)
                                + ")); if (found) { found.focus(); found.click(); } return !!found")
                        .asBoolean());
        return this;
    }

    /** Gives a field of a form another value, as a person who chose or typed it. */
    public Browser fill(String selector, String value) throws Exception {
        run("const field = document.querySelector(" + quoted(selector) + "); field.focus(); field.value = "
                + quoted(value) + "; field.dispatchEvent(new Event('input', {bubbles: true}))");
        return this;
    }

    /** Types into whatever has the focus. */
    public Browser type(String text) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode keys =
                body.putArray("actions").addObject().put("type", "key").put("id", "keyboard");
        text.codePoints().forEach(c -> {
            keys.withArray("actions").addObject().put("type", "keyDown").put("value", Character.toString(c));
            keys.withArray("actions").addObject().put("type", "keyUp").put("value", Character.toString(c));
        });
        post(session + "/actions", body);
        return this;
    }

    /** A picture of the whole page. */
    public void picture(Path file) throws Exception {
        JsonNode shot = cdp("Page.captureScreenshot", "{\"captureBeyondViewport\":true}");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    /** From now on the page is that wide, and light or dark. */
    public Browser emulate(boolean dark, int width, int height) throws Exception {
        cdp(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (dark ? "dark" : "light") + "\"}]}");
        cdp(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false}");
        return this;
    }

    private JsonNode cdp(String command, String parameters) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("cmd", command);
        body.set("params", JSON.readTree(parameters));
        return post(session + "/goog/cdp/execute", body);
    }

    private JsonNode get(String path) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(server + path)).build());
    }

    private JsonNode post(String path, Object body) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(server + path))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode value = JSON.readTree(response.body()).path("value");
        if (response.statusCode() != 200) {
            throw new IOException(value.path("message").asText());
        }
        return value;
    }

    private static String quoted(String text) throws IOException {
        return JSON.writeValueAsString(text);
    }

    @Override
    public void close() {
        try {
            http.send(
                    HttpRequest.newBuilder(URI.create(server + session))
                            .DELETE()
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
            remove(profile);
        }
    }

    /** Chromium may still write for a moment; what is left is in the machine's temporary directory. */
    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}
