/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.poll;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.paging.PageIterator;
import io.camelproviders.core.paging.PageWalker;
import io.camelproviders.support.component.ExchangeCallInputs;
import io.camelproviders.support.component.ProviderEndpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Reads all items of one read operation. Blocks its caller, who owns the thread; {@link #cancel()} ends that. */
final class ItemSource {

    private static final String STOPPED = "the poll was cancelled because the consumer stops";

    private final ProviderEndpoint endpoint;
    private final OperationClient client;
    private final OperationCall call;
    private final ItemDigests digests;
    private volatile @Nullable Runnable cancel;
    private volatile boolean cancelled;

    ItemSource(ProviderEndpoint endpoint, ItemDigests digests) {
        this.endpoint = endpoint;
        this.digests = digests;
        this.client = endpoint.newClient();
        this.call = endpoint.newBinder()
                .bind(endpoint.operation(), new ExchangeCallInputs(endpoint, endpoint.createExchange()));
    }

    /** Scheme, host, operation and parameters: what makes two lists the same. */
    String name() {
        StringBuilder name = new StringBuilder(endpoint.scheme())
                .append('|')
                .append(endpoint.host())
                .append('|')
                .append(endpoint.operation().name());
        call.path().forEach((id, value) -> append(name, id, value));
        call.query().forEach((parameter, value) -> append(name, parameter, value));
        if (call.body() != null) {
            append(name, "request", call.digest(Json.standard()));
        }
        return name.toString();
    }

    private static void append(StringBuilder name, String parameter, String value) {
        name.append('|').append(parameter).append(':').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The path ids of the call by placeholder name. */
    Map<String, String> ids() {
        return call.path();
    }

    /** All items there are, to the last page, in the provider's order. */
    List<Object> read() {
        cancelled = false;
        OperationCall fresh = call.withRequestId(UUID.randomUUID().toString());
        try {
            return endpoint.operation().paged() && !call.query().containsKey("page") ? walk(fresh) : once(fresh);
        } finally {
            cancel = null;
        }
    }

    private List<Object> walk(OperationCall fresh) {
        try (PageIterator<Object> pages = new PageIterator<>(
                client.pages(fresh, endpoint.decoder()), digests::key, PageWalker.DEFAULT_MAX_PAGES)) {
            cancel = pages::close;
            List<Object> items = new ArrayList<>();
            while (pages.hasNext() && items.size() <= SeenItems.MOST) {
                items.add(pages.next());
            }
            if (cancelled) {
                // Half a list must not pass for the whole.
                throw new AbortedException(ErrorDetails.of(STOPPED));
            }
            return items;
        }
    }

    private List<Object> once(OperationCall fresh) {
        CompletableFuture<CallResult> answer = client.call(fresh, endpoint.decoder());
        cancel = () -> answer.cancel(true);
        try {
            return items(endpoint.received(fresh, answer.join()).value());
        } catch (CancellationException e) {
            throw new AbortedException(ErrorDetails.of(STOPPED), e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private List<Object> items(@Nullable Object answer) {
        String path = endpoint.getConfiguration().getItemsPath();
        Object found = path == null || answer == null ? endpoint.itemsIn(answer) : inside(answer, path);
        if (found == null) {
            return List.of();
        }
        return found instanceof List<?> list
                ? list.stream()
                        .map(Object.class::cast)
                        .filter(item -> item != null)
                        .toList()
                : List.of(found);
    }

    private static @Nullable Object inside(Object answer, String path) {
        Object at = Json.standard().convert(answer, Object.class);
        for (String name : path.split("\\.", -1)) {
            if (!(at instanceof Map<?, ?> map)) {
                throw new DecodeException(
                        ErrorDetails.of("itemsPath=" + path + " leads nowhere: there is no object that holds " + name));
            }
            at = map.get(name);
        }
        return at;
    }

    /** Gives up what is being read; a thread that waits in {@link #read()} goes on. */
    void cancel() {
        cancelled = true;
        Runnable current = cancel;
        if (current != null) {
            current.run();
        }
    }
}
