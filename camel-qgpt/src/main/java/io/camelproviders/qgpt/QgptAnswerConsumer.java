/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.streaming.ChunkSubscriber;
import io.camelproviders.core.streaming.ChunkSubscription;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.qgpt.stream.AnswerListener;
import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.qgpt.stream.QuestionHandle;
import io.camelproviders.qgpt.stream.SocketHealth;
import io.camelproviders.support.config.StreamMode;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the answers to questions that nobody waits for: one exchange an answer, or an output. Several consumers of a
 * server compete; an answer stays with the one that got its first output.
 *
 * <p>At most once: an answer that a drop cut off goes to the exception handler, with what had arrived, and is counted.
 * Stopping stops the answers under way. Suspended, it takes answers only if no other consumer does, and keeps up to
 * {@value #MOST_HELD} for the resume.
 */
@ManagedResource(description = "Managed consumer of answers that nobody waits for")
public final class QgptAnswerConsumer extends SocketConsumer implements Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(QgptAnswerConsumer.class);

    private static final int MOST_HELD = 1_000;

    private final QgptEndpoint endpoint;
    private final Map<QuestionHandle, Runnable> underWay = new ConcurrentHashMap<>();
    private final AtomicLong lost = new AtomicLong();

    /** Answers, or outputs, that came while the route was suspended. */
    private final Queue<Runnable> held = new LinkedBlockingQueue<>(MOST_HELD);

    QgptAnswerConsumer(QgptEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    // ---- Life ----

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        endpoint.link().unclaimed().add(this);
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        handOn();
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.link().unclaimed().remove(this);
        underWay.values().forEach(Runnable::run);
        if (!held.isEmpty()) {
            LOG.warn(
                    "{} stops while it is suspended; {} answers that came meanwhile are dropped",
                    endpoint,
                    held.size());
            lost.addAndGet(held.size());
            held.clear();
        }
        super.doStop();
    }

    @Override
    SocketHealth health() {
        return isStarted() || isStarting() || isSuspendingOrSuspended()
                ? endpoint.link().socket().health()
                : SocketHealth.NONE;
    }

    // ---- What operators see ----

    @ManagedAttribute(description = "Answers that this consumer takes at this moment")
    public int getAnswersUnderWay() {
        return underWay.size();
    }

    @ManagedAttribute(description = "Answers that this consumer got cut off or not at all")
    public long getLost() {
        return lost.get();
    }

    @ManagedAttribute(description = "Questions of the whole socket that are asked and not answered")
    public long getQuestions() {
        return health().counters().inFlight();
    }

    @ManagedAttribute(description = "Whole answers on the socket so far")
    public long getAnswers() {
        return health().counters().answers();
    }

    @ManagedAttribute(description = "Answers on the socket that nobody took")
    public long getUnclaimed() {
        return health().counters().unheard();
    }

    // ---- Answers ----

    /** Whether the route takes answers now. */
    boolean taking() {
        return !isSuspendingOrSuspended();
    }

    /** Goes on behind the consumer: now if the route takes something, else when it is resumed. */
    private void whenTaking(QuestionHandle asked, Runnable step) {
        if (taking()) {
            endpoint.routePool().execute(step);
        } else if (held.offer(step)) {
            // It may have been resumed between the look and the keeping.
            if (taking()) {
                handOn();
            }
        } else {
            LOG.warn("The answer to {} is dropped: {} wait already for the resume", asked.request(), MOST_HELD);
            lost.incrementAndGet();
        }
    }

    private void handOn() {
        Runnable next = held.poll();
        while (next != null) {
            endpoint.routePool().execute(next);
            next = held.poll();
        }
    }

    /** Called in the socket's steps: nothing of the route runs here. */
    AnswerListener take(QuestionHandle asked) {
        boolean pieces = endpoint.getConfiguration().getStreamMode() == StreamMode.ITERATOR;
        Duration whole =
                pieces ? null : Duration.ofMillis(endpoint.getConfiguration().getRequestTimeout());
        return endpoint.answers().heard(asked, whole, call -> {
            if (pieces) {
                call.start(new Pieces(asked));
            } else {
                CompletableFuture<StreamingResult> answer = call.aggregate();
                underWay.put(asked, () -> answer.cancel(true));
                CompletableFuture<?> unused = answer.whenComplete((good, bad) -> whole(asked, good, bad));
            }
        });
    }

    private void whole(QuestionHandle asked, @Nullable StreamingResult answer, @Nullable Throwable failure) {
        underWay.remove(asked);
        if (answer == null || failure != null) {
            failed(asked, failure);
            return;
        }
        whenTaking(
                asked,
                () -> emit(
                        asked,
                        exchange -> {
                            exchange.getMessage().setBody(answer.result() == null ? answer.text() : answer.result());
                            exchange.getMessage().setHeader(QgptConstants.EVENT_TYPE, "answer");
                        },
                        () -> {}));
    }

    private void failed(QuestionHandle asked, @Nullable Throwable failure) {
        if (failure instanceof AbortedException || failure instanceof java.util.concurrent.CancellationException) {
            LOG.debug("The answer to {} was given up", asked.request());
            return;
        }
        long number = lost.incrementAndGet();
        endpoint.routePool().execute(() -> getExceptionHandler()
                .handleException(
                        "The answer to question " + asked.request() + " is not whole (" + number
                                + " so far); it is not asked again",
                        failure));
    }

    private void emit(QuestionHandle asked, Consumer<Exchange> fill, Runnable then) {
        Exchange exchange = createExchange(false);
        exchange.getMessage().setHeader(QgptConstants.EVENT_REQUEST, asked.request());
        asked.conversation().ifPresent(id -> exchange.getMessage().setHeader(QgptConstants.CONVERSATION_ID, id));
        fill.accept(exchange);
        getAsyncProcessor().process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                getExceptionHandler().handleException("Error processing exchange", exchange, exchange.getException());
            }
            releaseExchange(exchange, false);
            then.run();
        });
    }

    /** One answer, output by output: the next one when the exchange of the one before is done. */
    private final class Pieces implements ChunkSubscriber<QgptEvent> {

        private final QuestionHandle asked;
        private volatile @Nullable ChunkSubscription flow;
        private long number;

        Pieces(QuestionHandle asked) {
            this.asked = asked;
        }

        @Override
        public void onStart(ChunkSubscription started) {
            flow = started;
            underWay.put(asked, started::cancel);
            started.request(1);
        }

        @Override
        public void onChunk(QgptEvent chunk) {
            long mine = ++number;
            whenTaking(
                    asked,
                    () -> emit(
                            asked,
                            exchange -> {
                                QgptStreamingOperation.fillChunk(exchange.getMessage(), chunk);
                                exchange.getMessage().setHeader(QgptConstants.EVENT_NUMBER, mine);
                            },
                            this::next));
        }

        private void next() {
            ChunkSubscription running = flow;
            if (running != null) {
                running.request(1);
            }
        }

        @Override
        public void onComplete(StreamingResult answer) {
            underWay.remove(asked);
        }

        @Override
        public void onFailure(ProviderException cause) {
            underWay.remove(asked);
            failed(asked, cause);
        }
    }
}
