/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.LogText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Log of the streams of one consumer. Thousands of them fail at the same moment when a server restarts: of each kind of event the
 * first ten within ten seconds are logged one by one, the others as one number at the end of the ten seconds. Thread-safe.
 */
public final class StreamLog {

    static final int SINGLE_LINES = 10;
    static final Duration WINDOW = Duration.ofSeconds(10);

    /** Characters of a line; it may hold the text of a route's exception. */
    private static final int MAX_LENGTH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(StreamSubscription.class);

    /** A kind of event, its level, and the text behind the number of streams. */
    enum LogEvent {
        LOST(Level.WARN, "lost"),
        RECONNECTED(Level.INFO, "reconnected"),
        NOT_STORED(Level.ERROR, "offset not stored; delivery is paused until it succeeds"),
        STORED_AGAIN(Level.INFO, "offset stored again"),
        FROM_NOW(Level.WARN, "offset unknown to the provider, continuing from now; messages may be missing"),
        ENDED(Level.WARN, "ended by the provider"),
        STOPPED(Level.ERROR, "stopped; the health check names one");

        private final Level level;
        private final String summary;

        LogEvent(Level level, String summary) {
            this.level = level;
            this.summary = summary;
        }
    }

    /** Ten seconds of one kind of event. */
    private static final class Window {
        private final long begin;
        private int logged;
        private int counted;
        private Scheduler.@Nullable Scheduled end;

        Window(long begin) {
            this.begin = begin;
        }
    }

    private final Scheduler scheduler;

    /** Guards the windows; nothing is logged under it. */
    private final Object lock = new Object();

    private final Map<LogEvent, Window> windows = new EnumMap<>(LogEvent.class);
    private boolean closed;

    /** @param scheduler timer for the end of the ten seconds */
    public StreamLog(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Logs the event of one stream, or counts it.
     *
     * @return whether it was logged by itself
     */
    boolean log(LogEvent event, String key, String line) {
        boolean byItself = mayLog(event);
        String name = LogText.oneLine(key, MAX_LENGTH);
        String safe = LogText.oneLine(line, MAX_LENGTH);
        if (byItself) {
            LOG.atLevel(event.level).log("Stream {}: {}", name, safe);
        } else {
            LOG.debug("Stream {}: {}", name, safe);
        }
        return byItself;
    }

    private boolean mayLog(LogEvent event) {
        synchronized (lock) {
            long now = scheduler.nanoTime();
            Window window = windows.get(event);
            if (window == null || (window.end == null && now - window.begin >= WINDOW.toNanos())) {
                window = new Window(now);
                windows.put(event, window);
            }
            if (window.logged < SINGLE_LINES || closed) {
                window.logged++;
                return true;
            }
            window.counted++;
            if (window.end == null) {
                window.end = scheduleSummary(event, window.begin + WINDOW.toNanos() - now);
            }
            return false;
        }
    }

    private Scheduler.@Nullable Scheduled scheduleSummary(LogEvent event, long nanos) {
        try {
            return scheduler.schedule(Duration.ofNanos(Math.max(0, nanos)), () -> logSummary(event));
        } catch (RejectedExecutionException timerIsGone) {
            // The component is stopping; close() logs the number.
            return null;
        }
    }

    private void logSummary(LogEvent event) {
        Window window;
        synchronized (lock) {
            window = windows.remove(event);
        }
        if (window != null && window.counted > 0) {
            LOG.atLevel(event.level).log("{} more streams: {}", window.counted, event.summary);
        }
    }

    /** Logs the numbers that are not logged yet; later events are logged at once. */
    public void close() {
        List<LogEvent> open;
        synchronized (lock) {
            closed = true;
            open = new ArrayList<>(windows.keySet());
            windows.values().forEach(StreamLog::cancel);
        }
        open.forEach(this::logSummary);
    }

    private static void cancel(Window window) {
        if (window.end != null) {
            window.end.cancel();
        }
    }
}
