package pl.zmobridge.camel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks off an answer that is too long once unpacked, or that takes too long as a whole. A socket's own time-out counts from one byte to
 * the next, so a system that trickles would never meet it.
 */
final class AnswerLimits implements ExecChainHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerLimits.class);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final Set<Deadline> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        // one look at all of them: a timer for each would wake its thread, and be called off, with every request
        clock().scheduleWithFixedDelay(
                        AnswerLimits::cutLateOnes, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private final Patience patience;
    private final long mostBytes;

    AnswerLimits(Patience patience, long mostBytes) {
        this.patience = patience;
        this.mostBytes = mostBytes;
    }

    private static ScheduledExecutorService clock() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "answer-limits");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void cutLateOnes() {
        long now = System.nanoTime();
        for (Deadline deadline : RUNNING) {
            try {
                deadline.cutIfLate(now);
            } catch (RuntimeException | Error e) { // I11: an Error would end the clock for all
                LOG.warn("A connection that is too slow could not be cut", e); // the others' turn must come
            }
        }
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Duration whole = patience.with(request.getMethod(), address(request));
        if (!request.getMethod().equals("GET")) { // the responseTimeout of a route is for questions
            scope.clientContext.setRequestConfig(RequestConfig.copy(scope.clientContext.getRequestConfigOrDefault())
                    .setResponseTimeout(Timeout.of(whole))
                    .build());
        }
        Deadline deadline = new Deadline(scope, whole);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            if (response.getEntity() == null) {
                deadline.met();
            } else {
                if (response.getEntity().getContentEncoding() == null) {
                    response.removeHeaders(
                            HttpHeaders.CONTENT_ENCODING); // the client has unpacked it; Camel must not do so again
                }
                response.setEntity(new Limited(response.getEntity(), deadline));
            }
            return response;
        } catch (IOException e) {
            deadline.met();
            throw deadline.explained(e);
        } catch (HttpException | RuntimeException e) {
            deadline.met();
            throw e;
        }
    }

    private static String address(ClassicHttpRequest request) {
        try {
            return request.getUri().toString();
        } catch (URISyntaxException e) {
            return request.getRequestUri();
        }
    }

    /** Cuts the connection when its time is over. */
    private static final class Deadline {
        private final Duration whole;
        private final ExecChain.Scope scope;
        private final long begun = System.nanoTime();
        private volatile boolean missed;

        Deadline(ExecChain.Scope scope, Duration whole) {
            this.whole = whole;
            this.scope = scope;
            RUNNING.add(this);
        }

        void met() {
            RUNNING.remove(this);
        }

        void cutIfLate(long now) {
            if (now - begun < whole.toNanos() || !RUNNING.remove(this)) {
                return;
            }
            missed = true;
            if (scope.execRuntime instanceof Cancellable call) {
                call.cancel();
            } else {
                scope.execRuntime.discardEndpoint();
            }
        }

        IOException explained(IOException failure) {
            if (!missed) {
                return failure;
            }
            SocketTimeoutException late =
                    new SocketTimeoutException("the whole answer was not there after " + whole.toSeconds() + " s");
            late.initCause(failure);
            return late;
        }
    }

    /** A body that may be read only so far and only so long. */
    private final class Limited extends HttpEntityWrapper {
        private final Deadline deadline;

        Limited(HttpEntity body, Deadline deadline) {
            super(body);
            this.deadline = deadline;
        }

        /** A short answer whose length is known needs no stream cache. */
        @Override
        public long getContentLength() {
            long said = super.getContentLength();
            return said <= mostBytes ? said : -1; // a longer one is read until it breaks the limit
        }

        @Override
        public InputStream getContent() throws IOException {
            return new LimitedStream(super.getContent(), deadline);
        }
    }

    private final class LimitedStream extends FilterInputStream {
        private final Deadline deadline;
        private long read;

        LimitedStream(InputStream body, Deadline deadline) {
            super(body);
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            try {
                int one = super.read();
                counted(one < 0 ? -1 : 1);
                return one;
            } catch (IOException e) {
                throw deadline.explained(e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return counted(super.read(bytes, from, length));
            } catch (IOException e) {
                throw deadline.explained(e);
            }
        }

        private int counted(int bytes) throws IOException {
            if (bytes < 0) {
                deadline.met();
                return bytes;
            }
            read += bytes;
            if (read > mostBytes) {
                throw new AnswerTooLong(mostBytes);
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            deadline.met();
            super.close();
        }
    }
}
