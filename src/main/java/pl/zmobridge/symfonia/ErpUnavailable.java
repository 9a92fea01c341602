package pl.zmobridge.symfonia;

/** The ERP gave no usable answer. What was asked of it may have been done or not: only a question tells (I2). */
public final class ErpUnavailable extends RuntimeException {
    public ErpUnavailable(String message) {
        super(message);
    }
}
