/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.subscription.Delivery;
import io.camelproviders.core.subscription.DeliveryRejectedException;
import io.camelproviders.core.subscription.MessageHandler;
import io.camelproviders.core.subscription.StreamEvent;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.component.SentMessages;
import io.camelproviders.support.component.StreamSource;
import io.camelproviders.support.producer.IdempotencyKeyResolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.resume.Resumables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns messages into exchanges on the hand-over pool, and the end of an exchange into the end of its delivery. An exchange
 * is done when its on-completion ran: a callback may come earlier, when the route goes on elsewhere.
 */
final class MessageDispatcher implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);

    private final StreamConsumer consumer;
    private final ProviderEndpoint endpoint;
    private final StreamSource source;
    private final OffsetKeys keys;
    private final Set<String> roles;
    private final boolean skipSent;
    private final long started = System.nanoTime();

    /** Guards the fields below; nothing foreign runs under it. */
    private final Object lock = new Object();

    private final List<Delivery> parked = new ArrayList<>();
    private boolean suspended;

    MessageDispatcher(StreamConsumer consumer, ProviderEndpoint endpoint, StreamSource source, OffsetKeys keys) {
        this.consumer = consumer;
        this.endpoint = endpoint;
        this.source = source;
        this.keys = keys;
        this.skipSent = endpoint.getConfiguration().isSkipSent();
        String wanted = endpoint.getConfiguration().getRoles();
        this.roles = wanted == null
                ? Set.of()
                : Arrays.stream(wanted.split(",", -1))
                        .map(MessageDispatcher::role)
                        .collect(Collectors.toSet());
    }

    private static String role(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    // ---- Which messages ----

    @Override
    public CompletableFuture<FilterResult> choose(String streamKey, StreamEvent event) {
        if (!roles.isEmpty() && !roles.contains(role(event.role()))) {
            return CompletableFuture.completedFuture(FilterResult.SKIP);
        }
        if (!skipSent) {
            return CompletableFuture.completedFuture(FilterResult.DELIVER);
        }
        SentMessages own = endpoint.runtime().ownMessages();
        List<String> echoes = source.echoKeys(streamKey);
        if (own(own, echoes, streamKey, event)) {
            return CompletableFuture.completedFuture(FilterResult.SKIP);
        }
        // The echo of a send may come before the answer that tells its id.
        return own.settled(echoes)
                .handle((nothing, failure) ->
                        own(own, echoes, streamKey, event) ? FilterResult.SKIP : FilterResult.DELIVER);
    }

    private boolean own(SentMessages sent, List<String> echoes, String streamKey, StreamEvent event) {
        String id = String.valueOf(event.id());
        if (sent.own(echoes, id)) {
            return true;
        }
        if (!sent.expects(echoes)) {
            return false;
        }
        Message probe = new DefaultMessage(endpoint.getCamelContext());
        source.fill(probe, streamKey, event);
        String created = probe.getHeader(endpoint.headerPrefix() + "EventCreated", String.class);
        return sent.claim(echoes, id, event.role(), ProviderModel.time(created).orElse(null));
    }

    @Override
    public boolean mayBeOwn(StreamEvent event) {
        return skipSent && source.mayBeOwn(event);
    }

    // ---- To the route ----

    @Override
    public void deliver(Delivery delivery) {
        try {
            endpoint.runtime().consumerPool().execute(() -> begin(delivery));
        } catch (RejectedExecutionException | IllegalStateException e) {
            delivery.done().accept(new DeliveryRejectedException("the consumer's threads are gone", e));
        }
    }

    private void begin(Delivery delivery) {
        synchronized (lock) {
            if (suspended) {
                parked.add(delivery);
                return;
            }
        }
        AtomicBoolean ended = new AtomicBoolean();
        try {
            Exchange exchange = consumer.createExchange(true);
            prepare(exchange, delivery);
            exchange.getExchangeExtension().addOnCompletion(new End(delivery, ended));
            consumer.getAsyncProcessor().process(exchange, doneSync -> {});
        } catch (RuntimeException e) {
            if (ended.compareAndSet(false, true)) {
                delivery.done().accept(e);
            }
        }
    }

    private void prepare(Exchange exchange, Delivery delivery) {
        StreamEvent event = delivery.event();
        String prefix = endpoint.headerPrefix() + "Event";
        exchange.getMessage().setHeader(prefix + "Id", event.id());
        exchange.getMessage().setHeader(prefix + "Type", event.type());
        exchange.getMessage().setHeader(prefix + "Role", event.role());
        exchange.getMessage().setHeader(prefix + "Attempt", delivery.attempt());
        exchange.getMessage().setHeader(prefix + "Replayed", delivery.replayed());
        source.fill(exchange.getMessage(), delivery.streamKey(), event);
        IdempotencyKeyResolver.mark(
                exchange,
                endpoint.scheme() + '|' + delivery.streamKey() + '|' + event.id(),
                exchange.getMessage().getHeader(prefix + "Created", String.class),
                started);
        if (consumer.getResumeStrategy() != null) {
            exchange.getMessage().setHeader(Exchange.OFFSET, new Watermark(keys.of(delivery.streamKey()), delivery));
        }
    }

    /** Told by Camel when everything that the message caused in this route is over. */
    private static final class End extends SynchronizationAdapter {
        private final Delivery delivery;
        private final AtomicBoolean ended;

        End(Delivery delivery, AtomicBoolean ended) {
            this.delivery = delivery;
            this.ended = ended;
        }

        @Override
        public void onDone(Exchange exchange) {
            if (ended.compareAndSet(false, true)) {
                delivery.done().accept(failure(exchange));
            }
        }

        private static @Nullable Throwable failure(Exchange exchange) {
            Exception cause = exchange.getException();
            if (cause instanceof RejectedExecutionException
                    && exchange.getContext().getShutdownStrategy().isForceShutdown()) {
                return new DeliveryRejectedException("Camel broke the exchange off because it stops", cause);
            }
            if (cause != null) {
                return cause;
            }
            return exchange.isFailed() || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()
                    ? new IllegalStateException("the exchange was rolled back")
                    : null;
        }
    }

    /** The offset that {@code resumable(...)} asks for when the exchange is over. */
    private static final class Watermark implements org.apache.camel.resume.Resumable {
        private final String key;
        private final Delivery delivery;

        Watermark(String key, Delivery delivery) {
            this.key = key;
            this.delivery = delivery;
        }

        @Override
        public org.apache.camel.resume.OffsetKey<?> getOffsetKey() {
            return Resumables.of(key, "").getOffsetKey();
        }

        @Override
        public org.apache.camel.resume.Offset<?> getLastOffset() {
            String known = delivery.watermark().get();
            return Resumables.of(key, known == null ? "" : known).getLastOffset();
        }
    }

    // ---- Suspension ----

    void suspend() {
        synchronized (lock) {
            suspended = true;
        }
    }

    /** Lets messages that were handed over before the suspension begin. */
    void resume() {
        List<Delivery> waiting;
        synchronized (lock) {
            suspended = false;
            waiting = List.copyOf(parked);
            parked.clear();
        }
        waiting.forEach(this::deliver);
    }

    /** Ends what is parked without running it: it stays undone and comes again at the next start. */
    void drop() {
        List<Delivery> waiting;
        synchronized (lock) {
            suspended = true;
            waiting = List.copyOf(parked);
            parked.clear();
        }
        waiting.forEach(delivery -> delivery.done().accept(new DeliveryRejectedException("the consumer stopped")));
    }

    // ---- What an operator must see ----

    @Override
    public void report(String streamKey, String what, Throwable cause, boolean named) {
        if (!named && consumer.onlyLogs()) {
            return;
        }
        try {
            endpoint.runtime()
                    .consumerPool()
                    .execute(() -> consumer.handle("Stream " + streamKey + ": " + what, cause));
        } catch (RejectedExecutionException | IllegalStateException e) {
            LOG.debug("Stream {}: {}; not told, because the component has stopped", streamKey, what, cause);
        }
    }
}
