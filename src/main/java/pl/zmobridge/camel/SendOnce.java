package pl.zmobridge.camel;

import java.io.IOException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

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
                .setRequestExecutor(new BrokenOff())
                .addExecInterceptorFirst("limits", limits);
    }

    /** On an {@code Error} during a call the client would close its pool, and all calls to come would fail (I11). */
    private static final class BrokenOff extends HttpRequestExecutor {
        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback information,
                HttpContext context)
                throws IOException, HttpException {
            try {
                return super.execute(request, connection, information, context);
            } catch (Error e) {
                throw new IOException("the call was broken off: " + e, e);
            }
        }
    }
}
