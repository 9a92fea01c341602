package pl.zmobridge.documents;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.order.OrderFacts;
import pl.zmobridge.order.Texts;

/** A condition on something that an order has one of, or several, by number, code or name. */
enum Listed {
    COUNTRY("country", facts -> Stream.of(facts.country())),
    ORIGIN("origin", facts -> facts.origin().map(String::valueOf).stream()),
    PAYMENT("payment", facts -> names(facts.payment())),
    SHIPPING("shipping", facts -> names(facts.shipping())),
    CURRENCY("currency", facts -> Stream.of(facts.currency())),
    VAT_RATE("vatRate", facts -> facts.vatRates().stream());

    private final String key;
    private final Function<OrderFacts, Stream<String>> names;

    Listed(String key, Function<OrderFacts, Stream<String>> names) {
        this.key = key;
        this.names = names;
    }

    String key() {
        return key;
    }

    /** What an order has, folded; nothing when that is unknown. */
    Set<String> of(OrderFacts facts) {
        return names.apply(facts)
                .map(this::folded)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The same for people. */
    String told(OrderFacts facts) {
        return switch (this) {
            case PAYMENT -> facts.payment().toString();
            case SHIPPING -> facts.shipping().toString();
            default -> names.apply(facts).sorted().collect(Collectors.joining(", "));
        };
    }

    /** Letter case and white space make no difference; of a rate none at all: {@code 23 %} is {@code 23%}. */
    String folded(String text) {
        String lower = Texts.collapse(text).toLowerCase(Locale.ROOT);
        return this == VAT_RATE ? lower.replace(" ", "") : lower;
    }

    private static Stream<String> names(OrderFacts.Named method) {
        return Stream.of(Long.toString(method.id()), method.code(), method.name());
    }
}
