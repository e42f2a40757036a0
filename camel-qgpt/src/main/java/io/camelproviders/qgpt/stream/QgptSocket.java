/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.qgpt.stream.PendingQuestion.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one socket to {@code /qgpt/stream} that everybody shares. Each question is an exchange with a request id of its
 * own; outputs go to the exchange whose id they carry, else to the active one of their conversation. Questions of one
 * conversation are sent one after the other. Nothing is ever sent twice; {@code reset} is never sent on our own.
 *
 * <p>After a drop every exchange in flight fails at once with a {@code StreamFaultException} that holds what had arrived,
 * or is recovered from its conversation; the socket connects again in the background. A question that finds no connection
 * waits for one, as long as {@code connectTimeout}.
 *
 * <p>A slow taker stops the socket for all when its window is full, see {@link SocketReadWindow}. Thread-safe; no method
 * blocks.
 */
public final class QgptSocket {

    private static final String PATH = "/qgpt/stream";

    // configuration
    private final SocketDependencies wiring;
    private final SocketSettings settings;
    private final SerialExecutor steps = new SerialExecutor();
    private final QgptEventDecoder decoder;
    private final SocketLifecycle link;
    private final AnswerRecovery recovery;

    // confined to the steps
    private final PendingQuestions table = new PendingQuestions();
    private final SocketReadWindow credit;
    private final AnswerTimeouts patience;
    private boolean closed;

    // shared
    private volatile @Nullable Function<QuestionHandle, AnswerListener> fallback;
    private final SocketCounters counts = new SocketCounters();

    public QgptSocket(SocketDependencies wiring, SocketSettings settings) {
        this.wiring = wiring;
        this.settings = settings;
        this.decoder = new QgptEventDecoder(wiring.json());
        this.link = new SocketLifecycle(wiring, settings, steps, PATH, new Owner());
        this.recovery = new AnswerRecovery(wiring, settings.recovery());
        this.credit = new SocketReadWindow(settings.sizes().window(), link::request);
        this.patience = new AnswerTimeouts(wiring.scheduler(), steps, credit::paused, this::abandon);
    }

    /** Connects now rather than with the first question. */
    public void start() {
        steps.execute(link::start);
    }

    /** Asks. The listener hears exactly one end, unless the message is a stop or reset: that completes when it was sent. */
    public QuestionHandle ask(QgptQuestion question, AnswerListener listener) {
        PendingQuestion exchange = exchange(question, listener);
        steps.execute(() -> begin(exchange));
        return exchange;
    }

    /** Asks without waiting: the answer goes to whoever {@link #fallback} makes for it. */
    public QuestionHandle tell(QgptQuestion question) {
        UnsolicitedAnswer listener = new UnsolicitedAnswer(() -> fallback, counts.unheard::incrementAndGet);
        PendingQuestion exchange = exchange(question, listener);
        // Known before anything can happen to it.
        listener.exchange(exchange);
        steps.execute(() -> begin(exchange));
        return exchange;
    }

    private PendingQuestion exchange(QgptQuestion question, AnswerListener listener) {
        Object given = question.message().get("request");
        String request = given instanceof String id && !id.isBlank()
                ? id
                : UUID.randomUUID().toString();
        return new PendingQuestion(this, request, question, listener);
    }

    /** Who hears the answers to questions that nobody waits for; null for nobody: they are counted and dropped. */
    public void fallback(@Nullable Function<QuestionHandle, AnswerListener> listeners) {
        fallback = listeners;
    }

    /** How the socket is. */
    public SocketHealth health() {
        return link.health(counts.now());
    }

    /** Ends all exchanges with {@code AbortedException}, stops their answers, and closes the socket. Idempotent. */
    public void close() {
        steps.execute(() -> {
            closed = true;
            table.all().forEach(exchange -> {
                if (exchange.stage == Stage.SENT) {
                    sendStop(exchange);
                }
                if (exchange.live()) {
                    fail(exchange, QgptErrors.aborted("the socket to Pieces OS was closed by this side"));
                } else {
                    over(exchange);
                }
            });
            link.stop();
        });
    }

    void released(PendingQuestion exchange, int size) {
        steps.execute(() -> {
            exchange.returned(size);
            settle(exchange);
        });
    }

