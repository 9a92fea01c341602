package pl.zmobridge.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;

/** A shop's zone as its newest order says it, for those who cannot wait until the shop is asked. */
public final class ShopZone {
    private ShopZone() {}

    /** @return empty while the register holds no order of this shop, and when the database does not answer */
    public static Optional<ZoneId> of(DataSource database, String shop) {
        try (Connection connection = database.getConnection();
                PreparedStatement newest = connection.prepareStatement(
                        "SELECT zone FROM orders WHERE shop = ? ORDER BY shop_order_id DESC LIMIT 1")) {
            newest.setString(1, shop);
            try (ResultSet row = newest.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)).map(ZoneId::of) : Optional.empty();
            }
        } catch (SQLException e) {
            return Optional.empty(); // the shop will tell it
        }
    }
}
