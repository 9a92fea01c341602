package pl.zmobridge.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows a table has, and a checksum of all their values, taken from a dump of one row a line in the order of the primary key.
 * Equal ones of two servers mean equal rows, whatever versions the servers have.
 */
record TableContents(long rows, String checksum) {
    private static final String ROW = "INSERT INTO `";

    /** By the table's name in lower case: a server on Windows knows no other. A table without rows is not in it. */
    static Map<String, TableContents> of(InputStream dump) throws IOException {
        Map<String, Sum> sums = new TreeMap<>();
        // one byte, one character: no value is read, only compared
        BufferedReader lines = new BufferedReader(new InputStreamReader(dump, StandardCharsets.ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(ROW)) {
                int end = line.indexOf('`', ROW.length());
                String table = line.substring(ROW.length(), end).toLowerCase(Locale.ROOT);
                sums.computeIfAbsent(table, name -> new Sum()).add(line.substring(end));
            }
        }
        Map<String, TableContents> contents = new TreeMap<>();
        sums.forEach((table, sum) -> contents.put(table, sum.result()));
        return contents;
    }

    private static final class Sum {
        private final MessageDigest digest = sha256();
        private long rows;

        void add(String row) {
            digest.update(row.getBytes(StandardCharsets.ISO_8859_1));
            digest.update((byte) '\n');
            rows++;
        }

        TableContents result() {
            return new TableContents(rows, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java has it
            }
        }
    }
}
