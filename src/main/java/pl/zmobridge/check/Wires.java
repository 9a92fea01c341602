package pl.zmobridge.check;

import java.io.IOException;
import pl.zmobridge.wire.Request;

/**
 * Asks shops and ERPs as the running bridge does: over its routes {@code shop-call} and {@code erp-call}. A question is sent once;
 * a silence or a refusal is told at once instead of being sat out.
 */
public interface Wires extends AutoCloseable {

    /**
     * Asks a shop; logs in first when that is configured.
     *
     * @throws pl.zmobridge.shoper.ShopFailure when the shop refuses
     * @throws IOException when it does not answer
     * @throws NotAsked when the routes do not let the question through
     */
    <T> T shop(String shop, Request<T> request) throws IOException, InterruptedException;

    /**
     * Asks the ERP of a shop, in the session unless the request is open to all.
     *
     * @throws pl.zmobridge.symfonia.ErpRefused when the ERP says no
     * @throws pl.zmobridge.symfonia.ErpUnavailable when its answer says nothing
     * @throws IOException when it does not answer
     * @throws NotAsked when the routes do not let the question through
     */
    <T> T erp(String shop, Request<T> request) throws IOException, InterruptedException;

    /**
     * Asks the National Bank of Poland.
     *
     * @throws pl.zmobridge.nbp.NbpAway when it gives no usable answer
     * @throws NotAsked when the routes do not let the question through
     */
    <T> T nbp(String shop, Request<T> request) throws IOException, InterruptedException;

    /**
     * Asks KSeF about a shop's seller; logs in first.
     *
     * @throws pl.zmobridge.ksef.KsefFailure when KSeF refuses
     * @throws IOException when it does not answer
     * @throws NotAsked when the routes do not let the question through
     */
    <T> T ksef(String shop, Request<T> request) throws IOException, InterruptedException;

    /** Opens the session with the ERP of a shop; throws what {@link #erp} throws. */
    void openSession(String shop) throws IOException, InterruptedException;

    /**
     * Ends that session.
     *
     * @return false when the ERP had ended it before
     */
    boolean endSession(String shop) throws IOException, InterruptedException;

    @Override
    void close();

    /** The routes of the home directory let no question through; its message says why. */
    final class NotAsked extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NotAsked(String words) {
            super(words);
        }
    }
}
