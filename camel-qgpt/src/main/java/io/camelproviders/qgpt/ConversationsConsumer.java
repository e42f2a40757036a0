/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.ConversationMessages;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifier;
import io.camelproviders.qgpt.operation.QgptOperations;
import io.camelproviders.qgpt.stream.ConversationsListener;
import io.camelproviders.qgpt.stream.ConversationsSocket;
import io.camelproviders.qgpt.stream.SocketHealth;
import io.camelproviders.support.observability.Meters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns changes of conversations into exchanges, one after the other, as the server tells them. With {@code fetchMessages}
 * a change that brought messages becomes one exchange with these; other changes, deletions excepted, become none.
 *
 * <p>At most once: what changes while the socket is away is not told; each such gap is counted and logged. Messages are
 * not lost by that: the next change of their conversation brings them. Suspended, it reads no further than its window.
 */
@ManagedResource(description = "Managed consumer of conversation changes")
public final class ConversationsConsumer extends SocketConsumer implements ConversationsListener, Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationsConsumer.class);

    private final QgptEndpoint endpoint;
    private final Queue<StreamedIdentifier> changes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong connects = new AtomicLong();
    private volatile @Nullable ConversationsSocket socket;

    private Runnable meters = () -> {};

    // set at start, before the first change; told is confined to who holds busy
    private @Nullable OperationClient client;
    private UnseenMessages told = new UnseenMessages(Clock.systemUTC().instant());

    ConversationsConsumer(QgptEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    // ---- Life ----

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = endpoint.getConfiguration().isFetchMessages() ? endpoint.fetcher() : null;
        told = new UnseenMessages(Clock.systemUTC().instant());
        ConversationsSocket mine = endpoint.link().conversations(this);
        socket = mine;
        meters = Meters.watch(
                endpoint.getCamelContext(),
                Map.of("scheme", endpoint.scheme(), "routeId", String.valueOf(getRouteId())),
                SocketDetails.readings(mine::health));
        mine.start();
    }

    @Override
    SocketHealth health() {
        ConversationsSocket mine = socket;
        return mine == null ? SocketHealth.NONE : mine.health();
    }

    @ManagedAttribute(description = "Changes told by the server and not yet through the route")
    public int getWaiting() {
        return changes.size();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        next();
    }

    @Override
    protected void doStop() throws Exception {
        ConversationsSocket mine = socket;
        if (mine != null) {
            mine.close();
        }
        meters.run();
        changes.clear();
        super.doStop();
    }

    // ---- What is heard ----

    @Override
    public void changed(StreamedIdentifier change) {
        changes.add(change);
        next();
    }

    @Override
    public void malformed(String text, DecodeException cause) {
        endpoint.routePool().execute(() -> getExceptionHandler()
                .handleException("A change of conversations could not be read: " + text, cause));
    }

    @Override
    public void connected() {
        long gaps = connects.getAndIncrement();
        if (gaps > 0) {
            LOG.warn(
                    "{} is connected again; conversations that changed meanwhile are told at their next change"
                            + " (gap {} since the start)",
                    endpoint,
                    gaps);
        }
    }

    // ---- One after the other ----

    private void next() {
        if (!isRunAllowed() || isSuspendingOrSuspended() || !busy.compareAndSet(false, true)) {
            return;
        }
        StreamedIdentifier change = changes.poll();
        if (change != null) {
            endpoint.routePool().execute(() -> handle(change));
            return;
        }
        busy.set(false);
        // One that came between the look and the release has nobody to take it up.
        if (!changes.isEmpty()) {
            next();
        }
    }

    private void done() {
        ConversationsSocket mine = socket;
        if (mine != null) {
            mine.taken(1);
        }
        busy.set(false);
        next();
    }

    private void handle(StreamedIdentifier change) {
        String id = change.conversation() == null ? "" : change.conversation().id();
        OperationClient fetch = client;
        if (Boolean.TRUE.equals(change.deleted())) {
            told.forget(id);
            emit(id, change, "deleted");
        } else if (fetch == null || id.isEmpty()) {
            emit(id, change, "updated");
        } else {
            CompletableFuture<?> unused = fetch.call(messages(id), endpoint.decoder())
                    .whenComplete((result, failure) -> endpoint.routePool()
                            .execute(() -> fetched(id, failure == null ? result.value() : null, failure)));
        }
    }

    private static OperationCall messages(String conversation) {
        return new OperationCall(
                QgptOperations.TABLE.get("conversations/messages"),
                Map.of("conversationId", conversation),
                Map.of(),
                null,
                List.of(),
                null,
                UUID.randomUUID().toString(),
                null);
    }

    private void fetched(String id, @Nullable Object talk, @Nullable Throwable failure) {
        if (!(talk instanceof ConversationMessages messages)) {
            getExceptionHandler()
                    .handleException("The messages of a conversation that changed could not be fetched", failure);
            done();
            return;
        }
        List<ConversationMessage> fresh = told.of(id, messages);
        if (fresh.isEmpty()) {
            done();
        } else {
            emit(id, new ProviderList<>(fresh), "updated");
        }
    }

    private void emit(String id, Object body, String type) {
        Exchange exchange = createExchange(false);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(QgptConstants.EVENT_TYPE, type);
        if (!id.isEmpty()) {
            exchange.getMessage().setHeader(QgptConstants.CONVERSATION_ID, id);
        }
        getAsyncProcessor().process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                getExceptionHandler().handleException("Error processing exchange", exchange, exchange.getException());
            }
            releaseExchange(exchange, false);
            done();
        });
    }
}
