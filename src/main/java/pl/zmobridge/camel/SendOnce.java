package pl.zmobridge.camel;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * The client must do what it is told, once: a PUT it repeats by itself could sell an order twice (I2). What it is answered has a limit
 * of bytes, unpacked, and of time, from the request to the last byte.
 */
public final class SendOnce implements HttpClientConfigurer {
    private final AnswerLimits limits;

    public SendOnce(Patience patience, long mostBytes) {
        limits = new AnswerLimits(patience, mostBytes);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .addExecInterceptorFirst("limits", limits);
    }
}
