package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import pl.zmobridge.order.ShopOrder.Address;

/** An address of an order (P). */
final class AddressReading {
    private AddressReading() {}

    /** Missing, null and {@code []} are no address; what is neither that nor an object cannot be read. */
    static Optional<Address> address(JsonNode row, String field, Problems problems) {
        JsonNode address = row.path(field);
        if (address.isMissingNode() || address.isNull() || address.isEmpty() && !address.isValueNode()) {
            return Optional.empty();
        }
        if (address.isTextual() && address.asText().isBlank()) {
            return Optional.empty();
        }
        if (!address.isObject()) {
            problems.add("Pole „" + field + "” nie jest adresem. Otwórz zamówienie w panelu sklepu i zapisz adres.");
            return Optional.empty();
        }
        Problems inAddress = problems.in("Adres " + field);
        return Optional.of(new Address(
                inAddress.text(address, "firstname"),
                inAddress.text(address, "lastname"),
                inAddress.text(address, "company"),
                inAddress.text(address, "tax_identification_number"),
                inAddress.text(address, "pesel"),
                inAddress.text(address, "street1"),
                inAddress.text(address, "street2"),
                inAddress.text(address, "city"),
                inAddress.text(address, "postcode"),
                inAddress.text(address, "state"),
                inAddress.text(address, "country"),
                inAddress.text(address, "country_code"),
                inAddress.text(address, "phone")));
    }
}
