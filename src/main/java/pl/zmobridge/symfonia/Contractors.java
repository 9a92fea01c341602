package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pl.zmobridge.order.Countries;
import pl.zmobridge.order.Nip;
import pl.zmobridge.order.OrderCard.Party;

/** An order card's contractor as a {@code Contractor} of the wire (P1, P3). */
public final class Contractors {
    private static final int FIRM = 0;
    private static final int PERSON = 2;

    private Contractors() {}

    /**
     * The body of {@code POST Contractors/Create}.
     *
     * @param basic whether emoji and the like are left out, because the ERP could not store them
     * @param cuts receives a sentence for each text that was changed
     */
    public static String create(String code, Party party, ContractorPolicy policy, boolean basic, List<String> cuts) {
        ErpLimits limits = new ErpLimits(cuts, basic);
        ObjectNode contractor = Wire.JSON.createObjectNode();
        contractor.put("Code", code);
        contractor.put("Name", limits.fit("nazwa", party.name(), ErpLimits.NAME));
        contractor.put("NIP", limits.fit("NIP", party.nip(), ErpLimits.TAX_NUMBER));
        contractor.put("Pesel", limits.fit("PESEL", party.pesel(), ErpLimits.TAX_NUMBER));
        contractor.put("Active", true);
        boolean isFirm = !party.company().isEmpty() || !party.nip().isEmpty();
        // K4; booleans that are left out mean false to the ERP
        contractor.put("Type", isFirm ? FIRM : PERSON);
        contractor.put("VATTaxPayer", !party.nip().isEmpty());
        contractor.put("Vies", !Nip.euCountry(party).isEmpty());
        contractor.put("PriceNegotiation", false);
        // K3: as in an OrderIssue; one that the ERP does not have is refused there, not made by a slip of the pen
        policy.kind()
                .ifPresent(
                        kind -> contractor.putObject("Kind").put("Code", kind).put("AddIfNotExist", false));
        policy.catalogue()
                .ifPresent(path ->
                        contractor.putObject("Catalog").put("FullPath", path).put("AddIfNotExist", false));
        ObjectNode contact = contractor.putObject("Contact");
        contact.put("Name", limits.fit("imię", party.firstName(), ErpLimits.PERSON));
        contact.put("Surname", limits.fit("nazwisko", party.lastName(), ErpLimits.PERSON));
        contact.put("Phone1", limits.fit("telefon", party.phone(), ErpLimits.CONTACT));
        contact.put("Email", limits.fit("e-mail", party.email(), ErpLimits.CONTACT));
        ObjectNode address = contractor.putObject("DefaultAddress");
        cardAddress(address, party, limits);
        return Wire.write(contractor);
    }

    /**
     * A one-off contractor: the {@code Data} of a {@code Recipient} (P2) or {@code Buyer} (K3).
     *
     * @param whose for people, {@code odbiorcy}
     */
    static ObjectNode data(String whose, Party party, ErpLimits limits) {
        ObjectNode data = Wire.JSON.createObjectNode();
        data.put("Name", limits.fit("nazwa " + whose, party.name(), ErpLimits.NAME));
        data.put("NIP", limits.fit("NIP " + whose, party.nip(), ErpLimits.TAX_NUMBER));
        address(data, party, limits);
        return data;
    }

    /** The address of a card. */
    static void cardAddress(ObjectNode address, Party party, ErpLimits limits) {
        address(address, party, limits);
        address.put("Province", limits.fit("województwo", party.state(), ErpLimits.PERSON));
    }

    private static void address(ObjectNode address, Party party, ErpLimits limits) {
        address.put("Street", limits.fit("ulica", party.street(), ErpLimits.STREET));
        address.put("HouseNo", limits.fit("nr domu", party.houseNo(), ErpLimits.BUILDING));
        address.put("ApartmentNo", limits.fit("nr lokalu", party.flatNo(), ErpLimits.BUILDING));
        address.put("PostCode", limits.fit("kod pocztowy", party.postcode(), ErpLimits.POSTCODE));
        address.put("City", limits.fit("miejscowość", party.city(), ErpLimits.CITY));
        // K4: the ISO code; a country that has none is sent as it was typed
        String code = Countries.code(party);
        String typed = party.country().isEmpty() ? party.countryCode() : party.country();
        address.put("Country", limits.fit("kraj", code.isEmpty() ? typed : code, ErpLimits.COUNTRY));
    }
}
