package pl.zmobridge.symfonia;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The places among the calls that one ERP is given at once; so many, or as many as turn out to be good. */
final class CallPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(CallPlaces.class);
    /** Looks in a row that left the limit as it is. */
    private static final int SETTLED = 5;

    private final String erp;
    private final Optional<LimitFinder> finder;
    private final LongSupplier nanoTime;
    private final Places places;
    private int limit;
    private int inFlight;
    private int told;
    private Optional<Place> only = Optional.empty();

    /** Fair: no shop waits for ever behind a busy neighbour. */
    private static final class Places extends Semaphore {
        private static final long serialVersionUID = 1;

        Places(int limit) {
            super(limit, true);
        }

        void change(int by) {
            if (by > 0) {
                release(by);
            } else {
                reducePermits(-by); // who is in stays; the next ones wait
            }
        }
    }

    /** @param erp its address, for the log */
    CallPlaces(String erp, Concurrency concurrency, LongSupplier nanoTime) {
        this.erp = erp;
        this.nanoTime = nanoTime;
        this.finder = concurrency.found() ? Optional.of(new LimitFinder(concurrency.most())) : Optional.empty();
        this.limit = finder.map(LimitFinder::limit).orElse(concurrency.most());
        this.places = new Places(limit);
    }

    Place enter(String kind) throws InterruptedException {
        boolean waited =
                !places.tryAcquire(0, TimeUnit.SECONDS); // unlike the one without a time it passes nobody who waits
        if (waited) {
            places.acquire();
        }
        return entered(kind, waited);
    }

    private synchronized Place entered(String kind, boolean waited) {
        inFlight++;
        only.ifPresent(other -> other.alone = false);
        Place place = new Place(kind, waited);
        only = inFlight == 1 ? Optional.of(place) : Optional.empty();
        return place;
    }

    boolean hasRoom() {
        return places.availablePermits() > 0;
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized int limit() {
        return limit;
    }

    /** Empty when a person has chosen it. */
    OptionalInt found() {
        return finder.isPresent() ? OptionalInt.of(limit()) : OptionalInt.empty();
    }

    private synchronized void left(Place place) {
        inFlight--;
        only = only.filter(other -> other != place);
        places.release();
    }

    private synchronized void answered(Place place, long now) {
        finder.ifPresent(found -> {
            found.answered(
                    new LimitFinder.Ended(
                            place.kind, place.generation, place.atOnce, place.waited, place.alone, now - place.begun),
                    now);
            adopt(found);
        });
    }

    private synchronized void overloaded(Place place, long now) {
        finder.ifPresent(found -> {
            found.overloaded(place.generation, now);
            adopt(found);
        });
    }

    private void adopt(LimitFinder found) {
        if (found.limit() != limit) {
            places.change(found.limit() - limit);
            limit = found.limit();
        }
        if (found.steady() == SETTLED && Math.abs(limit - told) > 1) {
            told = limit;
            LOG.info("symfonia.concurrency=auto: {} is given {} calls at once", erp, limit);
        }
    }

    /** The place of one call; each must be left again, once. */
    final class Place implements ErpPlace {
        private final String kind;
        private final boolean waited;
        private final long begun = nanoTime.getAsLong();
        private final int atOnce = inFlight;
        private final int generation = finder.map(LimitFinder::generation).orElse(0);
        private boolean alone = inFlight == 1;

        private Place(String kind, boolean waited) {
            this.kind = kind;
            this.waited = waited;
        }

        @Override
        public void answered() {
            CallPlaces.this.answered(this, nanoTime.getAsLong());
        }

        @Override
        public void overloaded() {
            CallPlaces.this.overloaded(this, nanoTime.getAsLong());
        }

        @Override
        public void leave() {
            left(this);
        }
    }
}
