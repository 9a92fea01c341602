package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.symfonia.ContractorPolicy.Update;

/**
 * K3: what an order writes to a card that exists: address, e-mail and phone, nothing else; a name or a NIP never (K1). It is made from
 * the card as the ERP has just shown it, with all its fields, because the ERP takes a flag that is left out for false. So the same
 * order finds nothing to write the second time.
 */
public final class ContractorUpdates {
    private static final String ADDRESS = "DefaultAddress";
    private static final List<String> PLACE = List.of("Street", "City", "PostCode");

    private ContractorUpdates() {}

    /**
     * The body of {@code PUT Contractors/Update}; empty when there is nothing to write.
     *
     * @param basic whether emoji and the like are left out, because the ERP could not store them
     * @param cuts receives a sentence for each text that was changed
     */
    public static Optional<String> body(
            Contractor known, Party party, Update update, boolean basic, List<String> cuts) {
        if (update == Update.NEVER || !known.card().isObject()) {
            return Optional.empty();
        }
        List<String> changedTexts = new ArrayList<>();
        ErpLimits limits = new ErpLimits(changedTexts, basic);
        ObjectNode card = known.card().deepCopy();
        ObjectNode address = Wire.JSON.createObjectNode();
        Contractors.cardAddress(address, party, limits);
        JsonNode old = Wire.field(card, ADDRESS);
        // an address is one thing: half of an old one and half of a new one are no address
        boolean isLacking =
                PLACE.stream().allMatch(field -> Wire.text(old, field).isBlank());
        boolean isKnown =
                PLACE.stream().anyMatch(field -> !Wire.text(address, field).isBlank());
        boolean changed = isKnown && (isLacking || update == Update.ALWAYS) && put(card, ADDRESS, address);
        ObjectNode contact = Wire.JSON.createObjectNode();
        JsonNode oldContact = Wire.field(card, "Contact");
        text(contact, oldContact, "Phone1", limits.fit("telefon", party.phone(), ErpLimits.CONTACT), update);
        text(contact, oldContact, "Email", limits.fit("e-mail", party.email(), ErpLimits.CONTACT), update);
        changed |= put(card, "Contact", contact);
        if (!changed) {
            return Optional.empty();
        }
        cuts.addAll(changedTexts);
        return Optional.of(Wire.write(card));
    }

    private static void text(ObjectNode to, JsonNode old, String field, String text, Update update) {
        if (!text.isEmpty() && (update == Update.ALWAYS || Wire.text(old, field).isBlank())) {
            to.put(field, text);
        }
    }

    /**
     * Puts fields into a part of the card, under the names that the card has for them.
     *
     * @return whether anything is another now
     */
    private static boolean put(ObjectNode card, String name, ObjectNode fields) {
        String key = key(card, name);
        ObjectNode part = card.path(key) instanceof ObjectNode there ? there : Wire.JSON.createObjectNode();
        boolean changed = false;
        for (var field : fields.properties()) {
            if (!Wire.text(part, field.getKey()).equals(field.getValue().asText())) {
                part.set(key(part, field.getKey()), field.getValue());
                changed = true;
            }
        }
        if (changed) {
            card.set(key, part);
        }
        return changed;
    }

    private static String key(ObjectNode object, String name) {
        Stream<String> names = object.properties().stream().map(field -> field.getKey());
        return names.filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
