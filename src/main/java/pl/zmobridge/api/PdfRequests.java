package pl.zmobridge.api;

import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import pl.zmobridge.pdf.FileName;
import pl.zmobridge.pdf.PdfSteps;
import pl.zmobridge.symfonia.SalePdf;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/** What a person may want of the PDFs of an order's invoices. */
public final class PdfRequests {
    private final PdfSteps pdfs;

    public PdfRequests(PdfSteps pdfs) {
        this.pdfs = pdfs;
    }

    /**
     * Parameters of {@code pdf-again}.
     *
     * @param rows of {@code order-find}
     * @throws ApiProblem 404 when there is no such order, 409 when nothing becomes of PDFs of its shop
     */
    public Map<String, Object> again(
            Exchange exchange, @Variable("request") ApiRequest request, @Body List<Map<String, Object>> rows) {
        String shop = ApiRequests.known(exchange, request, rows).get("shop").toString();
        return pdfs.wanted(shop)
                .orElseThrow(() ->
                        new ApiProblem(409, "Conflict", "documents.pdf is off for this shop: no PDF is saved or sent"));
    }

    /** @throws ApiProblem 409 when the order has no invoice */
    public void mustBeAny(@Header("CamelSqlUpdateCount") int updated) {
        if (updated == 0) {
            throw new ApiProblem(409, "Conflict", "The order has no invoice; receipts have no PDF here");
        }
    }

    /**
     * The order; its shop becomes the exchange's.
     *
     * @param rows of {@code order-find}
     */
    public void known(
            Exchange exchange, @Variable("request") ApiRequest request, @Body List<Map<String, Object>> rows) {
        ApiRequests.known(exchange, request, rows);
    }

    /**
     * What was saved, or the request to the ERP; of several documents that of {@code ?document=}, else the last import's first.
     *
     * @param rows of {@code pdf-of-order}
     * @throws ApiProblem 404 when the order has no such invoice
     */
    public Object file(
            @Variable("request") ApiRequest request,
            @Variable("shop") String shop,
            @Body List<Map<String, Object>> rows) {
        int wanted = request.number("document", 0, 1, Integer.MAX_VALUE);
        Map<String, Object> row = rows.stream()
                .filter(each -> wanted == 0 || ((Number) each.get("document_id")).intValue() == wanted)
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("The order has no such invoice"));
        int id = ((Number) row.get("document_id")).intValue();
        String name = FileName.of(row.get("document_number").toString(), id);
        if (row.get("file") != null) {
            var saved =
                    pdfs.saved(shop, row.get("file").toString(), row.get("sha1").toString());
            if (saved.isPresent()) {
                return content(saved.get(), name);
            }
        }
        Request<SalePdf> asked = SymfoniaApi.pdf(id);
        return Request.get(asked.path(), asked.query(), answer -> content(asked.read(answer), name));
    }

    /** Whether the ERP must be asked for it. */
    public boolean isToBeAsked(@Body Object body) {
        return body instanceof Request;
    }

    private static Content content(SalePdf pdf, String name) {
        if (pdf instanceof SalePdf.Ready ready) {
            String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
            return new Content(
                    200,
                    "application/pdf",
                    Map.of("Content-Disposition", "attachment; filename=\"" + plain + ".pdf\""),
                    ready.content());
        }
        throw new ApiProblem(
                503,
                "Service unavailable",
                "Symfonia has no usable PDF of this document at the moment; try again later");
    }
}
