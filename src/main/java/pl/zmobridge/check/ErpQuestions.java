package pl.zmobridge.check;

import java.io.IOException;
import pl.zmobridge.wire.Request;

/** The questions of a check to the ERP of one shop. */
record ErpQuestions(Wires wires, String shop) {

    /** @throws IOException when the ERP does not answer */
    <T> T ask(Request<T> request) throws IOException, InterruptedException {
        return wires.erp(shop, request);
    }
}
