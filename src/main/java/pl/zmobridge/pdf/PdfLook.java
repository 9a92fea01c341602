package pl.zmobridge.pdf;

import java.time.Duration;
import java.util.Optional;
import pl.zmobridge.camel.SqlParameters;

/** One look for PDFs of a shop's invoices that are due: the variable {@code pdf}. It belongs to one exchange. */
public final class PdfLook implements SqlParameters {
    /** So many in one look; the rest is due at the next. */
    private static final int MOST = 50;

    private final PdfShop shop;
    private final String holder;
    private final Duration up;
    private final boolean toBeNoted;
    private boolean mailPaused;
    private boolean more = true;
    private int taken;
    private Optional<PdfTask> task = Optional.empty();

    /**
     * @param holder this bridge
     * @param up how long it has run
     * @param toBeNoted whether the register is to be told that it looks
     */
    PdfLook(PdfShop shop, String holder, Duration up, boolean toBeNoted) {
        this.shop = shop;
        this.holder = holder;
        this.up = up;
        this.toBeNoted = toBeNoted;
    }

    PdfShop its() {
        return shop;
    }

    public String shop() {
        return shop.id();
    }

    public boolean isToBeNoted() {
        return toBeNoted;
    }

    /** Whether more may be due. */
    public boolean isMore() {
        return more && taken < MOST;
    }

    void pausesMail(boolean now) {
        mailPaused = now;
    }

    void ends() {
        more = false;
        task = Optional.empty();
    }

    /** The ERP is away: the next look asks again. */
    void pausesErp() {
        more = false;
    }

    void takes(PdfTask next) {
        taken++;
        task = Optional.of(next);
    }

    /** Whether there was one. */
    public boolean isFound() {
        return task.isPresent();
    }

    PdfTask task() {
        return task.orElseThrow(() -> new IllegalStateException("No document was taken"));
    }

    /** Whether the ERP must be asked for it. */
    public boolean isToBeFetched() {
        return task().needsPdf();
    }

    public boolean isToBeSaved() {
        return task().isToBeSaved();
    }

    public boolean isToBeSent() {
        return task().isToBeSent();
    }

    /** Whether nothing failed, so that no review is needed any more. */
    public boolean isDone() {
        return task().isDone();
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "holder" -> holder;
            case "upMillis" -> up.toMillis();
            case "waitsForKsef" -> shop.waitsForKsef();
            case "mailPaused" -> mailPaused;
            case "erpShops" -> shop.erpShops();
            default -> task.isPresent() ? task.get().parameter(name, NONE) : NONE; // null is SQL's NULL
        };
    }
}
