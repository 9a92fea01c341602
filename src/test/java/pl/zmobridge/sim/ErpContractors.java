package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The contractors of the ERP and the one-off buyers of single documents. Not safe for threads: the owner locks. */
final class ErpContractors {
    private static final int LONGEST_CODE = 40;
    private static final long FIRST_ONE_OFF = 900_000;

    /** Never null: what a client leaves out is false (wire-symfonia: Contractors). */
    private static final List<String> FLAGS =
            List.of("Active", "Vies", "VATTaxPayer", "PriceNegotiation", "CreditLimit");

    private final ErpDictionaries dictionaries;
    private final ErpLists lists;
    private final ErpSwitches switches;
    private final ErpChanges changes;
    private final Set<Long> overLimit = new HashSet<>();
    private final Map<Long, ObjectNode> byId = new TreeMap<>();
    private final Map<String, ObjectNode> byCode = new TreeMap<>();
    private final List<ObjectNode> oneOffs = new ArrayList<>();
    private int codeLimit = 20;
    private int nameLimit = Integer.MAX_VALUE;
    private long lastId = 500;

    ErpContractors(ErpDictionaries dictionaries, ErpLists lists, ErpSwitches switches, ErpChanges changes) {
        this.dictionaries = dictionaries;
        this.lists = lists;
        this.switches = switches;
        this.changes = changes;
    }

    void codeLimit(int characters) {
        codeLimit = Math.min(characters, LONGEST_CODE);
    }

    void nameLimit(int characters) {
        nameLimit = characters;
    }

    Collection<ObjectNode> all() {
        return byId.values();
    }

    List<ObjectNode> oneOffs() {
        return oneOffs;
    }

    Optional<ObjectNode> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<ObjectNode> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Compared as text: another notation is another NIP. */
    List<ObjectNode> byNip(String nip) {
        return byId.values().stream()
                .filter(each -> each.path("NIP").asText().equals(nip))
                .toList();
    }

    /** A card as it is answered: with every flag. */
    static ObjectNode shown(ObjectNode card) {
        ObjectNode shown = card.deepCopy();
        FLAGS.stream().filter(flag -> !shown.path(flag).isBoolean()).forEach(flag -> shown.put(flag, false));
        return shown;
    }

    ObjectNode create(JsonNode wanted) {
        String code = checked(wanted, "");
        ObjectNode contractor = Json.object().put("Id", ++lastId).put("Type", 0);
        contractor.put("NIP", "").put("Pesel", "").putNull("PaymentForm");
        contractor.putArray("DeliveryAddresses");
        contractor.setAll((ObjectNode) wanted.deepCopy());
        contractor.put("Id", lastId);
        byId.put(lastId, contractor);
        byCode.put(code, contractor);
        changes.written(ErpChanges.Kind.CONTRACTORS, shown(contractor));
        return contractor;
    }

    ObjectNode update(JsonNode wanted) {
        ObjectNode known = byId(wanted.path("Id").asLong())
                .or(() -> byCode(wanted.path("Code").asText()))
                .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono kontrahenta."));
        ObjectNode changed = known.deepCopy();
        changed.remove(FLAGS);
        changed.setAll((ObjectNode) wanted.deepCopy());
        return put(known, changed);
    }

    /** Somebody changes the card in the ERP. */
    ObjectNode change(String code, Consumer<ObjectNode> how) {
        ObjectNode known =
                byCode(code).orElseThrow(() -> ErpRefusal.missing("Nie znaleziono kontrahenta " + code + "."));
        ObjectNode changed = known.deepCopy();
        how.accept(changed);
        return put(known, changed);
    }

    private ObjectNode put(ObjectNode known, ObjectNode changed) {
        long id = known.get("Id").asLong();
        String oldCode = known.get("Code").asText();
        String code = checked(changed, oldCode);
        changed.put("Id", id);
        byCode.remove(oldCode);
        byCode.put(code, changed);
        byId.put(id, changed);
        changes.written(ErpChanges.Kind.CONTRACTORS, shown(changed));
        return changed;
    }

    /** The contractor a document names by Id, Code or Data. */
    ObjectNode party(JsonNode party, String role) {
        if (!Json.absent(party.path("Id"))) {
            return named(byId(party.get("Id").asLong()), party, role + ": nie znaleziono kontrahenta o Id ", "Id");
        }
        if (!party.path("Code").asText().isBlank()) {
            return named(
                    byCode(party.get("Code").asText()), party, role + ": nie znaleziono kontrahenta o kodzie ", "Code");
        }
        if (party.path("Data").path("Name").asText().isBlank()) {
            throw ErpRefusal.bad(role + ": podaj Id, Code albo Data z polem Name.");
        }
        checkCountry(party.get("Data"));
        ObjectNode oneOff = party.get("Data").deepCopy();
        oneOff.put("Id", FIRST_ONE_OFF + oneOffs.size());
        oneOffs.add(oneOff);
        return oneOff;
    }

