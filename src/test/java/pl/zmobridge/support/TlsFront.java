package pl.zmobridge.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that speaks TLS and hands on what it is told to one that does not. */
public final class TlsFront implements AutoCloseable {
    private final ServerSocket server;
    private final URI behind;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger used = new AtomicInteger();

    /**
     * @param alias whose certificate it shows
     * @param behind the plain server's address; smtp://… for a mail server
     */
    public TlsFront(Certificates certificates, String alias, String behind)
            throws IOException, GeneralSecurityException {
        this.behind = URI.create(behind);
        server = certificates
                .context(alias)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public String url() {
        return "https://localhost:" + server.getLocalPort();
    }

    /** How many connections came so far that something was read from. */
    public int connections() {
        return used.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> handOn(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void handOn(Socket client) {
        try (client) {
            if ("smtp".equals(behind.getScheme())) { // there the server speaks first
                try (Socket plain = new Socket(behind.getHost(), behind.getPort())) {
                    used.incrementAndGet();
                    threads.execute(() -> answer(plain, client));
                    client.getInputStream().transferTo(plain.getOutputStream());
                }
                return;
            }
            int first = client.getInputStream().read();
            if (first < 0) {
                return;
            }
            used.incrementAndGet();
            try (Socket plain = new Socket(behind.getHost(), behind.getPort())) {
                threads.execute(() -> answer(plain, client));
                plain.getOutputStream().write(first);
                client.getInputStream().transferTo(plain.getOutputStream());
            }
        } catch (IOException e) {
            // the client did not like the certificate, or has gone
        }
    }

    private static void answer(Socket plain, Socket client) {
        try {
            plain.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
