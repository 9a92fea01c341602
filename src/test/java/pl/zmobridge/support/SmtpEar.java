package pl.zmobridge.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else's mail server, with moods: it refuses a recipient, or breaks off after it has taken a message. */
public final class SmtpEar implements AutoCloseable {
    /** How long a client may say nothing, in milliseconds. */
    private static final int SILENCE = 10_000;

    private final ServerSocket server;
    private final Thread ear = new Thread(this::listen, "smtp-ear");
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile String toRecipient = "250 ok";
    private volatile boolean breaking;

    public SmtpEar(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        ear.setDaemon(true);
        ear.start();
    }

    /** What {@code RCPT} is answered, such as {@code 550 5.1.1 no such user}. */
    public void saysToRecipient(String answer) {
        toRecipient = answer;
    }

    /** Takes each message and breaks off instead of saying so. */
    public void breaks(boolean now) {
        breaking = now;
    }

    /** The messages that it has taken, as they came. */
    public List<String> taken() {
        return taken;
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.setSoTimeout(SILENCE);
                talk(client);
            } catch (IOException e) {
                // the client is gone, or this server is closed
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream();
        say(out, "220 ear");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
            switch (word) {
                case "RCPT" -> say(out, toRecipient);
                case "DATA" -> {
                    say(out, "354 go on");
                    taken.add(message(in));
                    if (breaking) {
                        return;
                    }
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /**
     * A thread that waits for a client holds the port until it wakes, even when its socket was closed before. So nobody else could
     * surely listen there until the thread has ended.
     */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            ear.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
