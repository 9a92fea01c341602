package pl.zmobridge.mending;

import java.util.Optional;
import pl.zmobridge.wire.Request;

/** Questions to a shop or its ERP that need not be answered. */
public interface Systems {
    /** Empty when the ERP does not answer, or refuses. */
    <T> Optional<T> askErp(String shop, Request<T> question);

    /** Empty when the shop does not answer, or refuses. */
    <T> Optional<T> askShop(String shop, Request<T> question);
}
