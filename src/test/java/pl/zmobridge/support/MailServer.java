package pl.zmobridge.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Mail servers of tests. */
public final class MailServer {
    /** A busy machine takes its time. */
    private static final long START_MILLIS = 40_000;

    private MailServer() {}

    /** One that takes mail on this port of loopback, once it is started. */
    public static GreenMail on(int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_MILLIS);
        return new GreenMail(setup);
    }
}
