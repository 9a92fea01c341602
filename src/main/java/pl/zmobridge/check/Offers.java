package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.Dictionaries;
import pl.zmobridge.shoper.ListPage;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.ShoperApi.Dictionary;
import pl.zmobridge.shoper.StatusKind;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.ErpUnavailable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Wire;
import pl.zmobridge.words.Language;

/** What a shop and an ERP have that a configuration can name, for whoever writes one. Only questions are asked. */
public final class Offers {
    /** What the service that stands for deliveries is mostly called. */
    private static final List<String> DELIVERIES = List.of("DOSTAWA", "TRANSPORT", "WYSYLKA", "KURIER");

    private final Engine engine;
    private final Language language;

    /** @param language of what went wrong */
    public Offers(Engine engine, Language language) {
        this.engine = engine;
        this.language = language;
    }

    /** What is sold by a type of ZMO (Z5). */
    public enum Sale {
        INVOICE,
        RECEIPT,
        OTHER,
        NONE
    }

    /**
     * @param sale the kind of the associated document
     * @param sold the code of the associated document; blank for none
     */
    public record Type(String code, String name, Sale sale, String sold, List<String> series) {}

    /**
     * All by their codes, with their names. Only what is active.
     *
     * @param forms names of payment forms
     * @param deliveries products that look as if they stood for deliveries
     */
    public record OfErp(
            List<Type> types,
            Map<String, String> departments,
            Map<String, String> registries,
            List<String> forms,
            Map<String, String> deliveries) {}

    /**
     * By their ids.
     *
     * @param statuses those in which an order can be realised
     */
    public record OfShop(Map<Long, String> statuses, Map<Long, String> payments, Map<Long, String> shippings) {}

    /** Why there is no offer. */
    public static final class NotOffered extends Exception {
        private static final long serialVersionUID = 1;

        /** What is wrong; the message says more of TLS and OTHER. */
        public enum Fault {
            NO_HOST,
            CONNECTION_REFUSED,
            NO_ANSWER,
            TLS,
            SECRET,
            OTHER
        }

        private final Fault fault;

        NotOffered(Fault fault, String words) {
            super(words);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** @throws NotOffered when the shop does not answer, or not so */
    public OfShop ofShop(Settings settings) throws NotOffered, InterruptedException {
        ShopSettings shop = settings.shops().get(0);
        try (Wires wires = engine.wires(settings)) {
            ShopQuestions questions = new ShopQuestions(wires, shop.id());
            Dictionaries all = Dictionaries.of(
                    questions.ask(ShoperApi.applicationConfig()),
                    rows(questions, Dictionary.STATUSES),
                    rows(questions, Dictionary.PAYMENTS),
                    rows(questions, Dictionary.SHIPPINGS),
                    List.of());
            Map<Long, String> statuses = new TreeMap<>();
            all.statuses().values().stream()
                    .filter(status -> status.kind() != StatusKind.NOT_COMPLETED)
                    .forEach(status -> statuses.put(status.id(), status.name()));
            return new OfShop(statuses, new TreeMap<>(all.payments()), new TreeMap<>(all.shippings()));
        } catch (ShopFailure.Unauthorised e) {
            throw new NotOffered(NotOffered.Fault.SECRET, words(e));
        } catch (ShopFailure e) {
            throw new NotOffered(NotOffered.Fault.OTHER, words(e));
        } catch (IOException e) {
            throw new NotOffered(Failures.fault(e), Failures.words(e));
        } catch (Wires.NotAsked e) {
            throw new NotOffered(NotOffered.Fault.OTHER, e.getMessage());
        }
    }

    /** @throws NotOffered when the ERP does not answer, or not so */
    public OfErp ofErp(Settings settings) throws NotOffered, InterruptedException {
        String shop = settings.shops().get(0).id();
        try (Wires wires = engine.wires(settings)) {
            ErpQuestions erp = new ErpQuestions(wires, shop);
            erp.ask(SymfoniaApi.ping());
            wires.openSession(shop);
            try {
                List<PaymentForm> forms = erp.ask(SymfoniaApi.paymentForms());
                return new OfErp(
                        types(erp),
                        named(erp.ask(SymfoniaApi.departments())),
                        named(erp.ask(SymfoniaApi.paymentRegistries())),
                        forms.stream()
                                .filter(PaymentForm::active)
                                .map(PaymentForm::name)
                                .toList(),
                        deliveries(erp));
            } finally {
                wires.endSession(shop);
            }
        } catch (ErpUnavailable e) {
            boolean key = e.failure().cause() == Cause.ERP_KEY_UNKNOWN;
            throw new NotOffered(key ? NotOffered.Fault.SECRET : NotOffered.Fault.OTHER, words(e));
        } catch (ErpRefused e) {
            throw new NotOffered(NotOffered.Fault.OTHER, words(e));
        } catch (IOException e) {
            throw new NotOffered(Failures.fault(e), Failures.words(e));
        } catch (Wires.NotAsked e) {
            throw new NotOffered(NotOffered.Fault.OTHER, e.getMessage());
        }
    }

    private static List<JsonNode> rows(ShopQuestions shop, Dictionary dictionary)
            throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        ListPage page;
        int number = 1;
        do {
            page = shop.ask(ShoperApi.dictionary(dictionary, number++));
            rows.addAll(page.rows());
        } while (!page.isLast());
        return rows;
    }

    private static List<Type> types(ErpQuestions erp) throws IOException, InterruptedException {
        List<Type> types = new ArrayList<>();
        for (JsonNode type : ErpDictionaryCheck.active(erp.ask(SymfoniaApi.zmoTypes()))) {
            List<String> series = new ArrayList<>();
            erp.ask(SymfoniaApi.seriesOf(Wire.id(type, "Id"))).forEach(each -> series.add(Wire.text(each, "Code")));
            String related = Wire.text(type, "RelatedTypeId");
            boolean sells = !related.isEmpty() && !related.equals("0");
            JsonNode sold = sells ? erp.ask(SymfoniaApi.documentType(related)) : type;
            types.add(new Type(
                    Wire.text(type, "Code"),
                    Wire.text(type, "Name"),
                    sells ? sale(Wire.text(sold, "Character")) : Sale.NONE,
                    sells ? Wire.text(sold, "Code") : "",
                    series));
        }
        return types;
    }

    private static Map<String, String> deliveries(ErpQuestions erp) throws IOException, InterruptedException {
        Map<String, String> deliveries = new LinkedHashMap<>();
        for (String code : DELIVERIES) {
            JsonNode product = erp.ask(SymfoniaApi.product(code));
            if (!product.isMissingNode() && Wire.field(product, "Active").asBoolean(true)) {
                deliveries.put(code, Wire.text(product, "Name"));
            }
        }
        return deliveries;
    }

    private static Sale sale(String character) {
        return switch (character) {
            case RuleTypeCheck.INVOICE -> Sale.INVOICE;
            case RuleTypeCheck.RECEIPT -> Sale.RECEIPT;
            default -> Sale.OTHER;
        };
    }

    private static Map<String, String> named(JsonNode entries) {
        Map<String, String> named = new LinkedHashMap<>();
        ErpDictionaryCheck.active(entries).forEach(each -> named.put(Wire.text(each, "Code"), Wire.text(each, "Name")));
        return named;
    }

    private String words(Failing failure) {
        return failure.failure().text(language);
    }
}
