package pl.zmobridge.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Call;
import pl.zmobridge.register.ErpSessionRows;
import pl.zmobridge.register.ErpSessionRows.Left;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/**
 * Opens and closes sessions of ERPs over the routes' own HTTP client. Sessions are licensed and few, and one whose process is killed stays
 * open: so each is noted in the database, and whoever next needs one takes over what a dead process has left. Between the ERP's answer
 * and that note a kill still costs a session, until the ERP ends it.
 */
final class ErpSessions implements ShopSetup.Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(ErpSessions.class);

    private final Supplier<ProducerTemplate> template;
    private final Optional<ErpSessionRows> rows;
    private final Map<String, String> own = new ConcurrentHashMap<>();

    /** @param rows empty where the database is not asked */
    ErpSessions(Supplier<ProducerTemplate> template, Optional<ErpSessionRows> rows) {
        this.template = template;
        this.rows = rows;
    }

    @Override
    public String open(String shop, ShopSettings.Erp erp) {
        if (rows.isEmpty()) {
            return opened(shop);
        }
        Seal seal = new Seal(erp.url(), erp.applicationGuid());
        forget(seal.name()); // the one that we had is over
        String node = node(erp.deviceName());
        Optional<String> left = takenOver(shop, erp, seal, node);
        return left.orElseGet(() -> noted(opened(shop), seal, node));
    }

    private String opened(String shop) {
        return (String) answer("direct:erp-session", shop, null);
    }

    /** The first session of a dead process that still lives goes on here; further ones are closed. */
    private Optional<String> takenOver(String shop, ShopSettings.Erp erp, Seal seal, String node) {
        Deque<Left> left = left(seal.name());
        Optional<String> taken = Optional.empty();
        try {
            while (!left.isEmpty()) {
                Left first = left.element();
                Optional<String> token = seal.open(first.token());
                boolean gone = token.isEmpty();
                if (!gone && taken.isEmpty() && lives(shop, token.get())) {
                    own.put(seal.name(), first.id());
                    taken = token;
                } else if (!gone) {
                    gone = isClosed(erp.url(), token.get()); // the ERP says so of one that it does not know, too
                }
                left.remove();
                settle(first, gone, first.id().equals(own.get(seal.name())), node);
            }
            return taken;
        } finally {
            left.forEach(each -> over(each.id(), false)); // the ERP did not answer
        }
    }

    private void settle(Left left, boolean gone, boolean ours, String node) {
        if (!ours) {
            over(left.id(), gone);
            return;
        }
        try {
            rows.get().takeOver(left.id(), node);
        } catch (SQLException e) {
            // only the name of the node is not the right one
        }
    }

    private Deque<Left> left(String erp) {
        try {
            return new ArrayDeque<>(rows.get().takeLeft(erp));
        } catch (SQLException e) {
            return new ArrayDeque<>(); // the order that needs the session will meet the database's failure itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ArrayDeque<>();
        }
    }

    /** One cheap question in that session. */
    private boolean lives(String shop, String token) {
        return (Boolean) answer("direct:erp-call", shop, Call.in(token, SymfoniaApi.sessionLives()));
    }

    private String noted(String token, Seal seal, String node) {
        try {
            own.put(seal.name(), rows.get().add(seal.name(), node, seal.close(token)));
        } catch (SQLException e) {
            LOG.warn(
                    "The session with the ERP could not be noted; should this bridge be killed, it stays open until the ERP ends it: {}",
                    e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return token;
    }

    private void forget(String erp) {
        String id = own.remove(erp);
        if (id != null) {
            over(id, true);
        }
    }

    /** @param gone whether the ERP does not know it any more; otherwise the next one who needs a session looks at it */
    private void over(String id, boolean gone) {
        try {
            if (gone) {
                rows.get().remove(id);
            } else {
                rows.get().letGo(id);
            }
        } catch (SQLException e) {
            // the row stays; whoever finds it asks the ERP
        }
    }

    private Object answer(String route, String shop, Object body) {
        Exchange answer = template.get().request(route, exchange -> {
            exchange.setVariable("shop", shop);
            exchange.getMessage().setBody(body);
        });
        if (answer.getException() != null) {
            throw CamelExecutionException.wrapCamelExecutionException(answer, answer.getException());
        }
        return answer.getMessage().getBody();
    }

    @Override
    public void close(ShopSettings.Erp erp, String token) {
        boolean gone = isClosed(erp.url(), token);
        String id = own.remove(new Seal(erp.url(), erp.applicationGuid()).name());
        if (id != null) {
            over(id, gone);
        }
    }

    /** Whether the ERP does not know the session any more. The routes may have stopped by now. */
    private boolean isClosed(String erpUrl, String token) {
        Request<?> close = SymfoniaApi.closeSession();
        String erp = erpUrl
                + "/api?throwExceptionOnFailure=false&httpClientConfigurer=#sendOnce&connectTimeout=2000&responseTimeout=5000";
        Exchange answer = template.get().request(erp, exchange -> {
            exchange.getMessage().setHeader(Exchange.HTTP_METHOD, close.method());
            exchange.getMessage().setHeader(Exchange.HTTP_PATH, close.path());
            exchange.getMessage().setHeader("Authorization", "Session " + token);
        });
        int status = answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        return answer.getException() == null && status >= 200 && status < 500;
    }

    private static String node(String deviceName) {
        try {
            return deviceName + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return deviceName;
        }
    }
}
