package pl.zmobridge.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Work during which nothing is logged: what libraries say belongs to nobody who reads a table. */
final class QuietLogs extends TurboFilter {
    private QuietLogs() {}

    /** Something that can be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    static void during(Work work) throws InterruptedException {
        answer(() -> {
            work.run();
            return null;
        });
    }

    /** Work that answers something. */
    interface Question<T, E extends Exception> {
        T answer() throws E, InterruptedException;
    }

    static <T, E extends Exception> T answer(Question<T, E> question) throws E, InterruptedException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        QuietLogs quiet = new QuietLogs();
        context.addTurboFilter(quiet);
        try {
            return question.answer();
        } finally {
            context.getTurboFilterList().remove(quiet);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable failure) {
        return FilterReply.DENY;
    }
}
