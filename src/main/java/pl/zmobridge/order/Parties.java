package pl.zmobridge.order;

import java.util.Optional;
import java.util.stream.Stream;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.order.ShopOrder.Address;

/** Who buys and who receives (P1–P3). */
record Parties(Party contractor, Party recipient) {

    /** Empty, with a problem, when the buyer gave no address at all. */
    static Optional<Parties> of(ShopOrder order, Findings findings) {
        Optional<Address> contractor = contractorAddress(order);
        if (contractor.isEmpty()) {
            findings.problem("nie ma ani adresu do faktury, ani adresu dostawy;"
                    + " uzupełnij adres w zamówieniu w sklepie i ponów import.");
            return Optional.empty();
        }
        Optional<Address> delivery = given(order.delivery());
        if (delivery.isEmpty()) {
            findings.warning("Adres dostawy jest w sklepie pusty; odbiorcą jest adres do faktury.");
        }
        // P2: always the delivery address; without one, goods can only go to the buyer
        Address recipient = delivery.orElse(contractor.get());
        warnOfIgnoredNip(contractor.get(), recipient, findings);
        return Optional.of(new Parties(party(order, contractor.get(), findings), party(order, recipient, findings)));
    }

    /** P1: the billing address when the buyer gave one, otherwise the delivery address. */
    static Optional<Address> contractorAddress(ShopOrder order) {
        return given(order.billing()).or(() -> given(order.delivery()));
    }

    private static Optional<Address> given(Optional<Address> address) {
        return address.filter(
                a -> Stream.of(a.firstName(), a.lastName(), a.company(), a.street1(), a.street2(), a.city())
                        .anyMatch(field -> !Texts.clean(field).isEmpty()));
    }

    private static void warnOfIgnoredNip(Address contractor, Address recipient, Findings findings) {
        String nip = Nip.read(recipient).value();
        if (Nip.read(contractor).value().isEmpty() && !nip.isEmpty()) {
            findings.warning("NIP „" + nip + "” jest tylko w adresie dostawy; o rodzaju dokumentu decyduje adres do"
                    + " faktury, w którym NIP nie ma.");
        }
    }

    // P3: everything is carried
    private static Party party(ShopOrder order, Address typed, Findings findings) {
        PolishAddress address = PolishAddress.of(typed.street1(), typed.street2());
        Nip nip = Nip.read(typed);
        nip.warning().ifPresent(findings::warning);
        return new Party(
                name(order, typed, findings),
                Texts.clean(typed.firstName()),
                Texts.clean(typed.lastName()),
                Texts.clean(typed.company()),
                nip.value(),
                Texts.clean(typed.pesel()),
                address.street(),
                address.houseNo(),
                address.flatNo(),
                Texts.clean(typed.city()),
                Texts.clean(typed.postcode()),
                Texts.clean(typed.state()),
                Texts.clean(typed.country()),
                Texts.clean(typed.countryCode()),
                Texts.clean(typed.phone()),
                Texts.clean(order.email()));
    }

    private static String name(ShopOrder order, Address typed, Findings findings) {
        String company = Texts.clean(typed.company());
        String person = Texts.clean(Texts.clean(typed.firstName()) + " " + Texts.clean(typed.lastName()));
        if (!company.isEmpty() || !person.isEmpty()) {
            return company.isEmpty() ? person : company;
        }
        String email = Texts.clean(order.email());
        String substitute = email.isEmpty() ? "Klient " + order.id() : email;
        findings.warning("Adres nie ma imienia, nazwiska ani firmy; jako nazwę przyjęto „" + substitute + "”.");
        return substitute;
    }
}
