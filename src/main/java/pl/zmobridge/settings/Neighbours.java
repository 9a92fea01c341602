package pl.zmobridge.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must not be alike in two shops of one bridge. */
final class Neighbours {
    private Neighbours() {}

    /** One line for each pair of shops that would meet in the register or in an ERP that they share. */
    static List<String> problems(List<ShopSettings> shops) {
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < shops.size(); i++) {
            ShopSettings one = shops.get(i);
            if (!ids.add(one.id().toLowerCase(Locale.ROOT))) {
                problems.add("shop.id " + one.id() + " is the name of two shops; rename one of them");
            }
            for (ShopSettings other : shops.subList(i + 1, shops.size())) {
                if (one.symfonia().url().equalsIgnoreCase(other.symfonia().url()) && meet(one, other)) {
                    problems.add("order.number.prefix of the shops " + one.id() + " and " + other.id()
                            + " must begin with different letters, for they share the ERP "
                            + one.symfonia().url()
                            + ": their orders and contractors would be taken for each other's; for example:"
                            + " order.number.prefix=" + other.id().toUpperCase(Locale.ROOT) + "/");
                }
            }
        }
        return problems;
    }

    /** The same ZMO number (N1) or contractor code could belong to both: no two numbers may begin alike. */
    private static boolean meet(ShopSettings one, ShopSettings other) {
        String mine = one.symfonia().documents().contractorPrefix();
        String theirs = other.symfonia().documents().contractorPrefix();
        return mine.equals(theirs) || digits(mine, theirs) || digits(theirs, mine);
    }

    /** {@code A} and {@code A1}: order 12 of the one and order 2 of the other are both A12. */
    private static boolean digits(String shorter, String longer) {
        return longer.startsWith(shorter) && longer.substring(shorter.length()).matches("\\d*");
    }
}
