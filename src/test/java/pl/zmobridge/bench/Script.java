package pl.zmobridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Baseline (a): the importer that people write today. It takes the shop's new orders one after another; for each it asks for the
 * lines and the names behind the ids, opens an ERP session, finds or creates the contractor, issues the ZMO, gives it its number,
 * realises it when it is paid, closes the session. It does the ERP work of the bridge and keeps one HTTP connection alive, but has
 * no register, no intent, no question before a write, no second try: whatever fails ends the run.
 */
public class Script {
    /** What it prints when it waits to be run. */
    static final String READY = "ready";

    private static final String PAID = "3";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String shop;
    private final String token;
    private final String erp;
    private final String guid;
    private long lastOrder;
    private String session = "";

    Script(String[] args) {
        shop = args[0] + "/webapi/rest/";
        token = args[1];
        erp = args[2] + "/api/";
        guid = args[3];
    }

    /** @param args the shop's address and token, the ERP's address and GUID; each line of the standard input is one run */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Script(args).runWheneverTold();
    }

    void runWheneverTold() throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(READY);
        while (in.readLine() != null) {
            run();
            System.out.println(READY);
        }
    }

    private void run() throws IOException, InterruptedException {
        JsonNode page;
        do {
            String filter = encode("{\"order_id\":{\">\":" + lastOrder + "}}");
            page = shop("orders?limit=50&order=order_id%20ASC&filters=" + filter)
                    .path("list");
            begins(page);
            for (JsonNode order : page) {
                importOrder(order);
                lastOrder = order.path("order_id").asLong();
            }
        } while (page.size() == 50);
    }

    private void importOrder(JsonNode order) throws IOException, InterruptedException {
        JsonNode lines = lines(order);
        JsonNode payment = named("payments/" + order.path("payment_id").asText());
        JsonNode shipping = named("shippings/" + order.path("shipping_id").asText());
        JsonNode status = named("statuses/" + order.path("status_id").asText());

        openSession();
        long buyer = contractor(order);
        String number = "SH/" + order.path("order_id").asText();
        ObjectNode issue = issue(order, lines, buyer, number);
        issue.put("PaymentFormId", paymentForm(translated(payment, "title")));
        issue.put(
                "Description",
                number + " | " + translated(shipping, "name") + " | " + translated(payment, "title") + " | "
                        + translated(status, "name"));
        long id = erp("POST", "OrdersIssue/New?issue=true", issue.toString())
                .path("Id")
                .asLong();
        erp("PATCH", "OrdersIssue/DocumentNumber?id=" + id + "&number=" + encode(number), "");
        if (order.path("status_id").asText().equals(PAID)) {
            erp("PUT", "OrdersIssue/FV?orderId=" + id, "");
        }
        closeSession();
    }

    /** A page of orders has come. */
    void begins(JsonNode page) throws IOException, InterruptedException {}

    JsonNode lines(JsonNode order) throws IOException, InterruptedException {
        String filter = encode("{\"order_id\":" + order.path("order_id").asText() + "}");
        return shop("order-products?limit=50&filters=" + filter).path("list");
    }

    /** A row of a dictionary of the shop. */
    JsonNode named(String path) throws IOException, InterruptedException {
        return shop(path);
    }

    JsonNode forms() throws IOException, InterruptedException {
        return erp("GET", "PaymentForms", "");
    }

    void openSession() throws IOException, InterruptedException {
        session = "";
        session = "Session "
                + erp("GET", "Sessions/OpenNewSession?deviceName=script", "").asText();
    }

    boolean isInSession() {
        return !session.isEmpty();
    }

    void closeSession() throws IOException, InterruptedException {
        erp("GET", "Sessions/CloseSession", "");
    }

    JsonNode findContractor(String code, String nip) throws IOException, InterruptedException {
        return nip.isEmpty()
                ? erp("GET", "Contractors?code=" + encode(code), "")
                : erp("GET", "Contractors?nip=" + encode(nip), "").path(0);
    }

    private long contractor(JsonNode order) throws IOException, InterruptedException {
        JsonNode billing = order.path("billing_address");
        JsonNode address = billing.isObject() ? billing : order.path("delivery_address");
        String nip = address.path("tax_identification_number").asText();
        String code = "SH" + order.path("user_id").asText();
        JsonNode found = findContractor(code, nip);
        if (found.has("Id")) {
            return found.path("Id").asLong();
        }
        ObjectNode contractor = json.createObjectNode();
        contractor.put("Code", code).put("Name", name(address)).put("NIP", nip);
        contractor.put("Active", true).put("Type", nip.isEmpty() ? 2 : 0);
        ObjectNode contact = contractor.putObject("Contact");
        contact.put("Name", address.path("firstname").asText())
                .put("Surname", address.path("lastname").asText());
        contact.put("Phone1", address.path("phone").asText())
                .put("Email", order.path("email").asText());
        contractor.set("DefaultAddress", place(json.createObjectNode(), address));
        return erp("POST", "Contractors/Create?syncFk=false", contractor.toString())
                .path("Id")
                .asLong();
    }

    private ObjectNode issue(JsonNode order, JsonNode lines, long buyer, String number) {
        JsonNode delivery = order.path("delivery_address");
        boolean invoice =
                !order.at("/billing_address/tax_identification_number").asText().isEmpty();
        ObjectNode issue = json.createObjectNode();
        issue.put("TypeCode", invoice ? "ZMO" : "ZMP").put("Series", invoice ? "sZMO" : "sZMP");
        issue.put("Department", "SKLEP").putObject("PaymentRegistry").put("Code", "BANK");
        issue.putObject("Buyer").put("Id", buyer);
        issue.putObject("Recipient").set("Data", place(json.createObjectNode().put("Name", name(delivery)), delivery));
        issue.put("PriceKind", 1).put("SalePriceType", 0).put("ReservationType", 1);
        issue.put("IssueDate", order.path("date").asText().substring(0, 10));
        for (JsonNode line : lines) {
            BigDecimal quantity = new BigDecimal(line.path("quantity").asText());
            BigDecimal discount = new BigDecimal(line.path("discount_perc").asText());
            BigDecimal value = new BigDecimal(line.path("price").asText())
                    .multiply(quantity)
                    .multiply(HUNDRED.subtract(discount))
                    .divide(HUNDRED, 2, RoundingMode.HALF_UP);
            ObjectNode position = issue.withArray("Positions").addObject();
            position.put("Code", line.path("code").asText())
                    .put("Name", line.path("name").asText());
            position.put("Quantity", quantity).put("Value", value);
        }
        issue.withArray("Positions")
                .addObject()
                .put("Code", "DOSTAWA")
                .put("Quantity", 1)
                .put("Value", new BigDecimal(order.path("shipping_cost").asText()));
        return issue;
    }

    private long paymentForm(String wanted) throws IOException, InterruptedException {
        String name = wanted.toLowerCase(Locale.ROOT);
        JsonNode forms = forms();
        long chosen = 0;
        for (JsonNode form : forms) {
            String candidate = form.path("Name").asText().toLowerCase(Locale.ROOT);
            if (candidate.equals(name) || (chosen == 0 && candidate.contains(name))) {
                chosen = form.path("Id").asLong();
            }
        }
        return chosen == 0 ? forms.path(0).path("Id").asLong() : chosen;
    }

    private static ObjectNode place(ObjectNode place, JsonNode address) {
        place.put("Street", address.path("street1").asText());
        place.put("PostCode", address.path("postcode").asText());
        place.put("City", address.path("city").asText());
        return place.put("Country", address.path("country").asText());
    }

    private static String name(JsonNode address) {
        String company = address.path("company").asText();
        return company.isEmpty()
                ? address.path("firstname").asText() + " "
                        + address.path("lastname").asText()
                : company;
    }

    private static String translated(JsonNode row, String field) {
        return row.at("/translations/pl_PL/" + field).asText();
    }

    final JsonNode shop(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return answer(request);
    }

    final JsonNode erp(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(erp + path))
                .header("Authorization", session.isEmpty() ? "Application " + guid : session)
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return answer(request);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400 && answer.statusCode() != 404) {
            throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
