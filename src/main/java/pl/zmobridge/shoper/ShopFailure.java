package pl.zmobridge.shoper;

import java.time.Duration;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;

/** The shop did not do what it was asked. Messages are Polish sentences for the operator and hold no token. */
public abstract sealed class ShopFailure extends RuntimeException implements Failing
        permits ShopFailure.Refused,
                ShopFailure.Unauthorised,
                ShopFailure.MissingArea,
                ShopFailure.NotFound,
                ShopFailure.Throttled,
                ShopFailure.Unavailable,
                ShopAnswerUnusable,
                PageRefused {
    private final transient Failure failure;

    ShopFailure(String message, Failure failure) {
        super(message);
        this.failure = failure;
    }

    @Override
    public final Failure failure() {
        return failure;
    }

    /** Whether the same request can succeed by itself a little later, so that retrying in place makes sense. */
    public boolean isOutage() {
        return failure.isOutage();
    }

    /** The shop understood and said no; its own words are in the message. */
    public static final class Refused extends ShopFailure {
        Refused(String message, Failure failure) {
            super(message, failure);
        }
    }

    /** {@code 401}: log in again once, then give up. */
    public static final class Unauthorised extends ShopFailure {
        Unauthorised(String message, Failure failure) {
            super(message, failure);
        }
    }

    /** {@code 403 insufficient_scope}: the integration lacks access to an area of the shop. */
    public static final class MissingArea extends ShopFailure {
        private final String area;

        MissingArea(String message, Failure failure, String area) {
            super(message, failure);
            this.area = area;
        }

        /** The area in the words of the shop's panel, such as {@code statusy zamówień}. */
        public String area() {
            return area;
        }
    }

    /** {@code 404} with the shop's error body: the object does not exist. */
    public static final class NotFound extends ShopFailure {
        NotFound(String message, Failure failure) {
            super(message, failure);
        }
    }

    /** {@code 429}: the bucket is full. */
    public static final class Throttled extends ShopFailure {
        private final Duration retryAfter;

        Throttled(String message, Failure failure, Duration retryAfter) {
            super(message, failure);
            this.retryAfter = retryAfter;
        }

        /** How long the shop wants to be left alone. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The API did not answer: {@code 5xx}, a maintenance page, a proxy's error. */
    public static final class Unavailable extends ShopFailure {
        Unavailable(String message, Failure failure) {
            super(message, failure);
        }
    }
}
