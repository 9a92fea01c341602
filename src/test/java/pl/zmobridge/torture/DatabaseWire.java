package pl.zmobridge.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between one bridge and the database: it can be cut, or fall silent so that neither side is told anything. */
final class DatabaseWire implements AutoCloseable {
    private enum State {
        SOUND,
        SILENT,
        CUT
    }

    private final ServerSocket door;
    private final String database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.SOUND;

    /** @param url of the database, on this machine */
    DatabaseWire(String url) {
        database = url;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    /** The database's address through this wire. */
    String url() {
        return database.replaceFirst(":\\d+/", ":" + door.getLocalPort() + "/");
    }

    /** Connections break and new ones are refused. */
    synchronized void cut() {
        state = State.CUT;
        open.forEach(DatabaseWire::close);
        notifyAll();
    }

    /** Nothing gets through any more, in either direction; connections stay open, and the end of one is not heard of by the other side. */
    synchronized void fallSilent() {
        state = State.SILENT;
    }

    /** What was held up while the wire was silent arrives now. */
    synchronized void heal() {
        state = State.SOUND;
        notifyAll();
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket bridge = door.accept();
                thread(() -> join(bridge));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void join(Socket bridge) {
        open.add(bridge);
        try {
            awaitSound();
            String port = database.replaceFirst(".*:(\\d+)/.*", "$1");
            Socket server = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
            server.setTcpNoDelay(true);
            bridge.setTcpNoDelay(true);
            open.add(server);
            thread(() -> carry(server, bridge));
            carry(bridge, server);
        } catch (IOException e) {
            close(bridge);
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[16_384];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitSound();
                out.write(bytes, 0, read);
            }
            awaitSound(); // the end of a connection is a packet, too
        } catch (IOException e) {
            // the connection is broken
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized void awaitSound() throws IOException {
        while (state == State.SILENT) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        if (state == State.CUT) {
            throw new IOException("cut");
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "database-wire");
        thread.setDaemon(true);
        thread.start();
    }
}
