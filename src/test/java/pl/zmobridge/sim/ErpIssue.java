package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** Judges an {@code OrderIssue} the way the ERP does, and turns a good one into a document that has no id and number yet. */
final class ErpIssue {
    private static final List<String> REQUIRED = List.of(
            "TypeCode",
            "Series",
            "Department",
            "PaymentRegistry",
            "PaymentFormId",
            "Buyer",
            "PriceKind",
            "SalePriceType",
            "Positions");
    private static final Set<Integer> PRICE_TYPES =
            Set.of(0, 1, 2, 3, 4, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);

    private final ErpDictionaries dictionaries;
    private final ErpContractors contractors;
    private final ErpLists lists;
    private final ErpSwitches switches;
    private final ErpPositions positions;

    ErpIssue(ErpDictionaries dictionaries, ErpContractors contractors, ErpLists lists, ErpSwitches switches) {
        this.dictionaries = dictionaries;
        this.contractors = contractors;
        this.lists = lists;
        this.switches = switches;
        this.positions = new ErpPositions(dictionaries, lists);
    }

    ObjectNode document(JsonNode issue, LocalDate today) {
        for (String name : REQUIRED) {
            JsonNode value = issue.path(name);
            if (Json.absent(value) || (value.isTextual() && value.asText().isBlank())) {
                throw ErpRefusal.bad("Pole " + name + " jest wymagane.");
            }
        }
        checkSetup(issue);
        ObjectNode form = paymentForm(issue);
        LocalDate issued = date(issue, "IssueDate", today);
        ObjectNode document = Json.object();
        for (String copied :
                List.of("TypeCode", "Series", "Department", "PriceKind", "SalePriceType", "PaymentFormId")) {
            document.set(copied, issue.get(copied));
        }
        document.put("Description", switches.kept(issue.path("Description").asText()));
        for (String text : List.of("Note", "ReceivedBy")) {
            document.put(text, issue.path(text).asText());
        }
        document.set("PaymentRegistry", registry(issue));
        document.put("ReservationType", choice(issue, "ReservationType", Set.of(0, 1, 2), 0));
        document.put("IssueDate", issued.toString())
                .put("SaleDate", date(issue, "SaleDate", issued).toString());
        LocalDate due = issued.plusDays(form.get("Days").asInt());
        document.put("MaturityDate", date(issue, "MaturityDate", due).toString());
        currency(issue, document);
        positions.fill(issue, document, contractors.discount(issue.get("Buyer")));
        parties(issue, document);
        for (String copied : List.of("Marker", "Kind", "Catalog")) {
            document.set(copied, Json.absent(issue.path(copied)) ? Json.MAPPER.nullNode() : issue.get(copied));
        }
        document.put("Settled", false).put("Active", true).put("Canceled", 0);
        return document.put("DocumentStatus", ErpOrder.NEW);
    }

    private void checkSetup(JsonNode issue) {
        String typeCode = issue.get("TypeCode").asText();
        ObjectNode type = dictionaries
                .type(typeCode)
                .orElseThrow(() -> ErpRefusal.bad("Nie znaleziono typu dokumentu o kodzie " + typeCode + "."));
        String series = issue.get("Series").asText();
        if (missing(dictionaries.series(type.get("Id").asLong()), "Code", series)) {
            throw ErpRefusal.bad("Nie znaleziono serii " + series + " dla typu dokumentu " + typeCode + ".");
        }
        String department = issue.get("Department").asText();
        if (missing(dictionaries.departments(), "Code", department)) {
            throw ErpRefusal.bad("Nie znaleziono wydziału o kodzie " + department + ".");
        }
        choice(issue, "PriceKind", Set.of(1, 2), 0);
        choice(issue, "SalePriceType", PRICE_TYPES, 0);
    }

    private JsonNode registry(JsonNode issue) {
        JsonNode registry = issue.get("PaymentRegistry");
        String by = Json.absent(registry.path("Id")) ? "Code" : "Id";
        String wanted = registry.path(by).asText();
        return dictionaries.registries().stream()
                .filter(each -> each.get(by).asText().equals(wanted))
                .<JsonNode>map(ObjectNode::deepCopy)
                .findFirst()
                .orElseThrow(() -> ErpRefusal.bad("Nie znaleziono rejestru płatności " + wanted + "."));
    }

    private ObjectNode paymentForm(JsonNode issue) {
        long id = issue.get("PaymentFormId").asLong();
        ObjectNode form = dictionaries
                .paymentForm(id)
                .orElseThrow(() -> ErpRefusal.bad("Nie znaleziono formy płatności o Id " + id + "."));
        if (!form.get("Active").asBoolean()) {
            throw ErpRefusal.bad("Forma płatności " + form.get("Name").asText() + " jest nieaktywna.");
        }
        return form;
    }

    private void parties(JsonNode issue, ObjectNode document) {
        JsonNode buyer = issue.get("Buyer");
        JsonNode recipient = issue.path("Recipient");
        ObjectNode buying = contractors.party(buyer, "Nabywca");
        if (switches.refuseInactiveBuyers()) {
            contractors.checkActive(buying);
        }
        ObjectNode receiving =
                Json.absent(recipient) || recipient.equals(buyer) ? buying : contractors.party(recipient, "Odbiorca");
        document.put("BuyerId", buying.get("Id").asLong());
        document.put("RecipientId", receiving.get("Id").asLong());
    }

    private void currency(JsonNode issue, ObjectNode document) {
        String currency = issue.path("Currency").asText("PLN");
        String code = currency.isEmpty() || currency.equals("null") ? "PLN" : currency;
        BigDecimal rate = Json.number(issue.path("CurrencyRate")).orElse(BigDecimal.ONE);
        if (!lists.hasCurrency(code)) {
            throw ErpRefusal.bad("Nie znaleziono waluty " + code + ".");
        }
        if (!code.equals("PLN") && rate.compareTo(BigDecimal.ONE) <= 0 && !code.equals("CZK")) {
            throw ErpRefusal.bad("Podaj kurs waluty " + code + ".");
        }
        document.put("Currency", code).put("CurrencyRate", rate);
    }

    private static LocalDate date(JsonNode issue, String name, LocalDate otherwise) {
        if (Json.absent(issue.path(name))) {
            return otherwise;
        }
        String text = issue.get(name).asText();
        try {
            return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
        } catch (DateTimeParseException unreadable) {
            throw ErpRefusal.bad("Pole " + name + ": nieprawidłowa data " + text + ".");
        }
    }

    private static int choice(JsonNode issue, String name, Set<Integer> allowed, int otherwise) {
        int chosen = Json.absent(issue.path(name)) ? otherwise : issue.get(name).asInt(-1);
        if (!allowed.contains(chosen)) {
            throw ErpRefusal.bad("Pole " + name + ": nieprawidłowa wartość "
                    + issue.get(name).asText() + ".");
        }
        return chosen;
    }

    private static boolean missing(List<ObjectNode> entries, String field, String value) {
        return entries.stream().noneMatch(each -> each.get(field).asText().equals(value));
    }
}
