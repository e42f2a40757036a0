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
 * What the streams of one consumer log. Thousands of them fail at the same moment when a server restarts: of each kind of
 * news the first ten within ten seconds are told by name, the others as one number when the ten seconds are over. Safe for
 * all threads.
 */
public final class StreamLog {

    static final int BY_NAME = 10;
    static final Duration WINDOW = Duration.ofSeconds(10);

    /** Characters of a line; it may hold the text of a route's exception. */
    private static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(StreamSubscription.class);

    /** A kind of news, its level, and how many streams are said to have it. */
    enum LogEvent {
        LOST(Level.WARN, "lost"),
        CONNECTED_AGAIN(Level.INFO, "connected again"),
        NOT_STORED(Level.ERROR, "whose offset cannot be stored; nothing further is handed over until it can"),
        STORED_AGAIN(Level.INFO, "whose offset can be stored again"),
        FROM_NOW(Level.WARN, "whose offset the provider does not know, going on from now; messages may be missing"),
        ENDED(Level.WARN, "ended by the provider"),
        STOPPED(Level.ERROR, "stopped; the health check names one");

        private final Level level;
        private final String words;

        LogEvent(Level level, String words) {
            this.level = level;
            this.words = words;
        }
    }

    /** Ten seconds of one kind of news. */
    private static final class Window {
        private final long opened;
        private int told;
        private int untold;
        private Scheduler.@Nullable Scheduled end;

        Window(long opened) {
            this.opened = opened;
        }
    }

    private final Scheduler scheduler;

    /** Guards the windows; nothing is logged under it. */
    private final Object lock = new Object();

    private final Map<LogEvent, Window> windows = new EnumMap<>(LogEvent.class);
    private boolean closed;

    /** @param scheduler waits for the end of the ten seconds */
    public StreamLog(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Tells of one stream, or counts it.
     *
     * @return whether it was told by name
     */
    boolean tell(LogEvent news, String key, String line) {
        boolean byName = count(news);
        String name = LogText.oneLine(key, MOST);
        String safe = LogText.oneLine(line, MOST);
        if (byName) {
            LOG.atLevel(news.level).log("Stream {}: {}", name, safe);
        } else {
            LOG.debug("Stream {}: {}", name, safe);
        }
        return byName;
    }

    private boolean count(LogEvent news) {
        synchronized (lock) {
            long now = scheduler.nanoTime();
            Window window = windows.get(news);
            if (window == null || (window.end == null && now - window.opened >= WINDOW.toNanos())) {
                window = new Window(now);
                windows.put(news, window);
            }
            if (window.told < BY_NAME || closed) {
                window.told++;
                return true;
            }
            window.untold++;
            if (window.end == null) {
                window.end = afterwards(news, window.opened + WINDOW.toNanos() - now);
            }
            return false;
        }
    }

    private Scheduler.@Nullable Scheduled afterwards(LogEvent news, long nanos) {
        try {
            return scheduler.after(Duration.ofNanos(Math.max(0, nanos)), () -> sum(news));
        } catch (RejectedExecutionException timerIsGone) {
            // The component stops; close() tells the number.
            return null;
        }
    }

    private void sum(LogEvent news) {
        Window window;
        synchronized (lock) {
            window = windows.remove(news);
        }
        if (window != null && window.untold > 0) {
            LOG.atLevel(news.level).log("And {} more streams {}", window.untold, news.words);
        }
    }

    /** Tells the numbers that are not told yet; what comes later is told at once. */
    public void close() {
        List<LogEvent> open;
        synchronized (lock) {
            closed = true;
            open = new ArrayList<>(windows.keySet());
            windows.values().forEach(StreamLog::cancel);
        }
        open.forEach(this::sum);
    }

    private static void cancel(Window window) {
        if (window.end != null) {
            window.end.cancel();
        }
    }
}
