/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import io.camelproviders.core.sse.StreamFormatException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one HTTP body in, frames out, credit back.
 *
 * <p>The window: bytes that are credited but not received, and frames that nobody took, are together never more than the
 * transport's initial credit. Bytes that became no frame (comments, blank lines, the beginning of a line) are credited
 * again at once; the decoder bounds what it holds. Credit goes back in batches, because a grant wakes the reader.
 */
final class HttpResponseStream implements StreamListener, StreamingConnection {

    private static final int WINDOW = StreamConnection.INITIAL_CREDIT;
    private static final int BATCH = WINDOW / 2;
    /** How long the body may take to end behind the end mark. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final String label;
    private final FrameDecoder decoder;
    private final Predicate<ResponseHead> accepts;
    private final Scheduler scheduler;
    private final StreamingSource.Listener<Frame> listener;

    /** Guards everything below; nothing foreign is called under it. */
    private final Object lock = new Object();

    private @Nullable StreamConnection connection;
    private Scheduler.@Nullable Scheduled linger;
    private int credit = WINDOW;
    private int owed;
    private long outstanding;
    private boolean aborted;
    private boolean ended;
    private boolean finished;

    HttpResponseStream(
            String label,
            FrameDecoder decoder,
            Predicate<ResponseHead> accepts,
            Scheduler scheduler,
            StreamingSource.Listener<Frame> listener) {
        this.label = label;
        this.decoder = decoder;
        this.accepts = accepts;
        this.scheduler = scheduler;
        this.listener = listener;
    }

    /** The transport's side is known; credit that was due before is granted now. */
    void connected(StreamConnection made) {
        int due;
        boolean close;
        synchronized (lock) {
            connection = made;
            due = owed;
            owed = 0;
            close = aborted;
        }
        if (close) {
            made.abort();
        } else if (due > 0) {
            made.grant(due);
        }
    }

    @Override
    public boolean accepts(ResponseHead head) {
        return accepts.test(head);
    }

    @Override
    public void opened(ResponseHead head) {
        listener.opened(head);
    }

    @Override
    public void bytes(ByteBuffer chunk) {
        synchronized (lock) {
            credit -= chunk.remaining();
        }
        if (!isFinished()) {
            try {
                decoder.feed(chunk, this::frame);
            } catch (StreamFormatException e) {
                tooLong(e);
                return;
            }
        }
        grantWhatIsFree();
    }

    @Override
    public void closed() {
        boolean rest = !isFinished();
        if (!end()) {
            return;
        }
        if (rest) {
            decoder.end(this::frame);
        }
        listener.closed();
    }

    @Override
    public void answered(HttpResponse response) {
        if (end()) {
            listener.answered(response);
        }
    }

    @Override
    public void failed(ProviderException cause) {
        if (end()) {
            listener.failed(cause);
        }
    }

    @Override
    public void release(int bytes) {
        synchronized (lock) {
            outstanding -= bytes;
        }
        grantWhatIsFree();
    }

    @Override
    public void abort() {
        StreamConnection open;
        synchronized (lock) {
            aborted = true;
            open = connection;
        }
        if (open != null) {
            open.abort();
        }
    }

    /** Reads the little that may stand behind the end mark, so that the provider sees a proper end and no broken one. */
    @Override
    public void finished() {
        synchronized (lock) {
            if (finished || ended || aborted) {
                return;
            }
            finished = true;
            linger = scheduler.schedule(LINGER, this::abort);
        }
    }

    private void frame(Frame frame) {
        synchronized (lock) {
            outstanding += frame.size();
        }
        listener.item(frame, frame.size());
    }

    private void tooLong(StreamFormatException cause) {
        if (end()) {
            listener.failed(new LimitExceededException(
                    ErrorDetails.of("the answer of " + label + " cannot be read on: " + cause.getMessage()), cause));
        }
        abort();
    }

    /** Whether this is the first end. */
    private boolean end() {
        synchronized (lock) {
            boolean first = !ended;
            ended = true;
            if (linger != null) {
                linger.cancel();
            }
            return first;
        }
    }

    private boolean isFinished() {
        synchronized (lock) {
            return finished;
        }
    }

    private void grantWhatIsFree() {
        StreamConnection open;
        int grant;
        synchronized (lock) {
            long free = WINDOW - outstanding - credit;
            // Behind the end mark nothing is granted: what the first window does not hold is not worth waiting for.
            if (free < BATCH || ended || aborted || finished) {
                return;
            }
            grant = (int) Math.min(free, WINDOW);
            credit += grant;
            open = connection;
            if (open == null) {
                owed += grant;
            }
        }
        if (open != null) {
            open.grant(grant);
        }
    }
}
