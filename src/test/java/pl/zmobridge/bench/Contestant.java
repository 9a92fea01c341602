package pl.zmobridge.bench;

/** Something that carries orders from the shop to the ERP, in a process of its own. */
interface Contestant extends AutoCloseable {
    /** There are new orders in the shop: look now. Returns at once or when it has looked. */
    void look();

    OwnProcess process();

    @Override
    default void close() {
        process().close();
    }
}