    /** What comes off every position of a document of that buyer, in percent. */
    BigDecimal discount(JsonNode buyer) {
        if (!switches.contractorDiscounts()) {
            return BigDecimal.ZERO;
        }
        Optional<ObjectNode> card = Json.absent(buyer.path("Id"))
                ? byCode(buyer.path("Code").asText())
                : byId(buyer.get("Id").asLong());
        return card.flatMap(each -> Json.number(each.path("DefaultDiscountPercent")))
                .orElse(BigDecimal.ZERO);
    }

    /** Refuses an inactive card; a one-off buyer has none. */
    void checkActive(ObjectNode contractor) {
        if (contractor.has("Code") && !contractor.path("Active").asBoolean()) {
            throw ErpRefusal.bad("Kontrahent " + contractor.get("Code").asText() + " jest nieaktywny.");
        }
    }

    /** Refuses a sale to a card that is inactive or over its limit; one-off buyers have no card. */
    void checkSale(long buyerId) {
        byId(buyerId).ifPresent(buyer -> {
            checkActive(buyer);
            if (overLimit.contains(buyerId)) {
                throw ErpRefusal.bad(
                        "Kontrahent " + buyer.get("Code").asText() + " przekroczył limit kredytu kupieckiego.");
            }
        });
    }

    void overLimit(String code, boolean over) {
        long id = byCode(code).orElseThrow().get("Id").asLong();
        if (over) {
            overLimit.add(id);
        } else {
            overLimit.remove(id);
        }
    }

    private void checkCountry(JsonNode address) {
        if (switches.strictCountries()) {
            lists.checkCountry(address.path("Country").asText());
        }
    }

    Runnable snapshot() {
        List<ObjectNode> cards =
                byId.values().stream().map(ObjectNode::deepCopy).toList();
        List<ObjectNode> single = oneOffs.stream().map(ObjectNode::deepCopy).toList();
        Set<Long> limited = Set.copyOf(overLimit);
        long id = lastId;
        return () -> {
            byId.clear();
            byCode.clear();
            cards.forEach(card -> {
                ObjectNode copy = card.deepCopy();
                byId.put(copy.get("Id").asLong(), copy);
                byCode.put(copy.get("Code").asText(), copy);
            });
            oneOffs.clear();
            single.forEach(each -> oneOffs.add(each.deepCopy()));
            overLimit.clear();
            overLimit.addAll(limited);
            lastId = id;
        };
    }

    private static ObjectNode named(Optional<ObjectNode> found, JsonNode party, String refusal, String by) {
        ObjectNode contractor =
                found.orElseThrow(() -> ErpRefusal.bad(refusal + party.get(by).asText() + "."));
        String address = party.path("DeliveryAddressCode").asText();
        boolean known = address.isEmpty()
                || contractor.path("DeliveryAddresses").findValuesAsText("Code").contains(address);
        if (!known) {
            throw ErpRefusal.bad(
                    "Kontrahent " + contractor.get("Code").asText() + " nie ma adresu dostawy " + address + ".");
        }
        return contractor;
    }

    /** The code, when everything about the contractor can stand. */
    private String checked(JsonNode wanted, String ownCode) {
        String code = wanted.path("Code").asText().strip();
        if (code.isEmpty() || wanted.path("Name").asText().isBlank()) {
            throw ErpRefusal.bad("Pola Code i Name kontrahenta są wymagane.");
        }
        if (code.length() > codeLimit) {
            throw ErpRefusal.bad("Kod kontrahenta może mieć najwyżej " + codeLimit + " znaków: " + code + ".");
        }
        if (wanted.get("Name").asText().length() > nameLimit) {
            throw ErpRefusal.bad("Nazwa kontrahenta może mieć najwyżej " + nameLimit + " znaków.");
        }
        if (!code.equals(ownCode) && byCode.containsKey(code)) {
            throw ErpRefusal.bad("Kontrahent o kodzie " + code + " już istnieje.");
        }
        checkCountry(wanted.path("DefaultAddress"));
        wanted.path("DeliveryAddresses").forEach(this::checkCountry);
        int type = wanted.path("Type").asInt(0);
        if (type < 0 || type > 2) {
            throw ErpRefusal.bad("Nieprawidłowy rodzaj kontrahenta: " + type + ".");
        }
        long form = wanted.path("PaymentForm").path("Id").asLong(0);
        if (form != 0 && dictionaries.paymentForm(form).isEmpty()) {
            throw ErpRefusal.bad("Nie znaleziono formy płatności o Id " + form + ".");
        }
        return code;
    }
}
