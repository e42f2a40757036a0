/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.connection.ReadWindow;
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
 * Decodes one HTTP body: bytes in, frames out. Frames that nobody has taken yet are held in the read window. Bytes that became no
 * frame (comments, blank lines, the beginning of a line) are granted again at once; the decoder bounds what it keeps.
 */
final class HttpResponseStream implements StreamListener, StreamingConnection {

    private static final int CAPACITY = StreamConnection.INITIAL_CREDIT;
    /** How long the body may take to end behind the end mark. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final String label;
    private final FrameDecoder decoder;
    private final Predicate<ResponseHead> accepts;
    private final Scheduler scheduler;
    private final StreamingSource.Listener<Frame> listener;

    private final ReadWindow window = new ReadWindow(CAPACITY, CAPACITY, CAPACITY / 2);

    /** Guards the fields below; no callback runs while it is held. */
    private final Object lock = new Object();

    private @Nullable StreamConnection connection;
    private Scheduler.@Nullable Scheduled linger;
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

    /** The transport's side is known; what is due is granted now. */
    void connected(StreamConnection made) {
        boolean close;
        synchronized (lock) {
            connection = made;
            close = aborted;
        }
        if (close) {
            made.abort();
        } else {
            grantWhatIsFree();
        }
    }

    @Override
    public boolean accepts(ResponseHead head) {
        return accepts.test(head);
    }

    @Override
    public void onOpen(ResponseHead head) {
        listener.onOpen(head);
    }

    @Override
    public void onBytes(ByteBuffer chunk) {
        window.received(chunk.remaining());
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
    public void onClose() {
        boolean rest = !isFinished();
        if (!end()) {
            return;
        }
        if (rest) {
            decoder.end(this::frame);
        }
        listener.onClose();
    }

    @Override
    public void onResponse(HttpResponse response) {
        if (end()) {
            listener.onResponse(response);
        }
    }

    @Override
    public void onFailure(ProviderException cause) {
        if (end()) {
            listener.onFailure(cause);
        }
    }

    @Override
    public void release(int bytes) {
        window.release(bytes);
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
        window.hold(frame.size());
        listener.onItem(frame, frame.size());
    }

    private void tooLong(StreamFormatException cause) {
        if (end()) {
            listener.onFailure(new LimitExceededException(
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
        synchronized (lock) {
            // Behind the end mark nothing is granted: what the first window does not hold is not worth waiting for.
            open = ended || aborted || finished ? null : connection;
        }
        if (open != null) {
            window.grantTo(open::grant);
        }
    }
}
