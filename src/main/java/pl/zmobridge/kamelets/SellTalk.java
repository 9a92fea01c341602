package pl.zmobridge.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.wire.Request;

/** The sales documents of a ZMO are asked for, and made when there are none: once. */
final class SellTalk extends ErpTalk {
    private enum Step {
        ZMO,
        DOCUMENTS,
        SELL,
        DONE
    }

    private final Optional<Integer> id;
    private final String number;
    private Step step = Step.ZMO;
    private int zmo;
    private List<SalesDocument> documents = List.of();
    private boolean sold;

    /**
     * @param said {@code {"id":…}} or {@code {"number":"…"}} of a ZMO; or the number alone
     * @throws IllegalArgumentException when it names none
     */
    SellTalk(String applicationGuid, String deviceName, JsonNode said) {
        super(applicationGuid, deviceName);
        id = said.path("id").canConvertToInt() && said.path("id").isNumber()
                ? Optional.of(said.path("id").asInt())
                : Optional.empty();
        number = (said.isObject() ? said.path("number").asText("") : said.asText("")).strip();
        if (id.isEmpty() && number.isEmpty()) {
            throw new IllegalArgumentException(
                    "symfonia-sale-action wants {\"id\":…} or {\"number\":\"…\"} of a ZMO, or its number");
        }
    }

    @Override
    String subject() {
        return "ZMO " + zmo;
    }

    @Override
    boolean isAskingMore() {
        return step != Step.DONE;
    }

    @Override
    Request<?> next() {
        return switch (step) {
            case ZMO -> id.isPresent() ? SymfoniaApi.findById(id.get()) : SymfoniaApi.findByNumber(number);
            case DOCUMENTS -> SymfoniaApi.documents(zmo, SalesDocument.Kind.FV);
            case SELL -> SymfoniaApi.sell(zmo, SalesDocument.Kind.FV);
            case DONE -> throw new IllegalStateException("Nothing is left to ask");
        };
    }

    @Override
    void acceptNext(Object said) {
        switch (step) {
            case ZMO -> {
                zmo = ((Optional<?>) said)
                        .map(Zmo.class::cast)
                        .map(Zmo::id)
                        .orElseThrow(() -> new IllegalStateException("The ERP has no ZMO "
                                + id.map(each -> "id " + each).orElse(number)
                                + "; it may have been sold and deleted, so nothing is sold"));
                step = Step.DOCUMENTS;
            }
            case DOCUMENTS -> {
                documents = documents(said);
                step = documents.isEmpty() ? Step.SELL : Step.DONE;
            }
            default -> {
                documents = documents(said);
                sold = true;
                step = Step.DONE;
            }
        }
    }

    private static List<SalesDocument> documents(Object said) {
        return ((List<?>) said).stream().map(SalesDocument.class::cast).toList();
    }

    @Override
    Map<String, Object> result() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("zmo", zmo);
        result.put("sold", sold);
        result.put(
                "documents",
                documents.stream()
                        .map(each -> Map.of("id", each.id(), "number", each.number()))
                        .toList());
        return result;
    }
}
