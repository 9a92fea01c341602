package pl.zmobridge.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that sends whatever it is told, byte by byte if need be, and reads what comes back. */
public final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern HEAD = Pattern.compile("(?s)^(HTTP/1\\.[01] (\\d{3}).*?)\r\n\r\n");

    private final Socket socket;

    public RawHttp(int port) throws IOException {
        this(port, 0);
    }

    /** @param buffered bytes that may arrive and not be read, about; 0: as the system likes it, which may be many megabytes */
    public RawHttp(int port, int buffered) throws IOException {
        socket = new Socket();
        if (buffered > 0) {
            socket.setReceiveBufferSize(buffered);
        }
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public RawHttp send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawHttp send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** All that comes until the other side closes; fails when it does not. */
    public String untilClosed() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("not closed; so far: " + all.toString(StandardCharsets.ISO_8859_1), e);
        } catch (IOException e) {
            // a reset closes too
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** One answer, whether it says its length, comes in chunks or has no body. */
    public String answer() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (true) {
            String text = read.toString(StandardCharsets.ISO_8859_1);
            Matcher head = HEAD.matcher(text);
            if (head.find()) {
                Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head.group(1));
                int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
                boolean chunked = head.group(1).toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
                if (chunked ? text.endsWith("\r\n0\r\n\r\n") : text.length() >= head.end() + body) {
                    return text;
                }
            }
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + text);
            }
            read.write(next);
        }
    }

    /** The status of the first of these answers; 0 when there is none. */
    public static int status(String answers) {
        Matcher head = HEAD.matcher(answers);
        return head.find() ? Integer.parseInt(head.group(2)) : 0;
    }

    public static int answers(String text) {
        return (int)
                Pattern.compile("HTTP/1\\.[01] \\d{3} ").matcher(text).results().count();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
