package pl.zmobridge.symfonia;

/** How a ZMO of ours is known whatever its number: its {@code Description} starts with the order number and a bar. */
final class Marker {
    private static final String END = " | ";

    private Marker() {}

    static String of(String number) {
        return number + END;
    }

    /** {@code SH/120} does not mark a ZMO of {@code SH/1201}, nor one of {@code SH/120 (2)}. */
    static boolean marks(String description, String number) {
        return description.startsWith(of(number)) || description.strip().equals(number);
    }
}
