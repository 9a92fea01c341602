package pl.zmobridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;

/** What the API says of the PDF of an invoice. */
final class PdfViews {
    private PdfViews() {}

    /**
     * Adds {@code pdf}, where its PDF is wanted.
     *
     * @param row of a document; {@code pdf} is its row of {@code document_pdfs} as JSON
     */
    static void add(Map<String, Object> document, JsonNode row, ZoneId zone, Language language) {
        JsonNode said = row.path("pdf");
        JsonNode pdf = said.isTextual() ? OrderViews.json(said.asText()) : said;
        if (pdf.isObject()) {
            document.put("pdf", view(pdf, !row.path("ksefNumber").isTextual(), zone, language));
        }
    }

    private static Map<String, Object> view(JsonNode pdf, boolean withoutNumber, ZoneId zone, Language language) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("file", pdf.path("fileState").asText());
        if (pdf.path("fileState").asText().equals("SAVED")) {
            view.put("savedAs", pdf.path("file").asText());
            view.put("savedAt", time(pdf.path("savedAt"), zone));
        }
        view.put("mail", pdf.path("mailState").asText());
        view.put("sentAt", time(pdf.path("sentAt"), zone));
        boolean due = pdf.path("dueAt").isTextual();
        view.put("dueAt", time(pdf.path("dueAt"), zone));
        view.put(
                "needsKsef",
                due && withoutNumber && pdf.path("ksefNeed").asText().equals("REQUIRED"));
        view.put("problem", problem(pdf, language));
        return view;
    }

    /** Why it is not done; null when nothing is wrong, or for a cause that only a newer version knows. */
    private static String problem(JsonNode pdf, Language language) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(pdf.path("cause").asText()))
                .map(cause -> new Failure(
                        cause.system(),
                        cause,
                        Phrase.arguments(pdf.path("arguments").asText("{}")),
                        pdf.path("words").asText("")))
                .map(failure -> failure.text(language))
                .findFirst()
                .orElse(null);
    }

    private static String time(JsonNode text, ZoneId zone) {
        return text.isTextual()
                ? OrderViews.time(LocalDateTime.parse(text.asText().replace(' ', 'T')), zone)
                : null;
    }
}
