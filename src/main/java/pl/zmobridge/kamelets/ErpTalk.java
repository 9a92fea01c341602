package pl.zmobridge.kamelets;

import java.util.Map;
import java.util.Optional;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/** A conversation with the ERP in a session of its own, which is opened before and closed after it, also when it is broken off. */
public abstract class ErpTalk implements Talk {
    private final String applicationGuid;
    private final String deviceName;
    private Optional<String> session = Optional.empty();
    private boolean opened;

    ErpTalk(String applicationGuid, String deviceName) {
        this.applicationGuid = applicationGuid;
        this.deviceName = deviceName;
    }

    /** What it writes about, for what is kept of writes without an answer: the same however it was asked for. */
    abstract String subject();

    abstract boolean isAskingMore();

    abstract Request<?> next();

    abstract void acceptNext(Object said);

    /** What it has come to, as JSON. */
    abstract Map<String, Object> result();

    @Override
    public final boolean isAsking() {
        return !opened || isAskingMore();
    }

    @Override
    public final Request<?> request() {
        return opened ? next() : SymfoniaApi.openSession(deviceName);
    }

    @Override
    public final String authorization() {
        return session.map(token -> "Session " + token).orElse("Application " + applicationGuid);
    }

    @Override
    public final void accept(Object said) {
        if (opened) {
            acceptNext(said);
        } else {
            session = Optional.of(said.toString());
            opened = true;
        }
    }

    /** Whether its session must be closed. */
    public final boolean isInSession() {
        return session.isPresent();
    }

    /** The request that closes it; it is not sent again. */
    final String leave() {
        String authorization = authorization();
        session = Optional.empty();
        return authorization;
    }
}
