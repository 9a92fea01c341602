package pl.zmobridge.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** A table as its reader takes it: one piece of it is in memory, and the next one is made when that is read (I11). */
final class TableStream extends InputStream {
    private final OrderCsv table;
    private final boolean named;
    private final Runnable addPiece;
    private BooleanSupplier isReaderGone = () -> false;
    private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);

    /**
     * @param named whether the reader's page gives the file its name
     * @param addPiece adds the next piece to the table, which is not complete
     */
    TableStream(OrderCsv table, boolean named, Runnable addPiece) {
        this.table = table;
        this.named = named;
        this.addPiece = addPiece;
    }

    String disposition() {
        return named ? "attachment" : "attachment; filename=\"orders.csv\"";
    }

    /** Nothing is made for a reader who has gone. */
    void endWhen(BooleanSupplier readerGone) {
        isReaderGone = readerGone;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length > 0 && piece.available() == 0) {
            piece = new ByteArrayInputStream(next());
        }
        return piece.read(bytes, from, length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Empty when the table has ended. */
    private byte[] next() throws IOException {
        byte[] made = table.take();
        if (made.length > 0 || table.isComplete() || isReaderGone.getAsBoolean()) {
            return made;
        }
        try {
            addPiece.run();
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
        return table.take();
    }
}
