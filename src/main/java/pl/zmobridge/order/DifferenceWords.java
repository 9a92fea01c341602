package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pl.zmobridge.order.ControlSum.Reading;
import pl.zmobridge.order.DifferenceRules.As;

/** What is said of a difference (L6), in Polish. */
final class DifferenceWords {
    private static final String DISCOUNT_KEY = "order.difference.discount";
    private static final String SURCHARGE_KEY = "order.difference.surcharge";

    private final ShopOrder order;
    private final Difference difference;
    private final DifferenceRules rules;

    DifferenceWords(ShopOrder order, Difference difference, DifferenceRules rules) {
        this.order = order;
        this.difference = difference;
        this.rules = rules;
    }

    /** The problem: the figures, what may explain them, and what a person can do. Nobody is told to change the shop's order. */
    String problem(List<Reading> tried) {
        String note = note();
        return "suma " + plain(order.sum()) + " " + order.currency() + " nie wynika z pozycji i dostawy ("
                + plain(order.deliveryCost()) + "). Sprawdzono: "
                + tried.stream()
                        .map(reading -> reading.name() + " = " + plain(reading.total()) + " (różnica "
                                + plain(order.sum().subtract(reading.total())) + ")")
                        .collect(Collectors.joining("; "))
                + ". Zaokrąglenia tego nie tłumaczą. " + causes()
                + " Jeśli suma w sklepie jest właściwa, zamówienia nie trzeba zmieniać: przyjmij różnicę "
                + plain(difference.amount()) + " " + order.currency() + " na stronie tego zamówienia albo ustaw "
                + key()
                + ". Rozłożenie na towary: " + spread() + ". Osobna pozycja: " + line() + "."
                + (note.isEmpty() ? "" : " " + note);
    }

    /** What was done, for the order's warnings and its timeline. */
    String done(Difference.Settled settled) {
        String what = "Różnicę " + plain(difference.amount()) + " " + order.currency() + " (" + why() + ") ";
        String how = settled.as() == As.SPREAD
                ? "rozłożono na towary według wartości: "
                : "ujęto jako osobną pozycję „" + rules.code().orElse("") + "”: ";
        return what + how + (settled.byPerson() ? person() : "ustawienie " + key()) + ".";
    }

    /** The name of a line of its own, for the document. */
    String lineName() {
        return difference.explained() == Difference.Explained.BY_SURCHARGE
                ? "Dopłata za płatność: " + Texts.clean(order.paymentName())
                : "Dopłata";
    }

    private String key() {
        return difference.isDiscount() ? DISCOUNT_KEY : SURCHARGE_KEY;
    }

    private String causes() {
        List<String> causes = extras();
        return causes.isEmpty()
                ? "Zamówienie nie ma kodu rabatowego ani punktów; możliwa jest dopłata za płatność „"
                        + Texts.clean(order.paymentName()) + "” albo inna opłata dodana w sklepie."
                : "Różnicę może tłumaczyć: " + String.join(" oraz ", causes) + ".";
    }

    /** What the order holds that could explain a difference. */
    private List<String> extras() {
        ShopOrder.Extras extras = order.extras();
        List<String> causes = new ArrayList<>();
        if (!extras.code().isEmpty()) {
            causes.add("kod rabatowy „" + Texts.clean(extras.code()) + "”");
        }
        extras.notInPercent().forEach(each -> causes.add("rabat, który nie jest procentem: " + each));
        if (extras.points().signum() != 0) {
            causes.add("wydane punkty lojalnościowe: " + plain(extras.points()));
        }
        if (!extras.surcharge().isEmpty()) {
            causes.add("dopłata za płatność „" + Texts.clean(order.paymentName()) + "”: " + extras.surcharge());
        }
        return causes;
    }

    private String why() {
        List<String> causes = extras();
        return causes.isEmpty() ? "zamówienie jej nie tłumaczy" : String.join(" oraz ", causes);
    }

    private String person() {
        AcceptedDifference decision = difference.accepted().orElseThrow();
        return "zdecydował operator" + (decision.actor().isEmpty() ? "" : " " + decision.actor())
                + (decision.reason().isEmpty() ? "" : ", powód: " + Texts.collapse(decision.reason()));
    }

    private String spread() {
        return difference.isPossible(As.SPREAD)
                ? "możliwe"
                : "niemożliwe, bo towary są warte " + plain(worth()) + " i żaden nie może kosztować mniej niż zero";
    }

    private String line() {
        if (difference.isDiscount()) {
            return "niemożliwe, bo miałaby wartość poniżej zera, a nic nie mówi, że Symfonia taką przyjmie";
        }
        if (rules.code().isEmpty()) {
            return "niemożliwe, dopóki nie ustawiono order.difference.code";
        }
        return difference.rates().size() == 1
                ? "możliwe"
                : "niemożliwe, bo towary mają różne stawki VAT: "
                        + difference.rates().stream()
                                .map(Difference.Rate::name)
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    /** Why what was decided before did not settle it; empty when nothing was. */
    private String note() {
        if (rules.accepted().isPresent() && difference.accepted().isEmpty()) {
            AcceptedDifference before = rules.accepted().get();
            return "Przyjęta wcześniej różnica " + plain(before.amount()) + " przy sumie " + plain(before.sum())
                    + " już nie obowiązuje.";
        }
        return difference.wanted() == As.ASK ? "" : doubt();
    }

    private String doubt() {
        String head = "Ustawienie " + key() + " nie zadziałało samo, bo ";
        return switch (difference.doubt()) {
            case NONE -> "";
            case UNEXPLAINED -> head + "nic w zamówieniu nie tłumaczy tej różnicy.";
            case COUNT ->
                head + "sklep podaje liczbę produktów " + order.productCount() + ", a pozycji jest "
                        + order.lines().size() + ": zamówienie mogło się zmienić w czasie odczytu.";
            case PRICES -> head + "nie wiadomo, czy rabaty pozycji są już w cenach, a od tego zależy podział.";
        };
    }

    private BigDecimal worth() {
        return difference.reading().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
