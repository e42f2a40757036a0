/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ProviderException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer, a call or a stream: a call is a stream whose listener accepts no head. Reads, in this
 * order: launch, connect, head, bytes, end.
 */
final class HttpCall implements AsyncResponseConsumer<Void>, StreamConnection {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCall.class);
    private static final String KEY = HttpCall.class.getName();

    // configuration
    private final HttpRequest request;
    private final StreamListener listener;
    private final HttpSettings.Limits limits;
    private final Scheduler scheduler;
    private final CallObserver observer;
    private final TransportErrors failures;

    // safe for all threads
    private final TerminalSignal end = new TerminalSignal();
    private final ChannelWindow window = new ChannelWindow();
    private final IdleTimeout silence;
    private final Queue<Scheduler.Scheduled> alarms = new ConcurrentLinkedQueue<>();

    // written by one thread at a time, read by those that end the exchange
    private volatile @Nullable ClientInstance carriedBy;
    private volatile boolean sent;
    private volatile boolean complete;
    private volatile @Nullable Future<?> running;
    private volatile @Nullable Future<?> connecting;
    private volatile @Nullable IOSession session;
    private volatile @Nullable AsyncExecRuntime carrier;
    private volatile Scheduler.@Nullable Scheduled connectAlarm;
    private volatile Scheduler.@Nullable Scheduled headAlarm;
    private volatile @Nullable ResponseHead head;
    private volatile @Nullable BodyCollector collector;

    HttpCall(
            HttpRequest request,
            StreamListener listener,
            HttpSettings settings,
            Scheduler scheduler,
            CallObserver observer) {
        this.request = request;
        this.listener = listener;
        this.limits = settings.limits();
        this.scheduler = scheduler;
        this.observer = observer;
        this.failures = new TransportErrors(request, settings.proxy());
        this.silence = new IdleTimeout(
                request.timeouts(), scheduler, () -> fail(failures.nothingCame()), () -> fail(failures.wentQuiet()));
    }

    /** The exchange that a context of the client library belongs to. */
    static HttpCall of(HttpContext context) {
        return (HttpCall) context.getAttribute(KEY);
    }

    Duration connectDeadline() {
        return request.timeouts().connect();
    }

    TransportErrors failures() {
        return failures;
    }

    /** An alarm that ends with the exchange. */
    void keep(Scheduler.Scheduled alarm) {
        alarms.add(alarm);
        if (end.decided()) {
            alarm.cancel();
        }
    }

    // --- on its way

    /** Checks the request and sends it. */
    void launch(ClientInstance instance, @Nullable Object pool) {
        carriedBy = instance;
        if (end.decided()) {
            return;
        }
        try {
            RequestProducers.check(request, failures);
            startDeadlines();
            HttpClientContext context = HttpClientContext.create();
            context.setAttribute(KEY, this);
            context.setUserToken(pool);
            Future<?> future =
                    instance.client().execute(RequestProducers.producer(request), this, null, context, new Outcome());
            running = future;
            if (end.decided() && !complete) {
                future.cancel(true);
            }
        } catch (RuntimeException failure) {
            fail(failures.of(failure, sent));
        }
    }

    private void startDeadlines() {
        Timeouts timeouts = request.timeouts();
        Duration total = timeouts.total();
        if (total != null) {
            keep(scheduler.schedule(total, () -> fail(failures.notComplete(sent, total))));
        }
        if (!timeouts.head().equals(total)) {
            headAlarm = scheduler.schedule(timeouts.head(), () -> fail(failures.noHead(sent)));
            keep(headAlarm);
        }
    }

    /** A connection is being made for this exchange. */
    void connecting(Future<?> connection) {
        connectAlarm = scheduler.schedule(connectDeadline(), () -> fail(failures.notConnected()));
        keep(connectAlarm);
        connecting = connection;
        if (end.decided()) {
            connection.cancel(true);
        }
    }

    /** The socket of a new connection, so that it can be closed in whatever state it is. */
    void connected(IOSession fresh) {
        session = fresh;
        if (end.decided()) {
            fresh.close(CloseMode.IMMEDIATE);
        }
    }

    /** The connection stands, tunnel and TLS included; the request goes out now. */
    void sending(AsyncExecRuntime connection) throws IOException {
        cancel(connectAlarm);
        carrier = connection;
        if (end.decided()) {
            throw new IOException("called off before it was sent");
        }
        sent = true;
    }

    // --- the answer, on the I/O thread

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        LOG.trace("{}: informational answer {}", request, response.getCode());
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context, FutureCallback<Void> callback) {
        step(() -> begin(response, entity));
    }

    private void begin(HttpResponse response, @Nullable EntityDetails entity) {
        cancel(headAlarm);
        ResponseHead answer = ResponseHeadMapper.of(response, limits, failures);
        head = answer;
        observer.began();
        ResponseHeadMapper.coding(answer).filter(coding -> entity != null).ifPresent(coding -> {
            throw failures.compressed(coding);
        });
        if (listener.accepts(answer)) {
            listener.onOpen(answer);
            silence.start();
        } else {
            collector = new BodyCollector(
                    entity == null ? 0 : entity.getContentLength(), limits.maxResponseBytes(), failures);
            if (request.timeouts().total() == null) {
                // An error body that never ends must not outlive what we would have waited for its head.
                Duration allowed = request.timeouts().head();
                keep(scheduler.schedule(allowed, () -> fail(failures.notComplete(true, allowed))));
            }
        }
        if (entity == null) {
            complete = true;
        }
    }

    @Override
    public void consume(ByteBuffer chunk) {
        step(() -> {
            BodyCollector body = collector;
            if (body != null) {
                body.add(chunk);
            } else if (chunk.hasRemaining()) {
                silence.heard();
                window.received(chunk.remaining());
                listener.onBytes(chunk);
            }
        });
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        if (collector != null) {
            channel.update(Integer.MAX_VALUE);
        } else {
            // Before the channel is stored: a grant on another thread may use it at once.
            silence.reading(false);
            if (window.stopped(channel)) {
                silence.reading(true);
            }
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        complete = true;
    }

    /** Comes last, when the connection is back in its pool, so that whoever hears of the end can use it again. */
    @Override
    public void releaseResources() {
        if (complete) {
            finish(this::tellGoodEnd, false);
        } else {
            broke(new IOException("given up"));
        }
    }

    @Override
    public void failed(Exception cause) {
        broke(cause);
    }

    private void broke(Exception cause) {
        if (complete) {
            finish(this::tellGoodEnd, true);
            return;
        }
        if (TransportErrors.isOutOfDescriptors(cause)) {
            observer.outOfDescriptors();
        }
        fail(failures.of(cause, sent));
    }

    private void tellGoodEnd() {
        BodyCollector body = collector;
        ResponseHead answer = head;
        if (body != null && answer != null) {
            listener.onResponse(new io.camelproviders.core.http.HttpResponse(answer, body.bytes(), 1));
        } else {
            listener.onClose();
        }
    }

    // --- our side

    @Override
    public void grant(int bytes) {
        if (bytes <= 0 || end.decided()) {
            return;
        }
        try {
            if (window.grant(bytes)) {
                silence.reading(true);
            }
        } catch (IOException closed) {
            fail(failures.of(closed, true));
        }
    }

    @Override
    public void abort() {
        abort("the request was called off");
    }

    /** The instance has lost an I/O thread and reports nothing any more. */
    void ioThreadEnded(ClientInstance instance) {
        if (carriedBy == instance) {
            fail(failures.broken("the I/O thread of the connection ended", sent, null));
        }
    }

    void abort(String reason) {
        if (end.decided()) {
            return;
        }
        fail(failures.aborted(reason));
    }

    // --- the end

    void fail(ProviderException cause) {
        finish(() -> listener.onFailure(cause), true);
    }

    private void finish(Runnable telling, boolean closeSocket) {
        if (!end.decide(() -> tellSafely(telling))) {
            return;
        }
        alarms.forEach(Scheduler.Scheduled::cancel);
        silence.stop();
        if (closeSocket) {
            close();
        }
        observer.ended(this);
        end.tell();
    }

    /**
     * Cancelling the client library's future is not enough: when its steps follow each other on one thread, it ends up
     * holding on to the first of them. So each step is ended here: waiting for a connection, making one, using it.
     */
    private void close() {
        cancel(running);
        cancel(connecting);
        AsyncExecRuntime used = carrier;
        if (used != null) {
            used.discardEndpoint();
        }
        IOSession fresh = session;
        if (fresh != null && !sent) {
            fresh.close(CloseMode.IMMEDIATE);
        }
    }

    private static void cancel(@Nullable Future<?> step) {
        if (step != null) {
            step.cancel(true);
        }
    }

    private void tellSafely(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | Error failure) {
            LOG.warn("{}: the listener failed when told the end", request, failure);
        }
    }

    private void step(Runnable step) {
        end.step(() -> {
            try {
                step.run();
            } catch (ProviderException failure) {
                fail(failure);
            } catch (RuntimeException | Error failure) {
                // An error that got through would end the I/O thread and with it all other exchanges.
                fail(failures.broken("the reader of the answer failed", true, failure));
            }
        });
    }

    private static void cancel(Scheduler.@Nullable Scheduled alarm) {
        if (alarm != null) {
            alarm.cancel();
        }
    }

    /** Hears of failures that come before the answer's consumer is in charge. */
    private final class Outcome implements FutureCallback<Void> {

        @Override
        public void completed(Void nothing) {
            LOG.trace("{}: done", request);
        }

        @Override
        public void failed(Exception cause) {
            broke(cause);
        }

        @Override
        public void cancelled() {
            broke(new IOException("called off"));
        }
    }
}