    void cancelled(PendingQuestion exchange) {
        steps.execute(() -> {
            if (exchange.live()) {
                abandon(exchange, QgptErrors.aborted("the question was cancelled by this side"));
            }
        });
    }

    // Asking.

    private void begin(PendingQuestion exchange) {
        if (closed) {
            exchange.failed(QgptErrors.aborted("the socket to Pieces OS is closed"));
        } else if (table.knows(exchange.request())) {
            exchange.failed(new InvalidRequestException(
                    QgptErrors.details("another question with the same request id is under way; leave request out")
                            .build()));
        } else if (table.size() >= settings.sizes().maxWaiting()) {
            exchange.failed(new LimitExceededException(QgptErrors.details(
                            "more than " + settings.sizes().maxWaiting() + " questions are under way; ask slower")
                    .retryable(true)
                    .build()));
        } else {
            link.start();
            counts.inFlight.incrementAndGet();
            if (exchange.question().command() || table.add(exchange)) {
                ready(exchange);
            }
        }
    }

    private void ready(PendingQuestion exchange) {
        if (link.open()) {
            send(exchange);
            return;
        }
        exchange.stage = Stage.WAITING;
        Duration own = exchange.question().connectTimeout();
        Duration limit = own == null ? settings.connectTimeout() : own;
        if (exchange.question().command()) {
            // A stop that waits for a connection could only hit another answer.
            fail(exchange, QgptErrors.dropped("there is nothing to stop"));
            return;
        }
        exchange.alarm = wiring.scheduler()
                .schedule(
                        limit,
                        () -> steps.execute(() -> {
                            if (exchange.stage == Stage.WAITING) {
                                fail(exchange, QgptErrors.notConnected(limit, link.lastFailure()));
                            }
                        }));
    }

    private void send(PendingQuestion exchange) {
        exchange.calm();
        Map<String, Object> message = new LinkedHashMap<>();
        if (!exchange.question().command()) {
            message.put("request", exchange.request());
        }
        message.putAll(exchange.question().message());
        String text;
        try {
            text = wiring.json().text(message);
        } catch (ProviderException unwritable) {
            fail(exchange, unwritable);
            return;
        }
        exchange.stage = Stage.SENT;
        exchange.sentAt = wiring.clock().millis();
        CompletableFuture<?> unused =
                link.send(text).whenComplete((sent, thrown) -> steps.execute(() -> sent(exchange, thrown)));
        if (exchange.stage == Stage.SENT) {
            patience.sent(exchange);
        }
    }

    private void sent(PendingQuestion exchange, @Nullable Throwable thrown) {
        if (exchange.stage != Stage.SENT) {
            return;
        }
        if (thrown == null) {
            if (exchange.question().command()) {
                complete(exchange, new AnswerEnd(exchange.request(), exchange.conversationId(), null, null));
            }
            return;
        }
        ProviderException cause =
                thrown instanceof ProviderException known ? known : QgptErrors.dropped("sending failed");
        if (cause instanceof TransportException) {
            // The connection is gone, which this may tell before the link does; the question may have arrived.
            dropped(exchange, cause);
        } else {
            fail(exchange, exchange.told(cause, true));
        }
    }

    // Hearing.

    private final class Owner implements SocketLifecycle.Owner {

        @Override
        public void up() {
            credit.opened();
            table.all().stream()
                    .filter(exchange -> exchange.stage == Stage.WAITING)
                    .forEach(QgptSocket.this::send);
        }

        @Override
        public void message(String text) {
            heard(text);
            credit.taken();
        }

        @Override
        public void down(ProviderException cause) {
            table.all().forEach(exchange -> dropped(exchange, cause));
        }
    }

    private void heard(String text) {
        QgptMessage message = decoder.decode(text);
        PendingQuestion exchange = table.find(message.request(), message.conversation());
        if (message.fault() != null) {
            counts.malformed.incrementAndGet();
        }
        if (exchange == null) {
            if (message.fault() == null) {
                counts.unknown.incrementAndGet();
            }
            return;
        }
        patience.heard(exchange);
        if (message.conversation() != null && exchange.conversationId() == null) {
            table.learned(exchange, message.conversation());
        }
        if (message.fault() != null && exchange.stage == Stage.SENT) {
            abandon(exchange, message.fault());
            return;
        }
        message.events().forEach(event -> event(exchange, event, text.length()));
        if (exchange.stage == Stage.GHOST) {
            sendStop(exchange);
        }
    }

