package pl.zmobridge.symfonia;

/** A call's place among those that the ERP is given at once. */
public interface ErpPlace {
    /** The ERP has done what it was asked. */
    void answered();

    /** The ERP has too much to do. */
    void overloaded();

    /** The place is another call's; once, however the call has ended. */
    void leave();
}
