package pl.zmobridge.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Variable;
import pl.zmobridge.api.ApiProblem;
import pl.zmobridge.api.ApiRequest;
import pl.zmobridge.api.Content;

/** The console's own files, each read once from the jar; nothing else can be asked for by any name. */
public final class ConsoleFiles {
    private static final String START = "index.html";
    static final List<String> NAMES = List.of(
            START,
            "style.css",
            "icon.svg",
            "app.js",
            "api.js",
            "asread.js",
            "chart.js",
            "correction.js",
            "deeds.js",
            "dialog.js",
            "dom.js",
            "en.js",
            "format.js",
            "i18n.js",
            "keys.js",
            "ksef.js",
            "pdf.js",
            "languages.js",
            "letters.js",
            "live.js",
            "login.html",
            "login.js",
            "mend.js",
            "order.js",
            "orders.js",
            "parcels.js",
            "parts.js",
            "pl.js",
            "selection.js",
            "settings.js",
            "shops.js",
            "start.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "js", "text/javascript; charset=utf-8");

    private final Map<String, File> files = new ConcurrentHashMap<>();

    private record File(String type, String tag, byte[] bytes) {}

    /**
     * A file of the console; nothing but "unchanged" when the browser has it already.
     *
     * @throws ApiProblem 404 when there is no such file
     */
    public Object file(@Variable("request") ApiRequest request) {
        String known = request.text("If-None-Match");
        String name = request.path().equals("/") ? START : request.path().replaceFirst("^/console/", "");
        if (!NAMES.contains(name)) {
            throw ApiProblem.notFound("The console has no such file");
        }
        File file = files.computeIfAbsent(name, ConsoleFiles::read);
        Map<String, String> headers = Map.of("Cache-Control", "no-cache", "ETag", file.tag());
        return file.tag().equals(known)
                ? new Content(304, file.type(), headers, new byte[0])
                : new Content(200, file.type(), headers, file.bytes());
    }

    private static File read(String name) {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream("/console/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks console/" + name);
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            String tag = '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
            return new File(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), tag, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