    private void event(PendingQuestion exchange, QgptEvent event, int size) {
        if (exchange.stage == Stage.GHOST && event.terminal()) {
            over(exchange);
        } else if (exchange.stage != Stage.SENT) {
            return;
        } else if (event.terminal()) {
            ended(exchange, event);
        } else {
            exchange.event(event, size, settings.sizes().maxPartialText());
            settle(exchange);
        }
    }

    private void ended(PendingQuestion exchange, QgptEvent event) {
        if (event instanceof QgptEvent.Completed) {
            complete(exchange, new AnswerEnd(exchange.request(), exchange.conversationId(), event.output(), null));
        } else if (event instanceof QgptEvent.Failed) {
            fail(exchange, exchange.told(QgptErrors.failed(event.output()), false));
        } else {
            String how = event.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
            fail(exchange, exchange.told(QgptErrors.ended(how, event.output()), true));
        }
    }

    // Dropping.

    private void dropped(PendingQuestion exchange, ProviderException cause) {
        if (exchange.stage == Stage.GHOST) {
            over(exchange);
        } else if (exchange.stage == Stage.SENT) {
            if (exchange.question().recover() && exchange.conversationId() != null && !closed) {
                recover(exchange, cause);
            } else {
                fail(exchange, exchange.told(cause, true));
            }
        }
    }

    private void recover(PendingQuestion exchange, ProviderException cause) {
        exchange.stage = Stage.RECOVERING;
        exchange.calm();
        CompletableFuture<?> unused = recovery.look(exchange)
                .whenComplete((text, thrown) -> steps.execute(() -> {
                    if (exchange.stage != Stage.RECOVERING) {
                        return;
                    }
                    if (text == null) {
                        fail(exchange, exchange.told(cause, true));
                    } else {
                        counts.recovered.incrementAndGet();
                        complete(exchange, new AnswerEnd(exchange.request(), exchange.conversationId(), null, text));
                    }
                }));
    }

    // Ending.

    /** Ends it for the listener now, and for the server as soon as that can be. */
    private void abandon(PendingQuestion exchange, ProviderException cause) {
        boolean onTheWire = exchange.stage == Stage.SENT;
        ProviderException told = exchange.told(cause, false);
        if (!onTheWire) {
            fail(exchange, told);
            return;
        }
        exchange.stage = Stage.GHOST;
        counts.failed();
        exchange.failed(told);
        settle(exchange);
        sendStop(exchange);
        exchange.alarm = wiring.scheduler().schedule(settings.stopTimeout(), () -> steps.execute(() -> over(exchange)));
    }

    private void sendStop(PendingQuestion exchange) {
        String conversation = exchange.conversationId();
        if (conversation == null || exchange.stopSent || !link.open()) {
            return;
        }
        exchange.stopSent = true;
        Map<String, Object> stop = new LinkedHashMap<>();
        stop.put("conversation", conversation);
        stop.put("stop", true);
        CompletableFuture<?> unused = link.send(wiring.json().text(stop));
    }

    private void complete(PendingQuestion exchange, AnswerEnd end) {
        exchange.stage = Stage.OVER;
        counts.inFlight.decrementAndGet();
        if (!exchange.question().command()) {
            counts.answers.incrementAndGet();
        }
        exchange.completed(end);
        leave(exchange);
    }

    private void fail(PendingQuestion exchange, ProviderException cause) {
        exchange.stage = Stage.OVER;
        counts.failed();
        exchange.failed(cause);
        leave(exchange);
    }

    private void over(PendingQuestion exchange) {
        exchange.stage = Stage.OVER;
        exchange.calm();
        leave(exchange);
    }

    private void settle(PendingQuestion exchange) {
        if (credit.changed(exchange)) {
            patience.forgive(table.all());
        }
    }

    private void leave(PendingQuestion exchange) {
        settle(exchange);
        PendingQuestion next = table.remove(exchange);
        if (next != null && !closed) {
            ready(next);
        }
    }
}
