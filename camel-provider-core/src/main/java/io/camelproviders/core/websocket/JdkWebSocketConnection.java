/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.error.ProviderException;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket of the JDK as a small state machine: whatever happens to it is a step of {@link SerialExecutor}. The steps in
 * their usual order: begin, opened, messages and pings, one end.
 *
 * <p>The JDK counts every callback as demand, pings and fragments too; so one unit of demand is out as long as there is
 * credit for a message, and it is renewed by whatever uses it up.
 */
final class JdkWebSocketConnection implements WebSocketConnection, WebSocket.Listener {

    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);

    /** Policy violation: the JDK's client refuses to send 1009 and 1007 of RFC 6455, which would fit better. */
    private static final int REFUSED = 1008;

    // configuration
    private final WebSocketRequest request;
    private final WebSocketListener listener;
    private final Scheduler scheduler;

    // confined to the steps
    private final SerialExecutor steps = new SerialExecutor();
    private final WebSocketMessage message;
    private final Deque<Outgoing> outgoing = new ArrayDeque<>();
    private @Nullable WebSocket socket;
    private Scheduler.@Nullable Scheduled alarm;
    private final DisconnectProbe probe;
    private boolean awaitingPong;
    private boolean ended;
    private boolean aborted;
    private boolean sending;
    private boolean paused;
    private boolean demanded;
    private boolean closing;
    private long credit;
    private long signs;
    private long pauses;
    private @Nullable Parting parting;

    private record Parting(int code, String reason) {}

    private record Outgoing(String text, CompletableFuture<Void> done) {}

    JdkWebSocketConnection(WebSocketRequest request, WebSocketListener listener, Scheduler scheduler) {
        this.request = request;
        this.listener = listener;
        this.scheduler = scheduler;
        this.message = new WebSocketMessage(request.maxMessageBytes());
        this.probe = new DisconnectProbe(scheduler, steps, () -> demanded ? signs : -1, this::sendPing);
    }

    void begin(WebSocket.Builder handshake) {
        CompletableFuture<WebSocket> opening;
        try {
            opening = handshake.buildAsync(request.uri(), this);
        } catch (IllegalArgumentException refused) {
            opening = CompletableFuture.failedFuture(refused);
        }
        CompletionStage<?> unused = opening.whenComplete((opened, thrown) -> {
            if (thrown != null) {
                steps.execute(() -> end(JdkWebSocketErrors.connecting(request, thrown)));
            }
        });
    }

    // What we are told to do.

    @Override
    public void request(long messages) {
        steps.execute(() -> {
            credit = Math.min(Long.MAX_VALUE - messages, credit) + messages;
            demand();
        });
    }

    @Override
    public CompletableFuture<Void> send(String text) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        steps.execute(() -> {
            if (ended) {
                done.completeExceptionally(JdkWebSocketErrors.closedByUs());
            } else if (outgoing.size() >= request.maxQueuedSends()) {
                done.completeExceptionally(JdkWebSocketErrors.queueFull(request));
            } else {
                outgoing.add(new Outgoing(text, done));
                sendNext();
            }
        });
        return done;
    }

    @Override
    public void close(int code, String reason) {
        steps.execute(() -> {
            if (!ended) {
                leave(code, reason, JdkWebSocketErrors.closedByUs());
            }
        });
    }

    @Override
    public void abort() {
        steps.execute(() -> {
            end(JdkWebSocketErrors.closedByUs());
            cut();
        });
    }

    // What the JDK tells us.

    @Override
    public void onOpen(WebSocket opened) {
        steps.execute(() -> {
            socket = opened;
            if (aborted) {
                opened.abort();
                return;
            }
            if (ended) {
                part();
                return;
            }
            schedulePing();
            listener.opened();
            demand();
            sendNext();
        });
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        String copy = part.toString();
        steps.execute(() -> received(joined -> joined.add(copy), last));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        steps.execute(() -> received(joined -> joined.add(ByteBuffer.wrap(copy)), last));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
        steps.execute(this::signOfLife);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        steps.execute(() -> {
            if (awaitingPong && !ended) {
                awaitingPong = false;
                calm();
                schedulePing();
            }
            signOfLife();
        });
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        steps.execute(() -> {
            if (code == 1006) {
                end(JdkWebSocketErrors.dropped(request));
                cut();
            } else {
                dropUnsent(JdkWebSocketErrors.dropped(request));
                finish(heard -> heard.closed(code, reason));
            }
        });
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable thrown) {
        steps.execute(() -> {
            end(JdkWebSocketErrors.open(request, thrown));
            // After a breach of the protocol the JDK still sends its close frame.
            scheduler.schedule(CLOSE_DEADLINE, () -> steps.execute(this::cut));
        });
    }

    // Steps.

    private void received(Predicate<WebSocketMessage> add, boolean last) {
        signs++;
        demanded = false;
        if (ended) {
            demand();
            return;
        }
        if (!add.test(message)) {
            message.clear();
            leave(REFUSED, "message too long", JdkWebSocketErrors.tooLong(request));
            return;
        }
        if (last) {
            deliver();
        }
        demand();
    }

    private void deliver() {
        String whole;
        try {
            whole = message.take();
        } catch (CharacterCodingException broken) {
            leave(REFUSED, "not UTF-8", JdkWebSocketErrors.notUtf8(broken));
            return;
        }
        credit--;
        stirred();
        listener.message(whole);
    }

    private void signOfLife() {
        signs++;
        demanded = false;
        demand();
    }

    /** Keeps one unit of the JDK's demand out while there is credit; after our end, until the peer's close is read. */
    private void demand() {
        WebSocket open = socket;
        if (open != null && !demanded && (credit > 0 || closing)) {
            demanded = true;
            open.request(1);
            if (paused) {
                paused = false;
                stirred();
            }
        } else if (open != null && !demanded) {
            paused = true;
            pauses++;
        }
    }

    private void sendNext() {
        WebSocket open = socket;
        Outgoing next = outgoing.peek();
        if (open == null || sending || next == null) {
            return;
        }
        sending = true;
        CompletionStage<?> unused =
                open.sendText(next.text(), true).whenComplete((sent, thrown) -> steps.execute(() -> sent(thrown)));
    }

    private void sent(@Nullable Throwable thrown) {
        sending = false;
        Outgoing done = outgoing.poll();
        if (done == null) {
            return;
        }
        if (thrown == null) {
            done.done().complete(null);
            sendNext();
            part();
            return;
        }
        ProviderException cause = JdkWebSocketErrors.open(request, thrown);
        done.done().completeExceptionally(cause);
        end(cause);
        cut();
    }

    private void schedulePing() {
        Duration interval = request.pingInterval();
        if (interval != null && !ended) {
            alarm = scheduler.schedule(interval, () -> steps.execute(this::ping));
        }
    }

    private void ping() {
        if (ended) {
            return;
        }
        awaitingPong = true;
        long signsBefore = signs;
        long pausesBefore = pauses;
        sendPing();
        alarm = scheduler.schedule(request.pongTimeout(), () -> steps.execute(() -> pinged(signsBefore, pausesBefore)));
    }

    private void pinged(long signsBefore, long pausesBefore) {
        // While nothing was read, silence says nothing about the peer.
        if (!ended && demanded && signs == signsBefore && pauses == pausesBefore) {
            end(JdkWebSocketErrors.noPong(request));
            cut();
        } else {
            awaitingPong = false;
            schedulePing();
        }
    }

    private void sendPing() {
        WebSocket open = socket;
        if (open == null || ended) {
            return;
        }
        CompletionStage<?> unused = open.sendPing(ByteBuffer.allocate(0)).whenComplete((sent, thrown) -> {
            // A ping while one is under way fails too, with another exception, and says nothing.
            if (thrown instanceof IOException || (thrown != null && thrown.getCause() instanceof IOException)) {
                steps.execute(() -> {
                    end(JdkWebSocketErrors.dropped(request));
                    cut();
                });
            }
        });
    }

    private void stirred() {
        if (request.pingInterval() != null && !ended) {
            probe.stirred();
        }
    }

    /** Ends for the listener now, and says good-bye to the peer once everything is sent, or cuts at the deadline. */
    private void leave(int code, String reason, ProviderException told) {
        closing = true;
        parting = new Parting(code, reason);
        finish(heard -> heard.failed(told));
        demand();
        part();
        scheduler.schedule(CLOSE_DEADLINE, () -> steps.execute(this::cut));
    }

    private void part() {
        WebSocket open = socket;
        Parting last = parting;
        if (open != null && last != null && outgoing.isEmpty()) {
            parting = null;
            CompletionStage<?> unused = open.sendClose(last.code(), last.reason())
                    .whenComplete((sent, thrown) -> {
                        if (thrown != null) {
                            steps.execute(this::cut);
                        }
                    });
        }
    }

    private void end(ProviderException cause) {
        dropUnsent(cause);
        finish(heard -> heard.failed(cause));
    }

    private void finish(Consumer<WebSocketListener> last) {
        if (ended) {
            return;
        }
        ended = true;
        message.clear();
        calm();
        probe.stop();
        last.accept(listener);
    }

    private void calm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void dropUnsent(ProviderException cause) {
        outgoing.forEach(each -> each.done().completeExceptionally(cause));
        outgoing.clear();
    }

    private void cut() {
        aborted = true;
        dropUnsent(JdkWebSocketErrors.closedByUs());
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }
}
