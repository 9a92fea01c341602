package pl.zmobridge.sim;

/** The ERP says no, in Polish, for people. */
final class ErpRefusal extends RuntimeException {
    private final int status;

    ErpRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static ErpRefusal bad(String message) {
        return new ErpRefusal(400, message);
    }

    static ErpRefusal missing(String message) {
        return new ErpRefusal(404, message);
    }

    int status() {
        return status;
    }
}
