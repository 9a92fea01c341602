package pl.zmobridge.sim;

import java.util.Random;

/** Who buys, where they live and how they write it down. A member who comes back lives where they lived. */
final class SamplePeople {
    private static final int MEMBERS = 200;
    private static final String[][] NAMES = {
        {"Anna", "Żak"},
        {"Łukasz", "Wójcik"},
        {"Świętosława", "Brzęczyszczykiewicz-Kowalska"},
        {"Jan", "Kowalski"},
        {"Zoë", "D'Angelo"},
        {"GRZEGORZ", "NOWAK"}
    };
    private static final String[][] PLACES = {
        {"Piotrkowska 12/4", "", "90-001", "Łódź"},
        {"ul. Świętej Jadwigi Królowej 7A m. 15", "", "31-002", "Kraków"},
        {"al. Jerozolimskie 100 lok. 3", "", "00-807", "Warszawa"},
        {"Chrząszczyżewoszyce 8", "", "86-070", "Łękołody"},
        {"os. Złotej Jesieni", "6/12", "31827", "Kraków"},
        {"Pl. 3 Maja 5", "klatka B", "41 200", "Sosnowiec"},
        {"11 Listopada 2-4", "", "43-300", "Bielsko-Biała"},
        {"ulica Długa 14 B/2", "", "80-831", "Gdańsk"}
    };
    private static final String[] FIRMS = {
        "„Żuraw” Sp. z o.o. Sp. k.",
        "PHU ŁĄCZNIK Jan Łącki",
        "Firma & Synowie <Import/Export> S.A.",
        "Przedsiębiorstwo Produkcyjno-Handlowo-Usługowe „Brzęczyszczykiewicz i Wspólnicy” Spółka Jawna w Łękołodach"
    };
    private static final int[] NIP_WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

    private final Random orders;

    SamplePeople(Random orders) {
        this.orders = orders;
    }

    void buyer(OrderBuilder order) {
        boolean member = orders.nextInt(3) > 0;
        long user = member ? 1 + orders.nextInt(MEMBERS) : 0;
        Random person = member ? new Random(user) : new Random(orders.nextLong());
        if (member) {
            order.user(user).with("email", "klient" + user + "@example.com");
        } else if (person.nextBoolean()) {
            order.with("user_id", "0");
        }
        String[] name = pick(NAMES, person);
        live(order, name, pick(PLACES, person), person);
        bill(order, person);
    }

    private static void live(OrderBuilder order, String[] name, String[] place, Random person) {
        order.delivery("firstname", name[0], "lastname", name[1], "street1", place[0], "street2", place[1]);
        order.delivery("postcode", place[2], "city", place[3]);
        if (person.nextInt(4) == 0) {
            order.delivery("state", "łódzkie", "phone", "600100200", "pesel", "44051401359");
        }
    }

    private static void bill(OrderBuilder order, Random person) {
        switch (person.nextInt(5)) {
            case 0 -> order.billing();
            case 1 -> order.billing("firstname", "Maria", "lastname", "Skłodowska", "street1", "Freta 16");
            case 2, 3 -> order.firm(FIRMS[person.nextInt(FIRMS.length)], written(nip(person), person));
            default -> {}
        }
    }

    /** Ten digits, the last of which checks the others. */
    private static String nip(Random person) {
        while (true) {
            StringBuilder digits = new StringBuilder();
            int sum = 0;
            for (int weight : NIP_WEIGHTS) {
                int digit = 1 + person.nextInt(9);
                digits.append(digit);
                sum += weight * digit;
            }
            if (sum % 11 < 10) {
                return digits.append(sum % 11).toString();
            }
        }
    }

    private static String written(String nip, Random person) {
        return switch (person.nextInt(5)) {
            case 0 -> nip.replaceFirst("(...)(...)(..)(..)", "$1-$2-$3-$4");
            case 1 -> nip.replaceFirst("(...)(..)(..)(...)", "$1-$2-$3-$4");
            case 2 -> "PL" + nip;
            case 3 -> nip.replaceFirst("(...)(...)(..)(..)", "$1 $2 $3 $4");
            default -> nip;
        };
    }

    private static String[] pick(String[][] from, Random person) {
        return from[person.nextInt(from.length)];
    }
}
