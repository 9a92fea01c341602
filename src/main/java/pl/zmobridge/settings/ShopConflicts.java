package pl.zmobridge.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What two shops of one bridge must not have in common. */
final class ShopConflicts {
    private ShopConflicts() {}

    /** One line for each id that two shops have, for each server that they trust differently, and for each two shops of one ERP whose numbers could be the same. */
    static List<String> find(List<ShopSettings> shops) {
        List<String> problems = new ArrayList<>(Peers.conflicts(shops));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < shops.size(); i++) {
            ShopSettings one = shops.get(i);
            if (!ids.add(one.id().toLowerCase(Locale.ROOT))) {
                problems.add("shop.id " + one.id()
                        + " is the name of two shops; rename one of them; for example: shop.id=" + one.id() + "-2");
            }
            for (ShopSettings other : shops.subList(i + 1, shops.size())) {
                ksef(one, other).ifPresent(problems::add);
                boolean sameErp =
                        one.symfonia().url().equalsIgnoreCase(other.symfonia().url());
                if (sameErp && numbersCanBeEqual(one, other)) {
                    problems.add("order.number.prefix of the shops " + one.id() + " and " + other.id()
                            + " must begin with different letters, for they share the ERP "
                            + one.symfonia().url()
                            + ": their orders and contractors would be taken for each other's; for example:"
                            + " order.number.prefix=" + other.id().toUpperCase(Locale.ROOT) + "/");
                } else if (sameErp && codesCanBeEqual(one, other)) {
                    problems.add("contractor.code.prefix of the shops " + one.id() + " and " + other.id()
                            + " must begin with different letters, for they share the ERP "
                            + one.symfonia().url()
                            + ": their contractors would be taken for each other's; for example:"
                            + " contractor.code.prefix=" + other.id().toUpperCase(Locale.ROOT));
                }
            }
        }
        return problems;
    }

    /** What shops of one seller ask KSeF with, they ask once for all. */
    private static Optional<String> ksef(ShopSettings one, ShopSettings other) {
        boolean differ = one.ksef()
                .flatMap(mine -> other.ksef()
                        .filter(theirs -> theirs.nip().equals(mine.nip()))
                        .filter(theirs -> !theirs.url().equals(mine.url())
                                || !theirs.token().equals(mine.token())
                                || !theirs.alarm().equals(mine.alarm())))
                .isPresent();
        return differ
                ? Optional.of("ksef.url, ksef.token and ksef.alarm of the shops " + one.id() + " and " + other.id()
                        + " must be equal, for they have the same ksef.nip and KSeF is asked once for both; set them"
                        + " in config/application.properties alone; for example: "
                        + ExampleLines.of(KsefKeys.ALARM))
                : Optional.empty();
    }

    /** The same ZMO number could belong to both (N1). */
    private static boolean numbersCanBeEqual(ShopSettings one, ShopSettings other) {
        return beginAlike(
                ShopValidator.letters(one.cards().prefix()),
                ShopValidator.letters(other.cards().prefix()));
    }

    /** The same code of a contractor could belong to both (K1). */
    private static boolean codesCanBeEqual(ShopSettings one, ShopSettings other) {
        return beginAlike(prefixOfCodes(one), prefixOfCodes(other));
    }

    private static String prefixOfCodes(ShopSettings shop) {
        return shop.symfonia().documents().contractors().codes().prefix();
    }

    private static boolean beginAlike(String mine, String theirs) {
        return mine.equals(theirs) || differOnlyInDigits(mine, theirs) || differOnlyInDigits(theirs, mine);
    }

    /** {@code A} and {@code A1}: order 12 of the one and order 2 of the other are both A12. */
    private static boolean differOnlyInDigits(String shorter, String longer) {
        return longer.startsWith(shorter) && longer.substring(shorter.length()).matches("\\d*");
    }
}
