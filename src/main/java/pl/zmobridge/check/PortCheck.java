package pl.zmobridge.check;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import pl.zmobridge.settings.Settings;

/** The port of console and API: free, or our own bridge's. */
final class PortCheck {

    /** Who answers at the port. */
    enum Holder {
        OUR_BRIDGE,
        ANOTHER_BRIDGE,
        SOMETHING_ELSE
    }

    /** Asks whoever answers there. */
    interface Question {
        Holder ask();
    }

    private final Settings.Http http;
    private final boolean users;
    private final Question question;
    private final Findings findings;

    /** @param users whether there are any besides {@code ops.user} */
    PortCheck(Settings.Http http, boolean users, Question question, Findings findings) {
        this.http = http;
        this.users = users;
        this.question = question;
        this.findings = findings;
    }

    void run() {
        InetAddress host;
        try {
            host = InetAddress.getByName(http.host());
        } catch (UnknownHostException e) {
            findings.bad("http.host", "there is no host " + http.host(), "take 127.0.0.1, or 0.0.0.0 for everywhere");
            return;
        }
        port(host);
        if (!host.isLoopbackAddress() && http.password().isEmpty() && !users) {
            findings.note(
                    "ops.password",
                    "is empty, so console and API refuse everybody but this machine",
                    "set it, or add a user (zmo-bridge user add), to open them to others");
        }
    }

    private void port(InetAddress host) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, http.port()));
            findings.good("http.port", http.port() + " is free");
        } catch (BindException e) {
            if (String.valueOf(e.getMessage()).contains("assign")) {
                findings.bad("http.host", http.host() + " is no address of this machine", "take 127.0.0.1 or 0.0.0.0");
            } else if (String.valueOf(e.getMessage()).contains("denied")) {
                findings.bad("http.port", "this user may not open port " + http.port(), "take one above 1023");
            } else {
                taken();
            }
        } catch (IOException e) {
            findings.bad("http.port", http.port() + " cannot be opened: " + e.getMessage(), "take another port");
        }
    }

    private void taken() {
        switch (question.ask()) {
            case OUR_BRIDGE -> findings.good("http.port", http.port() + " is our own: this bridge is running");
            case ANOTHER_BRIDGE ->
                findings.note(
                        "http.port",
                        "another bridge runs at " + http.port() + ", of another shop or with another ops.password",
                        "give this one a port of its own, unless it is the same one before a restart");
            default -> findings.bad("http.port", http.port() + " is taken by another program", "take another port");
        }
    }
}
