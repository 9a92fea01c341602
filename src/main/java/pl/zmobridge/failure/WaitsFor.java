package pl.zmobridge.failure;

/** What heals a failure. */
public enum WaitsFor {
    /** Somebody must change something: in the shop, in the ERP, in the configuration. */
    PERSON,
    /** Goods must arrive; then it goes on by itself. */
    STOCK,
    /** A system must answer again; then it goes on by itself. */
    SYSTEM
}
