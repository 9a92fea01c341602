package pl.zmobridge.mending;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.settings.Settable;
import pl.zmobridge.shoper.Dictionaries;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.VatRates;
import pl.zmobridge.symfonia.Wire;

/** What a setting may be: offered from what the ERP and the shop have, and judged by it. */
public final class Offers {
    private final Systems systems;

    /** @param name what a person knows it by */
    public record Offer(String value, String name) {}

    public Offers(Systems systems) {
        this.systems = systems;
    }

    /** All that there are; empty when nobody has a list of them, or does not tell it now. */
    public List<Offer> of(Shop shop, Settable setting) {
        return switch (setting) {
            case PAYMENT_FORM ->
                knows(shop)
                        ? shop.target().forms().active().stream()
                                .map(form -> new Offer(form.name(), ""))
                                .toList()
                        : List.of();
            case PAYMENT_REGISTRY ->
                systems.askErp(shop.id(), SymfoniaApi.paymentRegistries())
                        .map(answer -> coded(answer, "Code"))
                        .orElse(List.of());
            case VAT ->
                vat(shop).stream()
                        .map(rate -> new Offer(rate.code(), rate.name()))
                        .toList();
            case INVOICE_WISH_FIELD -> fields(shop);
            case DELIVERY_CODE, PRODUCT_CODE, DOCUMENTS -> List.of();
        };
    }

    /**
     * Judges a value by what the other systems have.
     *
     * @throws Refusal when they do not have it, or do not answer
     */
    void check(Shop shop, Settable setting, String of, String value) {
        checkSubject(shop, setting, of);
        switch (setting) {
            case PAYMENT_FORM -> {
                if (!knows(shop)) {
                    throw silent();
                }
                if (shop.target().forms().named(value).isEmpty()) {
                    throw Refusal.wrong("Symfonia has no active payment form \"" + value + "\"");
                }
            }
            case PAYMENT_REGISTRY -> {
                JsonNode all = systems.askErp(shop.id(), SymfoniaApi.paymentRegistries())
                        .orElseThrow(Offers::silent);
                if (coded(all, "Code").stream().noneMatch(each -> each.value().equals(value))) {
                    throw Refusal.wrong("Symfonia has no payment registry \"" + value + "\"");
                }
            }
            case VAT -> {
                JsonNode all = systems.askErp(shop.id(), SymfoniaApi.vatRates()).orElseThrow(Offers::silent);
                if (VatRates.read(all, Map.of(of, value)).match(of, "").isEmpty()) {
                    throw Refusal.wrong("Symfonia has no active VAT rate \"" + value + "\"");
                }
            }
            case DELIVERY_CODE, PRODUCT_CODE -> checkProduct(shop, value);
            case INVOICE_WISH_FIELD -> {
                List<Offer> fields = fields(shop);
                if (fields.isEmpty()) {
                    throw new Refusal(
                            Refusal.Kind.LATER,
                            "The shop does not tell its additional fields, so the value cannot be checked; nothing was set");
                }
                if (fields.stream()
                        .noneMatch(each ->
                                each.value().equals(value) || each.name().equalsIgnoreCase(value))) {
                    throw Refusal.wrong("The shop has no additional field \"" + value + "\"");
                }
            }
            case DOCUMENTS -> checkRules(value);
        }
    }

    private static void checkSubject(Shop shop, Settable setting, String of) {
        Map<Long, String> known = methods(shop, setting);
        if (!of.isEmpty() && setting.isByNumber() && !of.matches("\\d{1,18}")) {
            throw Refusal.wrong("\"" + of + "\" is no number of a payment or delivery method");
        }
        if (!of.isEmpty() && !known.isEmpty() && !known.containsKey(Long.valueOf(of))) {
            throw Refusal.wrong(
                    setting == Settable.DELIVERY_CODE
                            ? "The shop has no delivery method " + of
                            : "The shop has no payment method " + of);
        }
    }

    /** The ways of payment or delivery that a setting is for, by their numbers; empty when it is for something else, or they are not known. */
    public static Map<Long, String> methods(Shop shop, Settable setting) {
        if (!setting.isByNumber() || shop.source().dictionaries().isMissing()) {
            return Map.of();
        }
        Dictionaries read = shop.source().dictionaries().current();
        return new TreeMap<>(setting == Settable.DELIVERY_CODE ? read.shippings() : read.payments());
    }

    private void checkProduct(Shop shop, String code) {
        JsonNode product = systems.askErp(shop.id(), SymfoniaApi.product(code)).orElseThrow(Offers::silent);
        if (product.isMissingNode()) {
            throw Refusal.wrong("Symfonia has no product \"" + code + "\"");
        }
        if (!Wire.field(product, "Active").asBoolean(true)) {
            throw Refusal.wrong("The product \"" + code + "\" is not active in Symfonia");
        }
    }

    private static void checkRules(String text) {
        try {
            RulesFile.parse(text);
        } catch (BadRules bad) {
            throw Refusal.wrong("The rules cannot be used: " + InForce.words(bad));
        }
    }

    /** Whether the ERP tells its payment forms now: somebody may have added one a moment ago. */
    private boolean knows(Shop shop) {
        Optional<List<PaymentForm>> told = systems.askErp(shop.id(), SymfoniaApi.paymentForms());
        told.ifPresent(shop.target().forms()::accept);
        return told.isPresent();
    }

    private List<VatRates.Rate> vat(Shop shop) {
        return systems.askErp(shop.id(), SymfoniaApi.vatRates())
                .map(answer -> VatRates.read(answer, Map.of()).active())
                .orElse(List.of());
    }

    private List<Offer> fields(Shop shop) {
        if (shop.source().dictionaries().isMissing()) {
            return List.of();
        }
        Dictionaries read = shop.source().dictionaries().current();
        Optional<Map<Long, String>> names = systems.askShop(shop.id(), ShoperApi.additionalFields())
                .map(page -> read.withFields(page.rows()).fields());
        List<Offer> offers = new ArrayList<>();
        new TreeMap<>(names.orElse(Map.of())).forEach((id, name) -> offers.add(new Offer(Long.toString(id), name)));
        return offers;
    }

    private static List<Offer> coded(JsonNode entries, String code) {
        List<Offer> offers = new ArrayList<>();
        entries.forEach(each -> offers.add(new Offer(Wire.text(each, code), Wire.text(each, "Name"))));
        return offers;
    }

    private static Refusal silent() {
        return new Refusal(
                Refusal.Kind.LATER, "Symfonia does not answer, so the value cannot be checked; nothing was set");
    }
}
