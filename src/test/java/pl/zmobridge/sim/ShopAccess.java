package pl.zmobridge.sim;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Who may come in: the panel's token, tokens of logins, and the areas that were withdrawn from them. */
final class ShopAccess {
    static final String TOKEN = "sim-shoper-token";
    static final String LOGIN = "bridge";
    static final String PASSWORD = "Zażółć-123";

    private final Set<String> panelTokens = new HashSet<>(Set.of(TOKEN));
    private final Set<String> loginTokens = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private String login = LOGIN;
    private String password = PASSWORD;

    synchronized boolean knows(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return false;
        }
        String token = authorization.substring(7).strip();
        return panelTokens.contains(token) || loginTokens.contains(token);
    }

    /** A new token, or empty text when login or password is wrong. */
    synchronized String login(String authorization) {
        String expected = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (!authorization.equals("Basic " + expected)) {
            return "";
        }
        String token = UUID.randomUUID().toString().replace("-", "");
        loginTokens.add(token);
        return token;
    }

    synchronized void credentials(String newLogin, String newPassword) {
        login = newLogin;
        password = newPassword;
    }

    synchronized void expireLogins() {
        loginTokens.clear();
    }

    synchronized void panelToken(String token) {
        panelTokens.clear();
        panelTokens.add(token);
    }

    synchronized void withdraw(String area) {
        withdrawn.add(area);
    }

    synchronized void grant(String area) {
        withdrawn.remove(area);
    }

    synchronized boolean lacks(String area) {
        return withdrawn.contains(area);
    }
}
